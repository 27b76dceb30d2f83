"""The standard `dataclasses` for pages.

Annotations are not there, so the build tells each class which fields it has: `_fields_`, their
names, with "*" before those that are given by name only.
"""

from copy import deepcopy


class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    pass


MISSING = _Missing()
_showing = []


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = metadata or {}
        self.kw_only = kw_only

    def _is_optional(self):
        return self.default is not MISSING or self.default_factory is not MISSING

    def _initial(self):
        return self.default if self.default_factory is MISSING else self.default_factory()


def field(
    *,
    default=MISSING,
    default_factory=MISSING,
    init=True,
    repr=True,
    hash=None,
    compare=True,
    metadata=None,
    kw_only=MISSING,
):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def dataclass(
    cls=None,
    /,
    *,
    init=True,
    repr=True,
    eq=True,
    order=False,
    unsafe_hash=False,
    frozen=False,
    match_args=True,
    kw_only=False,
):
    """Give a class the methods that follow from its fields."""

    def make(cls):
        found = _collect(cls, kw_only, frozen)
        positional = [one for one in found if one.init and not one.kw_only]
        later = False
        for one in positional:
            if one._is_optional():
                later = True
            elif later and init:
                raise TypeError(f"non-default argument {one.name!r} follows default argument")
        own = dict(cls.__dict__)
        if order and not eq:
            raise ValueError("eq must be true if order is true")
        has_hash = own.get("__hash__") is not None
        methods = {"__init__": _init_of(found)} if init else {}
        if repr:
            methods["__repr__"] = _repr_of(found)
        compared = [one for one in found if one.compare]
        if eq:
            methods["__eq__"] = _comparing(compared, lambda a, b: a == b)
        for name, method in methods.items():
            if name not in own:
                setattr(cls, name, method)
        if order:
            _add_order(cls, own, compared)
        if frozen:
            for name, method in (("__setattr__", _no_setattr), ("__delattr__", _no_delattr)):
                if name in own:
                    raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
                setattr(cls, name, method)
        if unsafe_hash and has_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        if unsafe_hash or (eq and frozen and not has_hash):
            cls.__hash__ = _hash_of(found)
        elif eq and not has_hash:
            cls.__hash__ = None
        if match_args and "__match_args__" not in own:
            cls.__match_args__ = tuple(one.name for one in positional)
        return cls

    return make if cls is None else make(cls)


def _collect(cls, kw_only, frozen):
    """Return the fields of a class, those of its bases first."""
    found = {}
    for base in cls.__mro__[:0:-1]:
        of_base = base.__dict__.get("__dataclass_fields__")
        if of_base is not None:
            found.update(of_base)
            if base.__dict__["_is_frozen"] is not frozen:
                one, other = (
                    ("non-frozen", "a frozen") if not frozen else ("frozen", "a non-frozen")
                )
                raise TypeError(f"cannot inherit {one} dataclass from {other} one")
    by_name = kw_only
    for name in cls.__dict__.get("_fields_", "").split():
        if name == "*":
            by_name = True
            continue
        default = cls.__dict__.get(name, MISSING)
        one = default if isinstance(default, Field) else field(default=default)
        if isinstance(one.default, (list, dict, set)):
            kind = type(one.default)
            raise ValueError(
                f"mutable default {kind} for field {name} is not allowed: use default_factory"
            )
        one.name = name
        if one.kw_only is MISSING:
            one.kw_only = by_name
        if one is default:
            if one.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, one.default)
        found[name] = one
    cls.__dataclass_fields__ = found
    cls._is_frozen = frozen
    return list(found.values())


def _init_of(found):
    wanted = [one for one in found if one.init]
    positional = [one for one in wanted if not one.kw_only]

    def __init__(self, /, *args, **given):
        what = f"{type(self).__qualname__}.__init__()"
        values = _values(what, wanted, positional, args, given)
        for one in found:
            if one.name in values:
                object.__setattr__(self, one.name, values[one.name])
            elif one._is_optional():
                object.__setattr__(self, one.name, one._initial())
        if hasattr(self, "__post_init__"):
            self.__post_init__()

    return __init__


