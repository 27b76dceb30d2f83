"""Values at the edges of what a field takes, where two interpreters could differ."""

import pytest

from qiao.contract import (
    Field,
    Invalid,
    Problem,
    Record,
    Wrong,
    choice,
    flag,
    integer,
    lines,
    local_time,
    number,
    phone,
    question_field,
    record,
    records,
    text,
)
from qiao.contract.problems import Refused, Unreachable, snake_case


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("\u3000桥\u00a0", "桥"),
        ("\u2003a\u2028", "a"),
        ("\u200ba", "\u200ba"),
        ("\r\na\r\n", "a"),
        ("😀😀😀", "😀😀😀"),
        ("e\u0301e", "e\u0301e"),
    ],
)
def test_texts_lose_only_white_space_around_them(value, read):
    assert text("Name", max=3).read(value) == read


@pytest.mark.parametrize(
    "value", ["aaaa", "😀😀😀😀", "桥桥桥桥", "👩\u200d👩\u200d", "e\u0301e\u0301"]
)
def test_texts_are_measured_in_characters(value):
    with pytest.raises(Wrong, match="3 characters at most"):
        text("Name", max=3).read(value)


@pytest.mark.parametrize(
    "value", ["\x00", "a\tb", "a\rb", "a\x0bb", "a\x1bb", chr(0xD800), f"a{chr(0xDFFF)}b"]
)
def test_what_cannot_be_kept_is_refused(value):
    with pytest.raises(Wrong):
        text("Name").read(value)


@pytest.mark.parametrize("value", ["a\x00b", "a\rb", "a\x0cb", f"a{chr(0xD83D)}b", chr(0xDC00)])
def test_what_cannot_be_kept_is_refused_in_long_texts_too(value):
    with pytest.raises(Wrong):
        text("Note", multiline=True).read(value)


@pytest.mark.parametrize("value", ["\u2028", "\u3000", "\u00a0", "\n\t"])
def test_white_space_of_any_kind_is_nothing(value):
    with pytest.raises(Wrong, match="is needed"):
        text("Name").read(value)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0005", 5), ("-0", 0), (" 7 ", 7), ("\u30007", 7), ("999999999999999", 999999999999999),
        ("+5", "+5"), ("--5", "--5"), ("-", "-"), ("1_000", "1_000"), ("１２", "１２"), ("٣", "٣"),
        ("²", "²"), ("1.0", "1.0"), ("0x10", "0x10"), ("1234567890123456", "1234567890123456"),
        ("5-", "5-"), ("", None), ("\u3000", None),
    ],
)  # fmt: skip
def test_whole_numbers_as_typed(typed, value):
    assert integer("Age").parse([typed]) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (".5", 0.5), ("5.", 5.0), ("-.5", -0.5), ("00.50", 0.5), ("-0", 0), ("0.1", 0.1),
        ("123456789.25", 123456789.25), ("3", 3),
        (".", "."), ("-", "-"), ("1,5", "1,5"), ("1e5", "1e5"), ("inf", "inf"), ("nan", "nan"),
        ("１.５", "１.５"), ("1.2.3", "1.2.3"), ("--1", "--1"), ("1" * 16, "1" * 16),
    ],
)  # fmt: skip
def test_numbers_as_typed(typed, value):
    parsed = number("Size").parse([typed])
    assert (parsed, type(parsed)) == (value, type(value))


@pytest.mark.parametrize("value", [2**53, 10**30, -1, 1.0, "1", True, [1], {"a": 1}])
def test_what_is_no_whole_number_between(value):
    with pytest.raises(Wrong, match="Age must be"):
        integer("Age").read(value)


@pytest.mark.parametrize("value", [1e15, -1e15, 1e300, float("inf"), float("-inf"), 10**15])
def test_numbers_out_of_reach(value):
    with pytest.raises(Wrong, match="is too large"):
        number("Size").read(value)


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (-0.0, 0),
        (2.0, 2),
        (0.1, 0.1),
        (1e14, 10**14),
        (1.5e-7, 1.5e-7),
        (999999999999999, 10**15 - 1),
    ],
)
def test_numbers_within(value, read):
    found = number("Size").read(value)
    assert (found, type(found), f"{found}") == (read, type(read), f"{read}")


@pytest.mark.parametrize("value", ["12345", "+12345", "1-2-3-4-5", "123 456 789 012 345"])
def test_telephone_numbers(value):
    assert phone("Phone").read(value) == value


@pytest.mark.parametrize(
    "value",
    [
        "1234",
        "1234567890123456",
        "12345a",
        "1+2345",
        "(12) 345",
        "٣٤٥٦٧",
        "²²²²²",
        "+",
        "- - - - -",
    ],
)
def test_what_is_no_telephone_number(value):
    with pytest.raises(Wrong, match="must be a telephone number"):
        phone("Phone").read(value)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("a", "must be a list"),
        ([1], "must be text"),
        (["a", ""], "is needed"),
        (["a", " a "], "the same line twice"),
        (["abcd"], "3 characters at most"),
    ],
)
def test_lines_are_checked_each(value, message):
    with pytest.raises(Wrong, match=message):
        lines("Tea", max=3).read(value)


