"""Parameters of the address as signals."""

import pytest

from qiao import effect
from qiao.queries import Given, place, query_signal
from qiao.signals import Owner


class Bar(Given):
    """An address bar that only remembers what is written to it."""

    def __init__(self, values):
        super().__init__(values)
        self.written = []
        self.followers = {}

    def follow(self, name, changed):
        self.followers[name] = changed

    def write(self, name, text, push):
        if self.values.get(name) != text:
            self.values[name] = text
            self.written.append((name, text, push))


def made(values, *args, **options):
    """Return what a page has of its parameter `x`, and its address bar."""
    bar = Bar(values)
    place.set(bar)
    return Owner().run(lambda: query_signal("x", *args, **options)), bar


@pytest.mark.parametrize(
    "text, default, value",
    [
        ("7", 1, 7),
        ("-7", 1, -7),
        ("", 1, 1),
        ("seven", 1, 1),
        ("9" * 19, 1, 1),
        ("1", False, True),
        ("0", True, False),
        ("yes", False, False),
        ("", "all", ""),
        ("a&b", "all", "a&b"),
    ],
)
def test_it_has_the_type_of_its_default(text, default, value):
    found, _bar = made({"x": text}, default)
    assert (found.value, type(found.value)) == (value, type(value))


def test_an_absent_one_is_the_default():
    assert made({}, "all")[0].value == "all"


def test_what_is_written_goes_into_the_address_the_default_out_of_it():
    found, bar = made({}, 1, push=True)
    assert bar.written == []
    found.value = 2
    found.value = 1
    assert bar.written == [("x", "2", True), ("x", None, True)]


def test_what_cannot_be_read_leaves_the_address():
    assert made({"x": "many"}, 1)[1].written == [("x", None, False)]


def test_a_new_address_changes_it_once():
    found, bar = made({}, 1)
    seen = []
    effect(lambda: seen.append(found.value))
    bar.values["x"] = "5"
    bar.followers["x"]("5")
    bar.followers["x"]("5")
    assert (seen, bar.written) == ([1, 5], [])
