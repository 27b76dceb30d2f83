"""From a new event to a guest who is let in."""

import re
import time

from playwright.sync_api import expect

from tests.e2e.person import QUESTIONS


def test_from_a_new_event_to_a_guest_who_is_in(organiser, guest):
    organiser.open("/organise")
    organiser.link("New event").click()
    organiser.creates_event("Moon cake evening", places=2, questions=QUESTIONS)
    expect(organiser.heading).to_have_text("Moon cake evening")
    organiser.link("Page of the event").click()
    expect(organiser.link("Sign up")).to_be_visible()

    guest.open(organiser.path)
    expect(guest.text("2 places left")).to_be_visible()
    guest.link("Sign up").click()
    code = guest.signs_up("Wang Wu", QUESTIONS)

    organiser.link("Run this event").click()
    row = organiser.page.locator(".guest").filter(has_text="Wang Wu")
    for answer in ("Cake", "40", "+86 138 0013 8000", "Pu'er", "<Monday>"):
        expect(row).to_contain_text(answer)
    organiser.link("Check guests in").click()
    organiser.checks_in(code.lower())
    expect(organiser.text("Welcome, Wang Wu!")).to_be_visible()
    expect(organiser.text("1 of 1 guests are in")).to_be_visible()
    guest.reload()
    expect(guest.text("Checked in:")).to_be_visible()


def test_the_door_is_ready_for_the_next_guest_when_it_says_welcome(organiser, phone):
    event = organiser.publish()
    codes = [phone().takes_place(event, name) for name in ("Wang Wu", "Li Si")]
    organiser.open(f"/organise/events/{event['id']}/check-in")
    # A slow answer to what the page asks after the check-in.
    organiser.page.route("**/sign-ups", lambda route: (time.sleep(0.5), route.continue_()))
    organiser.checks_in(codes[0])
    expect(organiser.page.get_by_role("status").filter(has_text="Welcome")).to_be_focused()
    organiser.checks_in(codes[1])
    expect(organiser.text("Welcome, Li Si!")).to_be_visible()
    expect(organiser.text("2 of 2 guests are in")).to_be_visible()


def test_a_check_in_is_told_even_if_the_page_can_not_be_brought_up_to_date(organiser, guest):
    event = organiser.publish()
    code = guest.takes_place(event)
    organiser.open(f"/organise/events/{event['id']}/check-in")
    organiser.is_offline = True
    organiser.page.route("**/sign-ups", lambda route: route.abort("failed"))
    organiser.checks_in(code)
    expect(organiser.text("Welcome, Wang Wu!")).to_be_visible()


def test_a_ticket_lets_in_once(organiser, guest):
    event = organiser.publish()
    code = guest.takes_place(event)
    organiser.open(f"/organise/events/{event['id']}/check-in")
    organiser.checks_in(code)
    expect(organiser.text("Welcome, Wang Wu!")).to_be_visible()
    organiser.expects(409)
    organiser.checks_in(code)
    expect(organiser.alert).to_contain_text(
        re.compile(r"Wang Wu was checked in already: \w+ \d+ \w+ \d{4} \d\d:\d\d\.")
    )


def test_a_mistyped_code_is_told_from_a_ticket_of_another_event(organiser, guest):
    event = organiser.publish()
    code = guest.takes_place(organiser.publish(title="Another evening"))
    organiser.open(f"/organise/events/{event['id']}/check-in")
    organiser.expects(404, 409)
    organiser.checks_in(code[:-1] + ("0" if code[-1] != "0" else "1"))
    expect(organiser.alert).to_contain_text("Check the code for typing mistakes.")
    organiser.checks_in(code)
    expect(organiser.alert).to_have_text("This ticket is for another event: Another evening.")


def test_an_event_is_changed_and_keeps_its_guests(organiser, guest):
    event = organiser.publish(questions=QUESTIONS)
    guest.takes_place(event)
    organiser.open(f"/organise/events/{event['id']}/edit")
    organiser.field("Title").fill("Tea tasting, upstairs")
    organiser.page.get_by_label("Question", exact=True).first.fill("What will you bring?")
    organiser.button("Remove this question").last.click()
    organiser.button("Save").click()
    expect(organiser.heading).to_have_text("Tea tasting, upstairs")
    questions = organiser.page.locator(".guest").get_by_role("term")
    expect(questions.first).to_have_text("What will you bring?")
    expect(questions.last).to_have_text("A question that was removed")
