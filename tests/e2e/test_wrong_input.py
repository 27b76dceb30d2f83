"""Wrong input is told field by field, in the words of the server."""

import pytest
from playwright.sync_api import expect

from tests.e2e.person import QUESTIONS

WRONG = {"food": "x" * 501, "age": "old", "call": "12", "tea": None, "days": []}


@pytest.fixture
def event(organiser):
    return organiser.publish(questions=QUESTIONS)


@pytest.fixture
def form(guest, event):
    """A guest with the sign-up form open."""
    return guest.open(f"/events/{event['id']}/sign-up")


def told_by_the_api(phone, path, *bodies):
    """Return the messages with which the API refuses the bodies."""
    found = {}
    for body in bodies:
        answer = phone.post(path, body)
        assert answer.status == 422
        found |= answer.json()["fields"]
    return found


def test_every_wrong_field_of_a_sign_up(form, event):
    form.field("What do you bring?").fill(WRONG["food"])
    form.field("Your age").fill(WRONG["age"])
    form.field("Your number").fill(WRONG["call"])
    form.button("Sign up").click()
    expect(form.errors).to_have_count(6)
    assert form.calls == []  # the page knew by itself
    path = f"/events/{event['id']}/sign-ups"
    # The API looks at the answers once the rest is right.
    told = told_by_the_api(form, path, {"name": "", "answers": {}}, {"name": "x", "answers": WRONG})
    assert sorted(form.errors.all_inner_texts()) == sorted(told.values())


def test_every_wrong_field_of_an_event(organiser):
    organiser.open("/organise/events/new")
    organiser.field("Number of places").fill("0")
    organiser.button("Add a question").click()
    organiser.button("Publish the event").click()
    expect(organiser.errors).to_have_count(6)
    told = told_by_the_api(organiser, "/events", {"capacity": 0, "questions": [{}]})
    assert sorted(organiser.errors.all_inner_texts()) == sorted(told.values())


def test_what_only_the_server_knows_is_shown_at_its_field(organiser):
    organiser.open("/organise/events/new")
    organiser.expects(422)
    question = {"kind": "choice", "label": "Which tea?"}
    organiser.creates_event("Tea", places=3, questions=[question])
    expect(organiser.errors).to_have_text("Write at least one choice.")
    organiser.field("Choices, one a line").fill("Green")
    organiser.field("End").fill("2027-09-15T17:00")
    organiser.button("Publish the event").click()
    expect(organiser.errors).to_have_text("The end must be after the start.")
    expect(organiser.field("End")).to_be_focused()


def test_the_first_wrong_field_has_the_focus(form):
    form.field("Name").fill("Wang Wu")
    form.field("What do you bring?").fill("Cake")
    form.button("Sign up").click()
    expect(form.field("Your age")).to_be_focused()
    expect(form.field("Your age")).to_have_accessible_description("The answer is needed.")


def test_the_first_box_of_an_unanswered_question_has_the_focus(form):
    form.fills_in("Wang Wu", QUESTIONS)
    form.field("<Monday>").uncheck()
    form.button("Sign up").click()
    expect(form.field("Sat & Sun")).to_be_focused()


def test_a_message_goes_when_the_field_is_right(form):
    form.button("Sign up").click()
    expect(form.page.locator("#f-name-error")).to_be_visible()
    form.field("Name").fill("Wang Wu")
    expect(form.page.locator("#f-name-error")).to_have_count(0)


def test_a_field_is_checked_when_it_is_left_not_before(form):
    form.field("Your number").press_sequentially("12")
    expect(form.errors).to_have_count(0)
    form.field("Name").focus()
    expect(form.errors).to_have_text("The answer must be a telephone number.")
