"""The way to a ticket with JavaScript switched off."""

from playwright.sync_api import expect

QUESTIONS = [{"id": "age", "kind": "number", "label": "Age", "required": True}]


def test_list_event_form_and_ticket(organiser, plain):
    event = organiser.publish(questions=QUESTIONS)
    plain.open("/", ready=False)
    plain.page.locator(f'a[href="/events/{event["id"]}"]').click()
    plain.link("Sign up").click()
    plain.field("Name").fill("Wang Wu")
    plain.field("Age").fill("old")
    plain.button("Sign up").click()
    expect(plain.page.get_by_text("Age must be a number.")).to_be_visible()
    expect(plain.field("Name")).to_have_value("Wang Wu")
    expect(plain.field("Age")).to_have_value("old")
    plain.field("Age").fill("30")
    plain.button("Sign up").click()
    expect(plain.heading).to_have_text("Your ticket")
    assert plain.path.startswith("/tickets/")
    expect(plain.page.get_by_role("img", name="QR code")).to_be_visible()
    plain.page.reload()
    expect(plain.page.get_by_text("Wang Wu")).to_be_visible()


def test_an_organiser_can_publish_and_let_in(plain):
    plain.open("/organise/events/new", ready=False)
    plain.field("Your name").fill("Li Na")
    plain.button("Sign in").click()
    plain.field("Title").fill("Walk")
    plain.field("Starts").fill("2027-09-15T18:00")
    plain.field("Ends").fill("2027-09-15T21:00")
    plain.page.get_by_label("Place", exact=True).fill("Gate 3")
    plain.field("Places").fill("5")
    plain.button("Add a question").click()
    expect(plain.field("Title")).to_have_value("Walk")
    plain.page.get_by_label("Question", exact=True).fill("Vegetarian?")
    plain.button("Publish the event").click()
    expect(plain.heading).to_have_text("Walk")
    plain.link("Page of the event").click()
    plain.link("Sign up").click()
    plain.field("Name").fill("Wang Wu")
    plain.button("Sign up").click()
    code = plain.page.locator(".ticket .code").inner_text()
    plain.open("/organise", ready=False)
    plain.page.get_by_role("article").get_by_role("link").first.click()
    plain.link("Check guests in").click()
    plain.field("Ticket code").fill(code)
    plain.button("Check in").click()
    expect(plain.page.get_by_text("Welcome, Wang Wu!")).to_be_visible()
