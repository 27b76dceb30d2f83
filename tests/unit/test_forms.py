"""Entries: what was typed, what is wrong with it, and how it travels."""

import pytest

from qiao.contract import Invalid, Record, answers, choices, flag, integer, records, text
from qiao.contract.problems import Problem
from qiao.forms import Entry


class Row(Record):
    label = text("Label")


class Form(Record):
    name = text("Name", max=5)
    count = integer("Count", default=2)
    days = choices("Days", ("a", "b"), optional=True)
    agreed = flag("Agreed", default=False)
    rows = records("Rows", Row, optional=True)


def filled(**controls):
    entry = Entry(Form)
    entry.take(
        {name: value if isinstance(value, list) else [value] for name, value in controls.items()}
    )
    return entry


def test_it_starts_with_the_defaults():
    entry = Entry(Form)
    assert entry.controls() == {"name": [""], "count": ["2"], "days": [], "agreed": [""]}


def test_it_starts_with_what_is_given():
    given = Form(name="a", days=["b"], agreed=True, rows=[Row(label="x")])
    entry = Entry(Form, given)
    assert entry.read() == given


def test_what_was_posted_is_read():
    entry = filled(**{"name": "Li", "count": "3", "days": ["a"], "rows.4.label": "x"})
    assert entry.read() == Form(name="Li", count=3, days=["a"], rows=[Row(label="x")])


def test_what_is_wrong_stands_at_its_field_and_its_row():
    entry = filled(**{"name": "much too long", "rows.1.label": "x", "rows.7.label": ""})
    with pytest.raises(Invalid) as problem:
        entry.read()
    entry.refuse(problem.value)
    assert entry.errors["name"].value == "Name can have 5 characters at most."
    assert [row.errors["label"].value for row in entry.rows["rows"].value] == [
        "",
        "Label is needed.",
    ]


def test_what_has_no_field_stands_above_the_form():
    entry = Entry(Form)
    entry.refuse(Invalid({"elsewhere": "No."}))
    assert entry.problem.value.endswith(" No.")


def test_a_new_problem_takes_the_old_messages_away():
    entry = Entry(Form)
    entry.refuse(Invalid({"name": "No."}))
    entry.refuse(Problem())
    assert entry.messages() == {}
    assert entry.has_problem()


def test_what_went_well_takes_all_messages_away():
    entry = Entry(Form)
    entry.refuse(Invalid({"name": "No."}))
    entry.accept("Done.")
    assert not entry.has_problem()
    assert entry.told == "Done."
    assert entry.result.value is None  # only shown with the page as it is then


def test_a_message_follows_what_is_typed():
    entry = Entry(Form)
    entry.refuse(Invalid({"name": "Name is needed."}))
    entry.type("name", ["Li"])
    assert entry.errors["name"].value == ""
    entry.type("name", ["much too long"])
    assert entry.errors["name"].value == ""  # nobody is interrupted while typing
    entry.leave("name")
    assert entry.errors["name"].value == "Name can have 5 characters at most."


def test_a_field_nobody_typed_in_is_not_checked_when_left():
    entry = Entry(Form)
    entry.leave("name")
    assert entry.errors["name"].value == ""


def test_rows_come_and_go_by_their_buttons():
    entry = filled(**{"rows.3.label": "x", "_add": "rows"})
    assert [row.prefix for row in entry.rows["rows"].value] == ["rows.3.", "rows.4."]
    entry = filled(**{"rows.3.label": "x", "rows.5.label": "y", "_remove": "rows.3."})
    assert [row.text("label") for row in entry.rows["rows"].value] == ["y"]


def test_posted_rows_take_the_place_of_those_that_were_there():
    entry = Entry(Form, Form(name="a", rows=[Row(label="x"), Row(label="y")]))
    entry.take({"rows.3.label": ["z"]})
    assert [row.text("label") for row in entry.rows["rows"].value] == ["z"]


class Asked:
    """A question as a service gives it."""

    def __init__(self, id, label):
        self.id = id
        self.label = label
        self.kind = "text"
        self.choices = []
        self.required = True


class Answering(Record):
    name = text("Name", max=5)
    answers = answers()


def test_every_question_has_a_field_and_is_told_beside_the_others():
    entry = Entry(Answering, questions=[Asked("q1", "Diet"), Asked("q2", "Age")])
    assert list(entry.fields) == ["name", "answers.q1", "answers.q2"]
    entry.take({"name": ["much too long"], "answers.q2": ["7"]})
    with pytest.raises(Invalid) as problem:
        entry.read()
    assert list(problem.value.fields) == ["name", "answers.q1"]


@pytest.mark.parametrize("name", ["rows.x.label", "rows.99999999.label", "rows.٣.label", "rows."])
def test_controls_with_strange_names_are_no_rows(name):
    assert filled(**{name: "x"}).rows["rows"].value == []


def test_its_state_comes_back_the_same():
    entry = filled(**{"_key": "k1", "name": "much too long", "rows.2.label": ""})
    entry.refuse(Invalid({"name": "No.", "rows.0.label": "Neither."}))
    again = Entry(Form)
    again.restore(entry.state())
    assert again.state() == entry.state()


async def test_it_is_sent_once_at_a_time():
    sent = []

    async def sender(entry):
        sent.append(entry.pending.value)
        await entry.send()  # a second tap meanwhile

    entry = Entry(Form)
    entry.sender = sender
    await entry.send()
    assert sent == [True]
    assert not entry.pending.value


async def test_it_can_be_sent_again_after_a_failure():
    async def sender(entry):
        raise RuntimeError("on purpose")

    entry = Entry(Form)
    entry.sender = sender
    with pytest.raises(RuntimeError):
        await entry.send()
    assert not entry.pending.value
