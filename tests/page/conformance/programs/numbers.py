# ruff: noqa
"""Integers at and around 0, negative and large; lengths, places of tuples, texts of texts."""

NUMBERS = (0, 1, -1, 2, -2, 7, -7, 10, 2**31, -(2**31), 2**53 - 1, -(2**53) + 1, 2**53, 2**70)


def told(fn):
    try:
        return fn()
    except Exception as error:
        return type(error).__name__


for a in NUMBERS:
    for b in NUMBERS:
        results = (
            told(lambda: a + b), told(lambda: a - b), told(lambda: a * b),
            told(lambda: a % b), told(lambda: a // b), told(lambda: divmod(a, b)),
        )  # fmt: skip
        print(a, b, *results)
print(0 * -5, -5 * 0, 5 - 5, -0, 7 % True, True + True, True % 2)
print(0.5 - 0.5, -0.0 * 1, 1.5 % 1, -7.5 // 2, 1e308 * 10, 2.5 % -2, 7 % 2.5)
for a in (0.0, 1.5, -2.5, 3, -4):
    for b in (0.0, 0.5, -2.0, 3, -1):
        print(a, b, told(lambda: a + b), told(lambda: a - b), told(lambda: a * b))

print(len(""), len("abc"), len([]), len((1, 2)), len({"a": 1}), len(range(5)), told(lambda: len(5)))
print(told(lambda: len([], [])), told(lambda: len()))
three = (1, "b", None)
print(three[0], three[2], three[-1], three[True], told(lambda: three[3]), told(lambda: three[-4]))
print(three[1:], told(lambda: three["a"]), told(lambda: three[0.0]))
print(str(), str("a"), str(0), str(-5), str(2**70), str(1.0), str(True), str(None))
print(f"{'a'}{1}{-2}{2**60}{0.5}{True}{three}")


class Text(str):
    def __str__(self):
        return "another"


class Three(tuple):
    def __getitem__(self, at):
        return f"item {at}"

    def __len__(self):
        return 33


print(str(Text("a")), f"{Text('a')}", len(Text("abc")), Three((1, 2))[0], len(Three()))
