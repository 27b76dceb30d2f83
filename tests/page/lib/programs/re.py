"""`re`: patterns, what they find, templates, and what is wrong with some."""

# fmt: off
import re

FOUND = [
    (r"(?P<year>\d{4})-(?P<month>\d\d)", "on 2026-12-01 and 1999-01"), (r"\bcat\b", "cat concat 猫cat cat"), (r"(a|ab)(c|bcd)(d*)", "abcd"), (r"^a$", "a\na"),
    (r"(?m)^a$", "b\na\na"), (r"a.c", "a\nc abc"), (r"(?s)a.c", "a\nc"), (r"(?i)straße ÀÉ k", "STRASSE straße àé K"), (r"(?x) a  b # c\n [ ] ", "ab "), (r"a*?b", "aaab"),
    (r"(?:ab)*", "ababx"), (r"(a*)*", "aab"), (r"(a|b)*?c", "abac"), (r"(a(b)?)+", "aba"), (r"(?P<q>['\"]).*?(?P=q)", "say 'hi' \"you\""), (r"(\w)\1", "hello aabb"), (r"(?<=\d)px", "12px px"),
    (r"(?<!\d)px", "12px px"), (r"(?=ab)a", "ac ab"), (r"a(?!b)", "ab ac"), (r"(a)?b(?(1)c|d)", "abc bd bc"), (r"(?>a+)ab|x", "aaab x"), (r"a++b", "aaab"), (r"a{2,3}", "aaaaa"), (r"a{,2}b", "aaab"),
    (r"a{2}", "aaa"), (r"x{a}", "x{a}"), (r"[^a-c\s]+", "abc def\tg"), (r"[]a]+", "]a]b"), (r"[\w-]+", "a-b 桥_1"), (r"[a\-z]+", "a-z"), (r"\d+", "٣5 ５ x"), (r"(?a)\w+", "aé 桥b_1"), (r"\w+", "aé 桥b_1 Ⅷ½ e\u0301"),
    (r"\s+", "a \u3000\x1c\ufeffb\u200bc"), (r"\S+", " a\x85b "), (r"\D\W\S", "a!b 1-c"), (r"", "abc"), (r"x*", "axbxx"), (r"a|", "ba"), (r"\Aab\Z", "ab"), (r"ab\Z", "ab\n"), (r"ab$", "ab\n"), (r"(?i:A)b", "ab aB Ab"),
    (r"(?i)a(?-i:B)", "aB AB ab"), (r"\x41\u6865\101\n\t\.", "A桥A\n\t."), (r"[\x41-\x43\d]+", "ABCD12"), (r"(?#note)a", "a"), (r"()", "ab"), (r"(a)|(b)", "ab"), (r"((a)(b))", "ab"), (r"(?i)[a-z]+", "aZſK"), (r"(?i)[^a]", "aAb"),
    (r"(?i)σ", "Σςσ"), (r"(?ai)k", "KkK"), (r"😀+", "a😀😀b"), (r"[😀-😂]", "😁x"), (r".", "😀a"), (r"(?:a|b)+?c", "ababc"), (r"(?:(?:a)*b)*c", "aabbabc"), (r"(?:a?)*?b", "aab"), (r"(a?)*b", "aab"), (r"(?:a{1,2}){2}", "aaaa"),
    (r"\B.", "ab c"), (r"[\b]", "a\bb"), (r"\\", "a\\b"), (r"(?:^|,)([^,]*)", "a,,b"), (r"<(\w+)[^>]*>.*?</\1>", "<b x=1>hi</b> <i>"), (r"^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$", "192.168.1.255"),
    (r"(?=(a+))a*b\1", "baaabac"), (r"(?!(a))b", "b"), (r"(?<=(ab))c", "abc"), (r"(?:x|(?P<n>y))+", "xyx"), (r"(a)(?:b(c))?", "ab"), (r"(?m)$", "a\nb\n"), (r"$", "a\n"), (r"^", "a\nb"), (r"(?m)^", "a\nb\n"),
    (r"[\]\[]", "[x]"), (r"[a-]", "-"), (r"[^]]", "]a"), (r"a{1,}?", "aaa"), (r"(?:ab){2,}", "ababab"), (r"\0", "a\0"), (r"{", "{"), (r"a{", "a{"), (r"a{1", "a{1"), (r"(?s:.)a.", "\naxa\n"), (r"(?u)\w", "é"), (r"(a)(b)?\Z", "a"),
]
for pattern, text in FOUND:
    one = re.compile(pattern)
    print(pattern, one.groups, dict(one.groupindex), one.flags)
    for how in (one.match, one.search, one.fullmatch):
        found = how(text)
        print(found and (found.span(), found.groups(), found.groupdict(), found.lastindex, found.lastgroup, [found.span(at) for at in range(one.groups + 1)]))
    print([found.span() for found in one.finditer(text)], one.findall(text), one.split(text), one.split(text, 1), repr(one.sub("<\\g<0>>", text)), one.subn("-", text, 1))

