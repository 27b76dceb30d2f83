"""The contract: fields, records, questions, endpoints, problems."""

import pytest

from qiao import client, i18n
from qiao.contract import (
    Invalid,
    Problem,
    Record,
    Wrong,
    check_answers,
    choice,
    choices,
    endpoint,
    flag,
    integer,
    lines,
    local_time,
    number,
    phone,
    record,
    records,
    text,
)
from qiao.contract.questions import question_field


class Inner(Record):
    name = text("Name", max=5)


class Outer(Record):
    title = text("Title", max=5)
    note = text("Note", optional=True)
    count = integer("Count", min=1, max=9, default=1)
    inner = record("Inner", Inner, optional=True)
    rows = records("Rows", Inner, most=2, optional=True)


class Asked(Record):
    id = text("Id")
    kind = text("Kind")
    label = text("Label")
    required = flag("Required", default=False)
    choices = lines("Choices", optional=True)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        (text("Name", max=3), "abcd", "Name can have 3 characters at most."),
        (text("Name"), 3, "Name must be text."),
        (text("Name"), "   ", "Name is needed."),
        (text("Name"), "a\x00b", "Name contains a character that can't be kept."),
        (text("Name"), "a\nb", "Name contains a character that can't be kept."),
        (integer("Age"), True, "Age must be a whole number."),
        (integer("Age"), 3.0, "Age must be a whole number."),
        (integer("Age", min=1, max=3), 4, "Age must be between 1 and 3."),
        (number("Size"), "3", "Size must be a number."),
        (number("Size"), float("nan"), "Size is too large."),
        (flag("Yes"), 1, "Yes must be yes or no."),
        (choice("Tea", ("a", "b")), "c", "Tea must be one of the choices offered."),
        (choices("Tea", ("a", "b")), ["c"], "Tea must be one of the choices offered."),
        (choices("Tea", ("a", "b")), [], "Tea is needed."),
        (choices("Tea", ("a", "b")), [["a"]], "Tea must be one of the choices offered."),
        (lines("Tea"), ["a", "a"], "Tea has the same line twice."),
        (lines("Tea", most=1), ["a", "b"], "Tea can have 1 lines at most."),
        (local_time("Starts"), "2026-02-30T10:00", "Starts must be a date and a time."),
        (local_time("Starts"), "2026-12-01", "Starts must be a date and a time."),
        (phone("Phone"), "123", "Phone must be a telephone number."),
        (phone("Phone"), "１２３４５６", "Phone must be a telephone number."),
        (phone("Phone"), "++49 30 1234", "Phone must be a telephone number."),
    ],
)
def test_what_is_wrong_is_told_in_words(field, value, message):
    with pytest.raises(Wrong) as wrong:
        field.read(value)
    assert str(wrong.value) == message


@pytest.mark.parametrize(
    ("field", "value", "read"),
    [
        (text("Name"), " a b ", "a b"),
        (text("Note", multiline=True), "a\r\nb", "a\nb"),
        (integer("Age"), 0, 0),
        (number("Size"), 2.5, 2.5),
        (number("Size"), 3.0, 3),
        (choices("Tea", ("a", "b")), ["b", "a"], ["a", "b"]),
        (local_time("Starts"), "2028-02-29T23:59", "2028-02-29T23:59"),
        (phone("Phone"), "+86 138-0013 8000", "+86 138-0013 8000"),
    ],
)
def test_what_is_right_is_read(field, value, read):
    assert field.read(value) == read
    assert type(field.read(value)) is type(read)


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (integer("Age"), ["12"], 12),
        (integer("Age"), ["-3"], -3),
        (integer("Age"), ["1e3"], "1e3"),
        (integer("Age"), ["9" * 40], "9" * 40),
        (integer("Age"), [" "], None),
        (number("Size"), ["2.50"], 2.5),
        (number("Size"), ["1.2.3"], "1.2.3"),
        (flag("Yes"), ["on"], True),
        (flag("Yes"), [], False),
        (choices("Tea", ("a",)), ["a"], ["a"]),
        (choices("Tea", ("a",)), [], None),
        (lines("Tea"), ["a\r\n\n b "], ["a", "b"]),
        (local_time("Starts"), ["2026-12-01T19:00:00"], "2026-12-01T19:00"),
    ],
)
def test_what_a_form_sends_becomes_json(field, typed, value):
    assert field.parse(typed) == value


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (integer("Age"), 12),
        (number("Size"), 2.5),
        (flag("Yes"), True),
        (choices("Tea", ("a", "b")), ["a", "b"]),
        (lines("Tea"), ["a", "b"]),
        (text("Name"), "桥"),
    ],
)
def test_what_is_shown_is_read_back_the_same(field, value):
    shown = field.show(value)
    assert field.parse([shown] if isinstance(shown, str) else shown) == value


