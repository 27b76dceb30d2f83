"""Dictionaries: loops over them and their views, and keys that look like numbers."""
# ruff: noqa: C416, SIM118


class Loud(dict):
    def __iter__(self):
        return iter(["loud"])


class Quiet(dict):
    pass


prices = {"tea": 3, "b": 2, "-1": 1, "10": 0, "2": 4, "": 5, 7: 6, (1, 2): 8}
for key in prices:
    print(repr(key))
for key in prices.keys():
    print(repr(key), end=" ")
for value in prices.values():
    print(value, end=" ")
for key, value in prices.items():
    print(repr(key), value, end=" ")
print([key for key in {}], [*{}.items()], [*{}.values()])
print([key for key in Loud(a=1)], [key for key in Quiet(a=1, b=2)], list(Loud(a=1).items()))

letters = {"a": 1, "b": 2}
try:
    for key in letters:
        letters[key + key] = 3
except RuntimeError as error:
    print(error)
try:
    for _ in letters.items():
        del letters["aa"]
except RuntimeError as error:
    print(error)

for key in letters:
    if key == "b":
        break
    print("before b:", key)
else:
    print("never")
for key, (first, second) in {"pair": (1, 2)}.items():
    print(key, first, second)

number = {}
for key in ("-5", "5", "a", "-a", " 1", "Ä", "@", "05"):
    number[key] = len(number)
print(number, number["-5"], "-5" in number, -5 in number, 5 in number, number.get("05"))
