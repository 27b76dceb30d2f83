"""Several kinds of tickets: written by the organiser, chosen by the guest."""

from playwright.sync_api import expect

KINDS = [{"name": "Adult", "capacity": 1}, {"name": "Child"}]


def kind(someone, name):
    return someone.page.get_by_role("radio", name=name)


def test_an_organiser_writes_tickets_and_a_guest_chooses_one(organiser, guest):
    organiser.open("/organise/events/new")
    for name in ("Adult", "Child"):
        organiser.button("Add a ticket").click()
        row = organiser.page.locator(".row").last
        row.get_by_label("Name of the ticket").fill(name)
        row.get_by_label("Places for this ticket").fill("1")
    organiser.creates_event("Tea tasting", 5)
    expect(organiser.heading).to_have_text("Tea tasting")
    guest.open(organiser.page.url.removeprefix(guest.site).replace("/organise", ""))
    expect(guest.page.locator("ul.kinds")).to_contain_text("Adult")
    guest.link("Sign up").click()
    guest.fills_in("Li Na")
    guest.expects(422)
    guest.button("Sign up").click()
    expect(guest.text("Choose a ticket.")).to_be_visible()
    kind(guest, "Child").check()
    guest.button("Sign up").click()
    expect(guest.heading).to_have_text("Your ticket")
    expect(guest.page.locator(".stub .seats")).to_have_text("Child")
    organiser.reload()
    expect(organiser.page.locator(".guest")).to_contain_text("Child")


def test_what_is_sold_out_is_not_chosen_or_waited_for(organiser, phone, guest):
    for waiting_list in (False, True):
        event = organiser.publish(kinds=KINDS, waiting_list=waiting_list)
        quick = {"name": "Quick", "kind": event["kinds"][0]["id"]}
        assert phone().post(f"/events/{event['id']}/sign-ups", quick).status == 201
        guest.open(f"/events/{event['id']}/sign-up")
        expect(kind(guest, "Adult")).to_be_enabled(enabled=waiting_list)
    expect(guest.text("Sold out · Join the waiting list")).to_be_visible()
    kind(guest, "Child").check()
    expect(guest.button("Sign up")).to_be_visible()
    kind(guest, "Adult").check()
    guest.fills_in("Li Na")
    guest.button("Join the waiting list").click()
    expect(guest.text("Number 1 on the waiting list.")).to_be_visible()


def test_without_script_a_ticket_is_chosen_and_a_kind_is_added(organiser, plain, phone):
    event = organiser.publish(kinds=KINDS)
    plain.open(f"/events/{event['id']}/sign-up", ready=False)
    plain.fills_in("Li Na")
    plain.expects(422)
    plain.button("Sign up").click()
    expect(plain.text("Choose a ticket.")).to_be_visible()
    kind(plain, "Adult").check()
    plain.button("Sign up").click()
    expect(plain.page.locator(".stub .seats")).to_have_text("Adult")
    writer = phone(java_script_enabled=False)
    writer.open(f"/?ticket={writer.login_ticket(organiser.name)}", ready=False)
    writer.open(f"/organise/events/{event['id']}/edit", ready=False)
    writer.page.get_by_role("button", name="Remove this ticket").first.click()
    writer.expects(422)
    writer.button("Save").click()
    expect(writer.alert).to_contain_text("“Adult” has sign-ups already")
