"""`collections`."""

# fmt: off
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple


def said(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__


queue = deque([1, 2, 3], maxlen=4)
queue.append(4)
queue.append(5)
queue.appendleft(0)
print(queue, queue.maxlen, len(queue), queue.pop(), queue.popleft(), list(queue), queue[0], queue[-1], 3 in queue, bool(deque()))
queue.extend("ab")
queue.extendleft("xyz")
print(queue, queue.count("x"), queue.index("x"), list(reversed(queue)), queue == deque(["z"]), deque("ab") + deque("c"), deque("ab") * 2, deque("ab") < deque("b"))
for turn in (1, -1, 5, 0):
    queue = deque("abcd")
    queue.rotate(turn)
    print(queue)
queue.insert(1, "x")
queue.remove("c")
queue[0] = "!"
del queue[-1]
queue += "z"
queue.reverse()
print(queue, queue.copy() is not queue, queue.copy() == queue, deque(maxlen=0), deque("abc", 2), said(deque().pop), said(deque().popleft), said(lambda: deque("a")[3]), said(lambda: deque([1]).remove(2)), said(lambda: deque("ab", 2).insert(0, 1)))


def changing():
    queue = deque("ab")
    for _ in queue:
        queue.append(1)


print(said(changing), said(lambda: deque([1], -1)), said(lambda: hash(deque())))

words = Counter("abracadabra")
print(words, words["a"], words["z"], words.most_common(2), sorted(words.elements()), words.total(), Counter(a=2, b=-1), Counter({"x": 3}), Counter())
words.update("aaz")
words.subtract({"b": 5})
del words["nothing"]
print(words, words.most_common(0), +words, -words, Counter("ab") + Counter("b"), Counter("abb") - Counter("b"), Counter("abb") | Counter("aa"), Counter("abb") & Counter("aab"), Counter("ab") == Counter("ba"), Counter(a=0) == Counter(), Counter("a") <= Counter("ab"), Counter("ab") < Counter("ab"), Counter("aab") > Counter("a"))
print(type(words.copy()).__name__, "q" in words, len(words), isinstance(words, dict), [*Counter("ba")], dict(Counter("ab")), Counter("ab").items(), said(lambda: Counter.fromkeys("ab")))

rows = defaultdict(list)
rows["a"].append(1)
rows["a"].append(2)
rows["b"]
print(rows, dict(rows), rows.get("c"), "c" in rows, defaultdict(int, {"x": 1})["y"], rows.copy() == rows, type(rows.copy()).__name__, said(lambda: defaultdict(None)["x"]), said(lambda: defaultdict(5)), defaultdict(int, a=1) | {"b": 2})

order = OrderedDict(a=1, b=2, c=3)
order.move_to_end("a")
order.move_to_end("c", last=False)
print([*order], order.popitem(), order.popitem(last=False), [*order.items()], OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, OrderedDict(), said(lambda: OrderedDict().popitem()), said(lambda: order.move_to_end("z")), list(reversed(OrderedDict(a=1, b=2))))

Point = namedtuple("Point", "x y", defaults=[5])
point = Point(1)
print(point, Point(1, y=2), point.x, point[1], point == (1, 5), tuple(point), point._replace(x=9), point._asdict(), Point._fields, Point._make([7, 8]), Point._field_defaults, len(point), [*point], isinstance(point, tuple), Point.__name__)
x, y = point
print(x, y, namedtuple("Empty", [])(), namedtuple("Word", "a, b")(1, 2), namedtuple("Odd", ["a", "def", "a"], rename=True)._fields, hash(point) == hash((1, 5)), point < Point(2), {point: 1}[Point(1)], point + (3,), max(Point(1), Point(3)))
match point:
    case Point(x=1, y=second):
        print("matched", second)


class Place(Point):
    def far(self):
        return self.x + self.y


print(Place(3, 4).far(), Place(3, 4), type(Place(1)._replace(y=1)).__name__)
print([said(wrong) for wrong in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1, x=2), lambda: Point(1, z=2), lambda: namedtuple("A", "a a"), lambda: namedtuple("A", "_a"), lambda: namedtuple("A", "1a"), lambda: namedtuple("def", "a"), lambda: namedtuple("A", "class"), lambda: point._replace(q=1), lambda: Point._make([1]), lambda: setattr(point, "x", 1), lambda: namedtuple("A", "a", defaults=[1, 2]))])

chain = ChainMap({"a": 1}, {"a": 2, "b": 3})
chain["c"] = 4
print(chain, chain["a"], chain["b"], len(chain), sorted(chain), chain.get("z"), "b" in chain, dict(chain.items()), chain.maps[0], chain.parents, chain.new_child({"a": 9})["a"], said(lambda: chain["z"]), said(lambda: chain.__delitem__("b")), chain == {"a": 1, "b": 3, "c": 4}, bool(ChainMap()))
