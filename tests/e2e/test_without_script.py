"""The whole way with JavaScript switched off."""

from playwright.sync_api import expect

QUESTIONS = [{"id": "age", "kind": "number", "label": "Age", "required": True}]


def test_list_event_form_and_ticket(organiser, plain):
    event = organiser.publish(questions=QUESTIONS)
    plain.open("/", ready=False)
    plain.page.locator(f'a[href="/events/{event["id"]}"]').click()
    plain.link("Sign up").click()
    plain.field("Name").fill("Wang Wu")
    plain.field("Age").fill("old")
    plain.expects(422)
    plain.button("Sign up").click()
    expect(plain.errors).to_have_text("The answer must be a number.")
    expect(plain.field("Name")).to_have_value("Wang Wu")
    expect(plain.field("Age")).to_have_value("old")
    plain.field("Age").fill("30")
    plain.button("Sign up").click()
    expect(plain.heading).to_have_text("Your ticket")
    expect(plain.page.get_by_role("img", name="QR code")).to_be_visible()
    plain.page.reload()
    expect(plain.text("Wang Wu")).to_be_visible()


def test_a_full_event_says_so_and_keeps_what_was_typed(organiser, plain, phone):
    event = organiser.publish(capacity=1)
    plain.open(f"/events/{event['id']}/sign-up", ready=False)
    plain.field("Name").fill("Wang Wu")
    phone().takes_place(event)
    plain.expects(422)
    plain.button("Sign up").click()
    expect(plain.alert).to_have_text("All places are taken.")
    expect(plain.field("Name")).to_have_value("Wang Wu")


def test_an_organiser_can_publish_and_let_in(plain):
    plain.open("/organise/events/new", ready=False)
    plain.field("Your name").fill("Li Na")
    plain.button("Sign in").click()
    plain.field("Title").fill("Walk")
    plain.field("Start").fill("2027-09-15T18:00")
    plain.field("End").fill("2027-09-15T21:00")
    plain.field("Place").fill("Gate 3")
    plain.field("Number of places").fill("5")
    plain.button("Add a question").click()
    expect(plain.field("Title")).to_have_value("Walk")
    plain.field("Question").fill("Vegetarian?")
    plain.button("Publish the event").click()
    expect(plain.heading).to_have_text("Walk")
    plain.link("Page of the event").click()
    plain.link("Sign up").click()
    code = plain.signs_up()
    plain.open("/organise", ready=False)
    plain.page.get_by_role("article").get_by_role("link").first.click()
    plain.link("Check guests in").click()
    plain.checks_in(code)
    expect(plain.text("Welcome, Wang Wu!")).to_be_visible()