@pytest.mark.parametrize("value", [None, 20261201, "2026-12-01T19:00:00", "2026-12-01T19:00Z", ""])
def test_what_is_no_local_time(value):
    with pytest.raises(Wrong, match="must be a date and a time"):
        local_time("Starts").read(value)


@pytest.mark.parametrize("value", ["true", 1, 0, None, []])
def test_yes_is_nothing_else(value):
    with pytest.raises(Wrong, match="must be yes or no"):
        flag("Yes").read(value)


@pytest.mark.parametrize("value", ["", "A", None, 0, True, ["a"], {"a": 1}])
def test_a_choice_is_one_of_those_offered(value):
    with pytest.raises(Wrong, match="one of the choices offered"):
        choice("Tea", ("a", "b")).read(value)


class Base(Record):
    name = text("Name")


class Longer(Base):
    name = text("Full name", max=3)
    age = integer("Age", optional=True)


def test_a_record_may_say_more_than_its_base():
    assert list(Longer.fields) == ["name", "age"]
    assert Longer.read({"name": "Li"}) == Longer(name="Li", age=None)
    assert list(Base.fields) == ["name"]
    with pytest.raises(Invalid) as problem:
        Longer.read({"name": "Long", "age": "x"})
    assert list(problem.value.fields) == ["name", "age"]


def test_fields_know_their_names():
    assert isinstance(Longer.name, Field)
    assert (Longer.name.name, Longer.fields["age"].name) == ("name", "age")


@pytest.mark.parametrize("data", [None, [], "x", 3, True])
def test_what_is_no_object_is_no_record(data):
    with pytest.raises(Invalid) as problem:
        Base.read(data)
    assert problem.value.fields == {"": "A JSON object is needed."}


def test_an_empty_text_is_a_missing_one():
    assert Longer.read({"name": "Li", "age": ""}).age is None
    with pytest.raises(Invalid) as problem:
        Base.read({"name": ""})
    assert problem.value.fields == {"name": "Name is needed."}


def test_records_of_different_classes_are_never_equal():
    class Other(Record):
        name = text("Name")

    assert Base(name="a") == Base(name="a")
    assert Base(name="a") != Base(name="b")
    assert Base(name="a") != Other(name="a")


def test_a_record_is_no_key():
    with pytest.raises(TypeError, match="can't be a key"):
        {Base(name="a")}


def test_a_record_prints_its_values():
    assert repr(Longer(name="Li", age=3)) == "Longer(name='Li', age=3)"


class Party(Record):
    host = record("Host", Base)
    guests = records("Guests", Base, most=2)


@pytest.mark.parametrize(
    ("guests", "fields"),
    [
        (None, {"guests": "Guests is needed."}),
        ("x", {"guests": "Guests must be a list."}),
        ([{"name": "a"}] * 3, {"guests": "Guests can have 2 entries at most."}),
        ([None, {}], {"guests.0": "A JSON object is needed.", "guests.1.name": "Name is needed."}),
    ],
)
def test_records_in_records_name_where_they_are_wrong(guests, fields):
    with pytest.raises(Invalid) as problem:
        Party.read({"host": {"name": "x"}, "guests": guests})
    assert problem.value.fields == fields


class Question(Record):
    id = text("Id")
    kind = text("Kind")
    label = text("Label")
    required = flag("Required", default=False)
    choices = lines("Choices", optional=True)


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("text", "a", 3),
        ("number", 2.5, "x"),
        ("phone", "+86 13800138000", "x"),
        ("choice", "b", "c"),
        ("choices", ["a", "b"], ["c"]),
    ],
)
def test_every_kind_of_question_is_a_field(kind, right, wrong):
    field = question_field(Question(id="q1", kind=kind, label="Which?", choices=["a", "b"]))
    assert (field.name, field.optional) == ("answers.q1", True)
    assert field.read(right) == right
    with pytest.raises(Wrong, match="The answer "):
        field.read(wrong)


@pytest.mark.parametrize(
    ("name", "code"),
    [("Full", "full"), ("EventNotFound", "event_not_found"), ("QRWrong", "q_r_wrong")],
)
def test_the_code_of_a_problem_is_its_name(name, code):
    assert snake_case(name) == code


def test_a_problem_may_have_a_code_of_its_own():
    class Odd(Problem):
        code = "special"

    class Odder(Odd):
        pass

    assert (Odd.code, Odder.code, Problem.code) == ("special", "odder", "problem")


def test_a_problem_nobody_knows_keeps_what_it_was_told():
    refused = Refused(418, {"code": "teapot", "message": "No coffee."})
    assert (refused.status, refused.code, refused.text()) == (418, "teapot", "No coffee.")
    assert Refused(500, {}).text() == "That did not work."


def test_no_answer_is_a_problem_too():
    assert Unreachable().write()["code"] == "unreachable"


def test_wrong_fields_are_written_with_the_problem():
    assert Invalid({"name": "No."}).write() == {
        "code": "invalid",
        "message": "Some of the fields need another look.",
        "fields": {"name": "No."},
    }