def _values(what, wanted, positional, args, given):
    """Return the arguments by the names of their fields."""
    if len(args) > len(positional):
        most = len(positional) + 1
        least = most - len([one for one in positional if one._is_optional()])
        takes = str(most) if least == most else f"from {least} to {most}"
        plural = "" if most == 1 else "s"
        raise TypeError(
            f"{what} takes {takes} positional argument{plural} but {len(args) + 1} were given"
        )
    values = {}
    for one, value in zip(positional, args, strict=False):
        values[one.name] = value
    names = [one.name for one in wanted]
    for name, value in given.items():
        if name not in names:
            raise TypeError(f"{what} got an unexpected keyword argument {name!r}")
        if name in values:
            raise TypeError(f"{what} got multiple values for argument {name!r}")
        values[name] = value
    for kind, some in (("positional", positional), ("keyword-only", wanted)):
        missing = [one.name for one in some if one.name not in values and not one._is_optional()]
        if missing:
            arguments = "argument" if len(missing) == 1 else "arguments"
            which = f"{len(missing)} required {kind} {arguments}: {_listed(missing)}"
            raise TypeError(f"{what} missing {which}")
    return values


def _listed(names):
    shown = list(map(repr, names))
    if len(shown) < 3:
        return " and ".join(shown)
    return ", ".join(shown[:-1]) + f", and {shown[-1]}"


def _repr_of(found):
    def __repr__(self):
        if any(one is self for one in _showing):
            return "..."
        _showing.append(self)
        try:
            shown = [f"{one.name}={getattr(self, one.name)!r}" for one in found if one.repr]
        finally:
            _showing.pop()
        return f"{type(self).__qualname__}({', '.join(shown)})"

    return __repr__


def _tuple_of(obj, some):
    return tuple(getattr(obj, one.name) for one in some)


def _comparing(compared, compare):
    def method(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return compare(_tuple_of(self, compared), _tuple_of(other, compared))

    return method


def _add_order(cls, own, compared):
    comparisons = {
        "__lt__": lambda a, b: a < b,
        "__le__": lambda a, b: a <= b,
        "__gt__": lambda a, b: a > b,
        "__ge__": lambda a, b: a >= b,
    }
    for name, compare in comparisons.items():
        if name in own:
            raise TypeError(
                f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                "Consider using functools.total_ordering"
            )
        setattr(cls, name, _comparing(compared, compare))


def _hash_of(found):
    wanted = [one for one in found if (one.compare if one.hash is None else one.hash)]
    return lambda self: hash(_tuple_of(self, wanted))


def _no_setattr(self, name, value):
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_delattr(self, name):
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def fields(class_or_instance):
    """Return the fields of a dataclass, or of an instance of one."""
    found = getattr(class_or_instance, "__dataclass_fields__", None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(found.values())


def is_dataclass(obj):
    return hasattr(obj, "__dataclass_fields__")


def _require_instance(obj, what):
    if isinstance(obj, type) or not is_dataclass(obj):
        raise TypeError(f"{what}() should be called on dataclass instances")


def asdict(obj, *, dict_factory=dict):
    """Return a dataclass as a dictionary, with all that is in it."""
    _require_instance(obj, "asdict")
    return _as_dict(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    """The same as a tuple."""
    _require_instance(obj, "astuple")

    def made(one):
        return tuple_factory([_inside(getattr(one, f.name), made) for f in fields(one)])

    return made(obj)


def _as_dict(obj, dict_factory):
    def made(one):
        return _as_dict(one, dict_factory)

    return dict_factory([(one.name, _inside(getattr(obj, one.name), made)) for one in fields(obj)])


def _inside(value, made):
    """Return a copy of what a field holds, each dataclass in it as `made` of it."""
    if is_dataclass(value) and not isinstance(value, type):
        return made(value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[_inside(one, made) for one in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_inside(one, made) for one in value])
    if isinstance(value, dict):
        return type(value)([(_inside(key, made), _inside(one, made)) for key, one in value.items()])
    return deepcopy(value)


def replace(obj, /, **changes):
    """Return a dataclass with other values of some fields."""
    _require_instance(obj, "replace")
    for one in fields(obj):
        if not one.init:
            if one.name in changes:
                raise ValueError(
                    f"field {one.name} is declared with init=False, "
                    "it cannot be specified with replace()"
                )
        elif one.name not in changes:
            changes[one.name] = getattr(obj, one.name)
    return type(obj)(**changes)