WRONG = ["(", ")", "a)", "[", "[a", "*", "a**", "a{2,1}", "(?P<1>a)", "(?P<a>x)(?P<a>y)", "(?P=b)", "\\1", "(a\\1)", "(?<=a*)b", "[b-a]", "\\q", "[\\q]", "a\\", "(?z)", "(?P", "(?<a", "(?P<a", "(?P<>a)", "(?(1)a|b|c)",
         "(?(2)a)", "(?(x)a)", "x(?i)", "(?i", "(?:a", "(?#a", "\\x4", "\\u123", "^*", "a+*", "[\\w-a]", "\\777", "(?P>a)", "(?-:a)", "\\8", "(?", "[a\\", "a???", "(?P<a b>x)", "\\b+", "|*", "(*)"]
for pattern in WRONG:
    try:
        print(pattern, re.compile(pattern))
    except re.error as error:
        print(pattern, error.msg, error.pattern == pattern)

when = re.search(r"(?P<year>\d+)-(\d+)", "in 2026-12!")
print(repr(when), when.group(), when[0], when["year"], when.group(1, 2), when.group("year", 0), when.start("year"), when.end(2), when.span(), when.pos, when.endpos, when.string, when.re.pattern)
print(when.expand(r"\2/\g<year>\n\\"), when.groups(), when.groupdict(), bool(when), re.match("(a)|b", "b").groups("none"), re.match("(?P<x>a)|b", "b").groupdict("none"), re.match("(a)|b", "b").span(1))
for wrong in (3, "z", -1):
    try:
        print(when.group(wrong))
    except IndexError as error:
        print(error)
print(re.sub(r"\d", lambda found: str(int(found[0]) * 2), "1a2"), re.sub("a", r"\\", "bab"), re.sub("(a)(b)?", r"[\1\2]", "ab a"), re.sub("x*", "-", "abxd"), re.subn("b", "", "abbb", 2), re.sub("a", "b", "aAa", flags=re.I))
print(ascii(re.sub(r"(\w)(\w)", r"\2\1\0\g<0>", "abcd")), re.sub("a", r"\141\x" if False else r"\141", "a"), re.sub("桥", "\\g<0>!", "过桥"), re.sub("^", "> ", "a\nb", flags=re.M), re.sub("(?P<n>.)", r"\g<n>\g<1>", "ab"))
for wrong in (r"\q", r"\2", r"\g<x>", r"\g<9>", r"\g<", r"\g", "\\", r"\g<1a>", r"\400", r"\g<>"):
    try:
        print(re.sub("(a)", wrong, "a"))
    except (re.error, IndexError) as error:
        print(type(error).__name__, str(error).partition(" at position")[0])
one = re.compile("a(.)", re.I | re.S)
print(repr(re.compile("a'b")), one == re.compile("a(.)", re.S | re.I), one != re.compile("a(.)"), one.flags == re.I | re.S | re.U, re.compile(one) is one, one.search("xabac", 2).span(), one.search("xab", 0, 2), one.match("xab", 1).group(1))
print(one.findall("abacad", 2), one.findall("abacad", 0, 4), [found.pos for found in one.finditer("abac")], one.fullmatch("xab", 1).span(), one.search("ab", 9), one.search("ab", -5).span(), re.compile("^a").match("ba", 1), re.compile("a$").search("ab", 0, 1).span())
print(re.escape("a.b*c-d e_f/g#h&i~j\n桥%@!\"'`,:;<=>"), re.split(r"[,;]\s*", "a, b;c"), re.split("(,)", "a,b"), re.split("x*", "axbc"), re.split("", "ab"), re.findall("(a)(b)|c", "abc"), re.findall("(a)|b", "ab"), re.fullmatch("a|ab", "ab").group())
for wrong in (lambda: re.match("a", 1), lambda: re.match(1, "a"), lambda: re.compile(one, re.I), lambda: re.sub("a", 1, "a")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__)
print(re.fullmatch(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "li.na+1@example.com.cn").group(), bool(re.fullmatch(r"1[3-9]\d{9}", "13812345678")), re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", "1234567"), len(re.findall("(?:ab)+", "ab" * 500)))