def test_every_wrong_field_of_a_record_is_named():
    with pytest.raises(Invalid) as problem:
        Outer.read({"title": "too long", "count": 0, "rows": [{"name": "a"}, {}], "inner": 3})
    assert problem.value.fields == {
        "title": "Title can have 5 characters at most.",
        "count": "Count must be between 1 and 9.",
        "rows.1.name": "Name is needed.",
        "inner": "A JSON object is needed.",
    }


def test_a_record_is_written_as_it_was_read():
    data = {"title": "a", "note": None, "count": 2, "inner": {"name": "b"}, "rows": [{"name": "c"}]}
    assert Outer.read(data).write() == data


def test_unknown_members_are_ignored():
    assert Outer.read({"title": "a", "colour": "red"}) == Outer(title="a")


def test_lists_left_out_are_never_shared():
    Outer(title="a").rows.append(Inner(name="b"))
    assert Outer(title="a").rows == []


def test_a_record_made_with_a_wrong_name_is_told():
    with pytest.raises(TypeError, match="has no field titel"):
        Outer(title="a", titel="b")
    with pytest.raises(TypeError, match="needs a value for 'title'"):
        Outer()


def test_answers_are_checked_against_the_questions():
    asked = [
        Asked(id="age", kind="number", label="Age", required=True),
        Asked(id="tea", kind="choice", label="Tea", choices=["a"]),
    ]
    assert check_answers(asked, {"age": 3, "other": 1}) == {"age": 3}
    with pytest.raises(Invalid) as problem:
        check_answers(asked, {"tea": "b"})
    assert problem.value.fields == {
        "answers.age": "The answer is needed.",
        "answers.tea": "The answer must be one of the choices offered.",
    }


def test_a_question_is_data_and_not_translated(monkeypatch):
    monkeypatch.setitem(i18n.catalogs, "en", {"Name": "Full name"})
    assert question_field(Asked(id="a", kind="text", label="Name")).title() == "Name"


def test_an_option_that_has_no_label_is_shown_as_it_is():
    zone = text("Zone", options=("Asia/Tokyo",), labels=("Tokyo time",))
    assert zone.option_text("Asia/Tokyo") == "Tokyo time"
    assert zone.option_text("Asia/Dili") == "Asia/Dili"


class SoldOut(Problem):
    status = 409
    message = "Nothing left of {what}."


def test_a_problem_is_written_with_its_code_and_details():
    assert SoldOut(what="tea").write() == {
        "code": "sold_out",
        "message": "Nothing left of tea.",
        "what": "tea",
    }


def test_messages_are_in_the_language_of_the_request(monkeypatch):
    monkeypatch.setitem(
        i18n.catalogs, "zh", {"{label} is needed.": "请填写{label}。", "Name": "姓名"}
    )
    token = i18n.language.set("zh")
    try:
        with pytest.raises(Invalid) as problem:
            Inner.read({})
    finally:
        i18n.language.reset(token)
    assert problem.value.fields == {"name": "请填写姓名。"}


@pytest.mark.parametrize("route", ["GET", "/x", "FETCH /x", "GET x"])
def test_a_route_that_is_none_is_told(route):
    with pytest.raises(ValueError, match="is not a route"):
        endpoint(route, gives=Inner)


async def test_a_call_reaches_the_transport_and_reads_its_answer():
    calls = []

    async def transport(endpoint, params, form, key):
        calls.append((client.address(endpoint, params), form, key))
        return {"name": "b"}

    get = endpoint("GET /rows/<int:id>", takes=Outer, gives=Inner)
    token = client.transport.set(transport)
    try:
        found = await get(id=7, title="a b", count=1, rows=None)
    finally:
        client.transport.reset(token)
    assert found == Inner(name="b")
    assert calls[0][0] == "/api/rows/7?title=a%20b&count=1"
