# ruff: noqa
"""Classes: attributes, descriptors, metaclasses, super, operators."""


class A:
    x = 1

    def __init__(self, n, *rest, k=5, **kw):
        self.n = n
        self.rest = rest
        self.k = k
        self.kw = kw

    def __repr__(self):
        return f"A({self.n}, {self.rest}, {self.k}, {self.kw})"

    @property
    def double(self):
        return self.n * 2

    @double.setter
    def double(self, v):
        self.n = v // 2

    @classmethod
    def make(cls, *a):
        return cls(*a)

    @staticmethod
    def st(a, b=3):
        return a + b

    def __eq__(self, o):
        return isinstance(o, A) and o.n == self.n

    def __hash__(self):
        return hash(self.n)

    def __lt__(self, o):
        return self.n < o.n

    def __call__(self, *a, **k):
        return a, k

    def __getitem__(self, i):
        return i

    def __len__(self):
        return self.n

    def __contains__(self, x):
        return x == self.n

    def __iter__(self):
        return iter(range(self.n))

    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, t, v, tb):
        print("exit", t.__name__ if t else None)
        return t is ValueError


class B(A):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.b = True

    @property
    def double(self):
        return super().double + 1

    def __repr__(self):
        return "B:" + super().__repr__()

    def __getattr__(self, name):
        if name.startswith("dyn"):
            return name.upper()
        raise AttributeError(name)


a = A(3, 4, 5, k=6, z=7)
print(a, a.double, a.x)
a.double = 10
print(a.n)
b = B(2)
print(b, b.double, b.dyn_x, hasattr(b, "nope"), B.make(9), A.st(1), B.st(1, b=1))
print(
    a == A(5),
    a != b,
    sorted([A(3), A(1)], key=lambda q: q.n),
    min(A(2), A(1)),
    a(1, x=2),
    a[1:2],
    a["k"],
    len(a),
    5 in a,
    list(b),
)
with A(1) as c:
    print(c)
with A(1) as c:
    raise ValueError("swallowed")
try:
    with A(1):
        raise KeyError("through")
except KeyError as e:
    print("caught", e)
print(
    B.__mro__,
    B.__name__,
    B.__qualname__,
    B.make.__name__,
    A.__init__.__qualname__,
    type(a).__name__,
    A.__module__,
)


class M(type):
    def __new__(m, name, bases, ns, **kw):
        c = super().__new__(m, name, bases, ns)
        c.tag = kw.get("tag")
        return c

    def __call__(cls, *a):
        print("making", cls.__name__)
        return super().__call__(*a)


class C(metaclass=M, tag="t"):
    def __init__(self):
        self.ok = 1


print(C.tag, C().ok)


class D:
    def __set_name__(self, o, n):
        self.n = n

    def __get__(self, obj, cls):
        return (self.n, obj is None)

    def __set__(self, obj, v):
        print("set", self.n, v)


class E:
    d = D()

    class Inner:
        def q(self):
            return 1


print(E.d, E().d, E.Inner.__qualname__, E.Inner.q.__qualname__)
E().d = 4


class S:
    __slots__ = ("p", "q")


s = S()
s.p = 1
try:
    s.zz = 2
except AttributeError as e:
    print("AE")


def outer():
    class L:
        def m(self):
            return __class__.__name__

    def fn():
        return fn.__qualname__

    return L, fn


L, fn = outer()
print(L.__qualname__, L().m(), fn())


class Reg:
    subs = []

    def __init_subclass__(cls, **kw):
        super().__init_subclass__()
        cls.subs.append((cls.__name__, kw))


class R1(Reg, a=1):
    pass


print(Reg.subs)


class Multi(R1, A):
    def __init__(self):
        A.__init__(self, 1)


print(Multi().n, [c.__name__ for c in Multi.__mro__])
print(isinstance(b, (int, A)), issubclass(B, A), callable(a), vars(b).keys())
del b.b
print(hasattr(b, "b"))


class Priv:
    __x = 3

    def get(self):
        self.__y = 4
        return self.__x + self.__y


print(Priv().get(), [k for k in vars(Priv) if "x" in k])


class Abs:
    def __add__(self, o):
        return "add"

    def __radd__(self, o):
        return "radd"

    def __iadd__(self, o):
        return self

    def __neg__(self):
        return "neg"

    def __bool__(self):
        return False

    def __mul__(self, o):
        return NotImplemented


x = Abs()
print(x + 1, 1 + x, -x, not x, "yes" if x else "no")
x += 1
try:
    x * 2
except TypeError as e:
    print(e)
