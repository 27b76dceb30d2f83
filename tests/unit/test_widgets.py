"""Forms as a person sees and uses them, in every renderer."""

import pytest

from qiao import Entry
from qiao.contract import (
    Invalid,
    Problem,
    Record,
    choice,
    choices,
    flag,
    integer,
    lines,
    local_time,
    number,
    phone,
    records,
    text,
)
from qiao.elements import div
from qiao.timers import sleep
from qiao.widgets import entry_form, field, fields, hidden_field, rows, submit_button


class Guest(Record):
    label = text("Label")


class Form(Record):
    name = text("Name", max=5, help="As on your card")
    note = text("Note", multiline=True, optional=True)
    seats = integer("Seats", min=1, max=9, default=2)
    size = number("Size", optional=True)
    phone = phone("Phone")
    starts = local_time("Starts")
    tea = choice("Tea", ("green", "black"))
    zone = text("Zone", options=("Asia/Shanghai", "Europe/Berlin"), default="Asia/Shanghai")
    days = choices("Days", ("Mon", "Tue", "<b>"), optional=True)
    agreed = flag("Agreed", default=False)
    tags = lines("Tags", optional=True)
    guests = records("Guests", Guest, optional=True)


class Full(Problem):
    message = "All places are taken."


def whole(entry):
    return entry_form(entry)[fields(entry), submit_button(entry, "Send")]


@pytest.mark.parametrize(
    ("name", "selector"),
    [
        ("name", 'input[type="text"]'),
        ("note", "textarea"),
        ("seats", 'input[inputmode="numeric"]'),
        ("size", 'input[inputmode="decimal"]'),
        ("phone", 'input[type="tel"]'),
        ("starts", 'input[type="datetime-local"]'),
        ("tea", "select"),
        ("zone", "select"),
        ("days", 'input[type="checkbox"]'),
        ("agreed", 'input[type="checkbox"]'),
        ("tags", "textarea"),
    ],
)
def test_each_kind_has_its_control(render, name, selector):
    screen = render(lambda: div[field(Entry(Form), name)])
    assert screen.find(selector).attr("name") == name


def test_every_control_has_its_label(render):
    screen = render(whole, Entry(Form))
    labelled = {one.attr("for") for one in screen.all("label")}
    for selector in ("input", "select", "textarea"):
        for one in screen.all(selector):
            assert one.attr("type") == "hidden" or one.attr("id") in labelled


def test_every_field_is_one_for_the_style(render):
    screen = render(whole, Entry(Form))
    assert len(screen.all(".field")) == len(Form.fields) - 1  # rows have their own
    assert screen.all(".wrong") == []


def test_the_messages_are_ours(render):
    assert render(whole, Entry(Form)).find("form").attr("novalidate") == ""


def test_what_is_needed_says_so(render):
    screen = render(whole, Entry(Form))
    needed = [one.attr("name") for one in screen.all("[aria-required]")]
    assert needed == ["name", "phone", "starts", "tea"]


def test_ids_are_there_once(render):
    entry = Entry(Form)
    entry.add("guests")
    entry.add("guests")
    screen = render(
        lambda: div[whole(entry), rows(entry, "guests", render=fields, add="+", remove="-")]
    )
    ids = [one.attr("id") for one in screen.all("[id]")]
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize(
    "name", ["name", "note", "seats", "phone", "starts", "tea", "days", "agreed"]
)
def test_what_is_wrong_stands_beside_its_control(render, name):
    entry = Entry(Form)
    screen = render(whole, entry)
    assert screen.all(".error") == []
    entry.refuse(Invalid({name: "Not <b>this</b>."}))
    assert [one.text for one in screen.all(".error")] == ["Not <b>this</b>."]
    control = screen.find(f'[name="{name}"]')
    assert control.attr("aria-invalid") == "true"
    told = control.attr("aria-describedby").split()
    assert screen.find("#" + told[-1]).text == "Not <b>this</b>."
    entry.refuse(Invalid({}))
    assert screen.all(".error") == []
    assert screen.find(f'[name="{name}"]').attr("aria-invalid") is None


def test_a_hint_is_tied_to_its_control(render):
    screen = render(whole, Entry(Form))
    hint = screen.find('[name="name"]').attr("aria-describedby")
    assert screen.find("#" + hint).text == "As on your card"


