"""Characters beyond 16 bits (emoji, rare names) stay one character, whatever is done to them."""

import pytest

WORD = "😀a𠮷"


@pytest.mark.parametrize(
    "made",
    [
        lambda: WORD,
        lambda: "😀" + "a" + "𠮷",
        lambda: f"{'😀'}a𠮷",
        lambda: ("x" + WORD)[1:],
        lambda: ("x," + WORD).split(",")[1],
        lambda: ("x," + WORD).partition(",")[2],
    ],
)
def test_what_is_made_of_them_has_their_length(made):
    assert (len(made()), made()[0], list(made())) == (3, "😀", ["😀", "a", "𠮷"])


@pytest.mark.parametrize(
    "made",
    [
        lambda: f" {WORD} ".strip(),
        lambda: WORD.replace("b", "a"),
        lambda: "".join(["😀", "a", "𠮷"]),
        lambda: WORD.lower(),
        lambda: f"x {WORD}".split()[1],
        lambda: WORD.removeprefix("x"),
        lambda: str(WORD),
        lambda: list({WORD: 1})[0],
    ],
)
def test_what_methods_make_of_them_has_their_length(made):
    assert (len(made()), made()[0], list(made())) == (3, "😀", ["😀", "a", "𠮷"])


def test_they_are_found_as_keys():
    assert {WORD: 1}.get(f" {WORD}".strip()) == 1
