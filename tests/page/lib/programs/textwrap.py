"""`textwrap`."""

import textwrap
from textwrap import dedent, fill, indent, shorten, wrap

TEXT = "Bring a mug, if you have one: tea is free. We meet at the well-known gate--not inside!"
for width in (1, 5, 8, 12, 20, 40, 100):
    print(width, wrap(TEXT, width))
for text in (
    "",
    "   ",
    "  two  spaces   here ",
    "a\tb\n\nc\x0bd",
    "a-b-c self-made x-y well-known- -x --option --an-option a--b a---b c-- --d",
    "one-two-three-four-five",
    "2026-12-01 A-1 a1-b2 über-groß ab-c ab-cd e-f-gh",
    "Donaudampfschifffahrtsgesellschaft in pieces",
    "这是 一段 没有 空格的文字很长很长很长",
    "no\u00a0break here, and_under_scores-too (yes-no) you-- 'said'--so",
):
    for width in (3, 7, 10, 30):
        print(width, wrap(text, width))
        print(wrap(text, width, break_on_hyphens=False), wrap(text, width, break_long_words=False))
print(fill(TEXT, 30, initial_indent="* ", subsequent_indent="  "))
print(wrap("a  b   c  d", 4, drop_whitespace=False), wrap("  a b", 3, drop_whitespace=False))
print(wrap("a\tb\nc", 20, expand_tabs=False, replace_whitespace=False), wrap("a\tb", 9, tabsize=4))
for most in (1, 2, 3, 9):
    for placeholder in (" [...]", "…", " ..."):
        for width in (8, 12, 25):
            print(wrap(TEXT, width, max_lines=most, placeholder=placeholder))
print(shorten("Hello  world!", width=12), shorten("Hello  world!", width=11))
print(
    shorten("Hello world", width=10, placeholder="..."), shorten("  ", 5), shorten("longword x", 6)
)
print(shorten("one two three", 9, placeholder="…"), shorten("a" * 30, 10))
for wrong in (
    lambda: wrap("a", 0),
    lambda: wrap("a", -1),
    lambda: shorten("a b", 3),
    lambda: wrap("a b", 4, max_lines=2, subsequent_indent="    "),
):
    try:
        print(wrong())
    except ValueError as error:
        print(error)

BLOCK = """
    if tea:
        pour()

      \t
    else:
\tno
    """
for text in (
    BLOCK,
    "  a\n   b\n  c",
    "\ta\n\t  b",
    "  a\n\tb",
    "a\n  b",
    "",
    "   ",
    "  x\n\n  y\n",
):
    print(repr(dedent(text)))
print(repr(indent("a\n\n  b\n \nc", "> ")), repr(indent("a\n\nb", "- ", lambda line: True)))
print(repr(textwrap.indent("", "x")), repr(indent("one\r\ntwo", "  ")))