def test_a_form_that_comes_back_wrong_shows_it_at_once(render):
    entry = Entry(Form)
    entry.take({"name": ["much too long"], "tea": ["black"], "days": ["Tue"], "agreed": ["on"]})
    entry.refuse(Invalid({"name": "Too long.", "tea": "Sold out.", "elsewhere": "Odd."}))
    screen = render(whole, entry)
    assert [one.text for one in screen.all(".error")] == ["Too long.", "Sold out."]
    assert screen.find(".form-problem").text.endswith("Odd.")
    assert screen.find('[name="name"]').attr("value") == "much too long"
    assert [one.attr("selected") for one in screen.find("select").all("option")] == [None, None, ""]


def test_what_is_typed_is_in_the_entry(render):
    entry = Entry(Form)
    screen = render(whole, entry)
    screen.find('[name="name"]').type("Li")
    screen.find('[name="note"]').type("a\nb")
    screen.find('[name="tea"]').choose("black")
    screen.find('[name="agreed"]').tick()
    for box in screen.all('[name="days"]')[1:]:
        box.tick()
    data = entry.data()
    assert (data["name"], data["note"], data["tea"], data["agreed"]) == (
        "Li",
        "a\nb",
        "black",
        True,
    )
    assert data["days"] == ["Tue", "<b>"]
    screen.all('[name="days"]')[1].tick(False)
    screen.find('[name="agreed"]').tick(False)
    assert (entry.data()["days"], entry.data()["agreed"]) == (["<b>"], False)


def test_a_control_follows_its_entry(render):
    entry = Entry(Form)
    screen = render(whole, entry)
    entry.type("name", ["桥"])
    entry.type("days", ["<b>"])
    entry.type("tea", ["black"])
    assert screen.find('[name="name"]').attr("value") == "桥"
    assert [one.attr("checked") for one in screen.all('[name="days"]')] == [None, None, ""]
    options = screen.find('[name="tea"]').all("option")
    assert [one.attr("selected") for one in options] == [None, None, ""]


def test_a_value_that_is_not_offered_is_not_lost(render):
    entry = Entry(Form)
    entry.take({"zone": ["Asia/Urumqi"]})
    screen = render(lambda: div[field(entry, "zone")])
    assert [one.text for one in screen.all("option")][0] == "Asia/Urumqi"
    assert screen.find("option[selected]").attr("value") == "Asia/Urumqi"


async def test_the_form_is_sent_and_says_what_came_of_it(render):
    async def refuse(entry):
        entry.refuse(Full())

    entry = Entry(Form, key="k1")
    entry.sender = refuse
    screen = render(whole, entry)
    assert screen.find('[name="_key"]').attr("value") == "k1"
    screen.find("form").submit()
    await render.settled()
    assert screen.find('[role="alert"]').text == "All places are taken."


def test_a_form_on_its_way_says_so(render):
    entry = Entry(Form)
    screen = render(whole, entry)
    assert screen.find("form").attr("aria-busy") is None
    entry.pending.value = True
    assert screen.find("form").attr("aria-busy") is not None
    assert screen.find('[type="submit"]').attr("aria-disabled") == "true"


def test_rows_are_added_and_removed(render):
    entry = Entry(Form)
    entry.add("guests", Guest(label="a"))
    entry.add("guests", Guest(label="b"))
    screen = render(lambda: div[rows(entry, "guests", render=fields, add="More", remove="Less")])
    screen.find('[name="_remove"]').click()
    screen.find('[name="_add"]').click()
    controls = screen.all("input")
    assert [one.attr("name") for one in controls] == ["guests.2.label", "guests.3.label"]
    assert [one.attr("value") for one in controls] == ["b", ""]
    controls[1].type("c")
    assert entry.data()["guests"] == [{"label": "b"}, {"label": "c"}]


def test_what_is_wrong_in_a_row_stands_in_it(render):
    entry = Entry(Form)
    entry.add("guests")
    entry.add("guests")
    screen = render(lambda: div[rows(entry, "guests", render=fields, add="+", remove="-")])
    entry.refuse(Invalid({"guests.1.label": "Label is needed."}))
    assert [len(one.all(".error")) for one in screen.all(".row")] == [0, 1]


def test_a_hidden_field_travels_along(render):
    entry = Entry(Form)
    screen = render(lambda: div[hidden_field(entry, "name")])
    entry.type("name", ["桥"])
    assert screen.find('[type="hidden"]').attr("value") == "桥"


async def test_a_field_is_checked_when_it_is_left(render):
    entry = Entry(Form)
    screen = render(lambda: div[field(entry, "name")])
    screen.find("input").type("much too long")
    assert screen.all(".error") == []
    screen.find("input").leave()
    await render.settled()
    await sleep(0.3)
    assert screen.find(".error").text == "Name can have 5 characters at most."
    screen.find("input").type("Li")
    assert screen.all(".error") == []
