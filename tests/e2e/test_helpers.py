"""An organiser invites a helper, who checks guests in and sees no list of them."""

from playwright.sync_api import expect


def test_invited_let_in_and_removed(organiser, guest, phone):
    event = organiser.publish()
    organiser.open(f"/organise/events/{event['id']}")
    organiser.link("Helpers").click()
    expect(organiser.text("Nobody helps you yet.")).to_be_visible()
    organiser.page.get_by_label("Name of the helper").fill("Zhou")
    organiser.button("Invite a helper").click()
    code = organiser.page.locator(".result .code").inner_text()
    helper = phone().sign_in("Zhou Ming")
    helper.open("/organise")
    helper.link("I was invited to help").click()
    helper.field("Code of the invitation").fill(code.lower())
    helper.button("Go on").click()
    expect(helper.text(f"Organised by {organiser.name}")).to_be_visible()
    helper.button("Help at the door").click()
    helper.checks_in(guest.takes_place(event))
    expect(helper.text("1 of 1 guests are in")).to_be_visible()
    helper.link("Back").click()
    expect(helper.page.get_by_role("heading", name="You help at the door")).to_be_visible()
    organiser.reload()
    organiser.button("Remove Zhou").click()
    expect(organiser.text("Removed.")).to_be_visible()
    assert helper.status_of(f"/organise/events/{event['id']}/check-in") == 403


def test_without_script(organiser, phone):
    event = organiser.publish()
    plain = phone(java_script_enabled=False, storage_state=organiser.context.storage_state())
    plain.open(f"/organise/events/{event['id']}/helpers", ready=False)
    plain.button("Invite a helper").click()
    helper = phone(java_script_enabled=False)
    helper.open(plain.link("Link of the invitation").get_attribute("href"), ready=False)
    helper.field("Your name").fill("Ann")
    helper.button("Sign in").click()
    helper.button("Help at the door").click()
    expect(helper.field("Ticket code")).to_be_visible()
    plain.page.reload()
    plain.button("Remove Ann").click()
    expect(plain.text("Nobody helps you yet.")).to_be_visible()
