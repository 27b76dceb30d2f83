"""Texts: characters beyond 16 bits, white space, and what their methods make of them."""

# fmt: off
# ruff: noqa: E501, UP031, UP032, SIM905
W = "😀a𠮷"
MADE = [
    W.center(7), W.center(6, "*"), W.ljust(5), W.rjust(5), W.zfill(5), W[::-1], "%s" % W, "{}".format(W), f"{W:>5}", f"{W!r}", f"{W!s:5}",
    f"{W:.2}", W.expandtabs(), W.splitlines()[0], W.encode().decode(), W[0:2], W[-2:], "".join(reversed(W)), next(iter({W})), "{:^7}".format(W),
    W.translate({ord("a"): "😀"}), str(W.encode(), "utf-8"), W[::2], max(W), chr(128512) + "a", ascii(W), repr([W]), str([W]), str((W,)), format(W, "5"),
    f"{[W]}", str({W: W}), "😀".join([W, W]), W + W, "x" + W, W * 2, "\n".join([W]), W.format(), str(Exception(W)), W.replace("a", ""), W.title(),
    f" {W} ".strip(), W.lower(), W.upper(), W.capitalize(), W.swapcase(), W.casefold(), f"x {W}".split()[1], W.removeprefix("x"), W.removesuffix("a"),
    list({W: 1})[0], W.partition("a")[2], W.rpartition("a")[0], W.split("a")[0], W.rsplit("a")[1], W.replace("😀", "a"), *W, *W.splitlines(),
]
for made in MADE:
    print(len(made), list(made)[:12])
print(W.find("a"), W.index("𠮷"), W.rfind("𠮷"), W.count("😀"), W.startswith("a", 1), W.endswith("𠮷"), "𠮷" in W, ord(W[0]), chr(0x1F600) == W[0])
print(W < "\uffff", W > "\uffff", W == "😀" + "a𠮷", hash(W) == hash("😀a" + "𠮷"), {W: 1}[f" {W}".strip()], sorted(["😀", "\uffff", "a"]), "😀" > "\ue000")
print(W.isalpha(), "𠮷".isalpha(), "😀".isprintable(), "𝟘".isdigit(), "𝐀".isupper(), "𝐀".lower(), "𐐀".lower() == "𐐨", W.find("𠮷", 1, 3))
print(W.rfind("😀"), W.rfind("a", 1), W.find("𠮷", 2), W.find("z"), W.rindex("a"), W.count("a", 1, 2), W.startswith("😀", 0, 1), W.endswith("a", 0, 2))
print(len("\ud800"), ord("\ud800"), repr("\ud800"), "\ud800" == "\ud800", "a\udfffb"[1] == "\udfff")

for one in " \ufeff\x85\x1c\x1d\x1e\x1f\xa0\u2003\u3000\t\n\r\v\f\u180e\u200b\u2028\u2029\u1680\u205f\u202f":
    text = one + "a" + one
    print(hex(ord(one)), len(text.strip()), len(text.lstrip()), len(text.rstrip()), len(text.split()), len(text.rsplit()), one.isspace())
print("xxaxx".strip("x"), "abcba".strip("ab"), repr("".strip()), " a b  c ".split(), " a b  c ".split(None, 1), " a b c ".rsplit(None, 1), " a ".split(None, 0))
print("a,b,c".rsplit(",", 1), "a,,b".split(","), ",".split(","), "".split(","), "  ".split(), "a  b".split(" "), "abc".split("b", 0), "a b c".split(maxsplit=1))
print("a.b.c".split(".", 5), "a b".rsplit(), "aXXbXXc".rsplit("XX", 1), "aaa".rsplit("aa"), "aaa".split("aa"), "a😀b".split("😀"), "a--b--c".split(sep="--", maxsplit=1))
print("abc".partition("b"), "abc".partition("x"), "abc".rpartition("x"), "a.b.c".rpartition("."), "a::b::c".partition("::"), "😀=1".partition("="))
print("aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("", "-", 2), "aaa".replace("aa", "b"), "".replace("", "x"), "abc".replace("b", ""), "aa".replace("a", "b", 0))
print("7".zfill(3), "-7".zfill(4), "+7".zfill(4), "abc".center(10, "*"), "abc".center(6, "*"), "ab".center(5, "*"), "abc".ljust(5, "."), "abc".rjust(5, "."), "abc".center(2))
print("aXbXc".rfind("X"), "aXbXc".rfind("X", 2), "aXbXc".rfind("X", 0, 3), "aXbXc".find("X", 4), "abc".find("", 3), "abc".find("", 4), "abc".rfind(""), "abc".rfind("", 1, 2))
print("aaa".count("a", 1), "aaaa".count("aa"), "abc".count(""), "abc".count("", 1), "abc".count("", 4), "abc".index("c", -1), "aXbXc".rindex("X", 1), "abc".find("c", 0, -1))
print("abc".startswith(("x", "a")), "abc".startswith("b", 1), "abc".endswith(("c",)), "abc".endswith("b", 0, 2), "abc".startswith("", 5), "abc".endswith("", 4), "abc".endswith("abc", -3))
print("abc".translate({97: "x", 98: None, 99: 100}), "abc".translate(str.maketrans("ab", "xy", "c")), "mississippi".rstrip("ip"), "[a]".strip("[]"), "^a^".strip("^"))
print(repr("it's"), repr('a"b'), repr("a'b\"c"), repr("\n\t\\\x00\x7f\xa0é\u200b\ufeff\u0301"), ascii("é😀桥"), repr("\ue000"), repr("\U000e0001"), repr("\u2028"), repr("e\u0301"))
face, short = "😀", "abc"
print(["%5s|" % face, "%-4s|" % face, "%.1s|" % (face + "b"), "%.1s" % short, "%5.2r" % short, "%.s|" % short])
print(["%*s" % (4, short[0]), "%.*s" % (1, short), "%.2a" % "é", "%5s" % None, "%-6.2s|%s" % (short, 1)])
print(len("e\u0301"), len(f"{'e' + chr(0x301)!s}"), len("%s" % "e\u0301"), len("{}".format("e\u0301")), "桥".join("ab"), "-".join(x for x in "ab"), "".join([]))


class Word(str):
    def loud(self):
        return self.upper() + "!"


word = Word("a")
print(word.loud(), word + "b", isinstance(word, str), word == "a", hash(word) == hash("a"), "-".join([word, "b"]), f"{word}", "%s" % word, type(word.strip()).__name__)
rows = {Word("a"): 1}
print("a" in rows, rows.get("a"), [*rows], {"a": 2}[word], word in {"a"}, {word} == {"a"}, sorted([Word("b"), word]), "abc".replace(word, "z"), len(word), word in "abc")
for wrong in (lambda: "a".split(""), lambda: "a".partition(""), lambda: "a".join([1]), lambda: "a".replace(1, "b"), lambda: "a".index("b"), lambda: "a".center(3, "ab"),
              lambda: "a".strip(1), lambda: "a".startswith(1), lambda: "a" + 1, lambda: "a" < 1):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__)
