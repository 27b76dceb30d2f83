"""`copy`."""

# fmt: off
import copy


class Guest:
    def __init__(self, name, rows):
        self.name, self.rows, self.me = name, rows, self


class Own:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep"


class Rows(list):
    pass


rows = [1, [2, {"a": (3, [4])}], {5}, None, "x", len, Guest]
flat, deep = copy.copy(rows), copy.deepcopy(rows)
print(flat == rows, flat is not rows, flat[1] is rows[1], deep == rows, deep[1] is not rows[1], deep[1][1]["a"][1] is not rows[1][1]["a"][1], deep[5] is len, deep[6] is Guest)
same = [rows, rows]
twice = copy.deepcopy(same)
print(twice[0] is twice[1], twice[0] is not rows)
around = []
around.append(around)
again = copy.deepcopy(around)
print(again[0] is again, again is not around)
guest = Guest("Li", [1])
flat, deep = copy.copy(guest), copy.deepcopy(guest)
print(flat.rows is guest.rows, flat.me is guest, deep.rows == [1], deep.rows is not guest.rows, deep.me is deep, type(deep).__name__)
print(copy.copy(Own()), copy.deepcopy(Own()), copy.deepcopy([Own()]), copy.copy((1, [2])), copy.deepcopy({"a": {1, 2}}), copy.copy(frozenset("a")))
pair = (1, "a")
print(copy.deepcopy(pair) is pair, copy.copy(5), copy.deepcopy(1.5), copy.copy({"a": 1}), copy.deepcopy(b"x"))
mine = Rows([1, [2]])
mine.title = ["t"]
deep = copy.deepcopy(mine)
print(type(deep).__name__, deep, deep[1] is not mine[1], deep.title, deep.title is not mine.title, type(copy.copy(mine)).__name__, copy.copy(mine) == mine)
