"""Without a network: a plain message, nothing lost, and another try works."""

from playwright.sync_api import expect

NO_CONNECTION = "No connection. Check your network and try again."


def test_a_form_that_could_not_be_sent(organiser, guest):
    event = organiser.publish()
    guest.open(f"/events/{event['id']}/sign-up")
    guest.field("Name").fill("Wang Wu")
    with guest.offline():
        guest.button("Sign up").click()
        expect(guest.alert).to_have_text(NO_CONNECTION)
        expect(guest.field("Name")).to_have_value("Wang Wu")
    guest.button("Sign up").click()
    expect(guest.heading).to_have_text("Your ticket")


def test_a_check_in_that_could_not_be_sent(organiser, guest):
    event = organiser.publish()
    code = guest.takes_place(event)
    organiser.open(f"/organise/events/{event['id']}/check-in")
    with organiser.offline():
        organiser.checks_in(code)
        expect(organiser.alert).to_have_text(NO_CONNECTION)
    organiser.button("Check in").click()
    expect(organiser.text("Welcome, Wang Wu!")).to_be_visible()


def test_a_page_whose_data_could_not_be_fetched(organiser, guest):
    event = organiser.publish()
    guest.open("/")
    guest.link("Tickets").click()
    expect(guest.heading).to_have_text("Tickets")
    with guest.offline():
        guest.link("Events").click()
        expect(guest.alert).to_have_text(NO_CONNECTION)
    guest.link("Try again").click()
    expect(guest.page.locator(f'a[href="/events/{event["id"]}"]')).to_be_visible()


def test_a_page_whose_script_could_not_be_fetched(guest):
    guest.open("/")
    with guest.offline():
        guest.link("Tickets").click()
        expect(guest.alert).to_have_text(NO_CONNECTION)
        guest.link("Try again").click()
        expect(guest.alert).to_have_text(NO_CONNECTION)
    guest.link("Try again").click()
    expect(guest.heading).to_have_text("Tickets")
    guest.page.go_back()
    expect(guest.heading).to_have_text("Events")
