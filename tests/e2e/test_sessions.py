"""A person sees where they are signed in, ends a lost one, and signs out."""

from playwright.sync_api import expect


def test_end_another_and_sign_out(phone):
    lost, own = phone().sign_in("Liu Yang"), phone().sign_in("Liu Yang")
    own.open("/organise/sessions")
    cards = own.page.get_by_role("article")
    expect(cards).to_have_count(2)
    expect(cards.first).to_contain_text("Chrome · Linux")
    own.page.get_by_role("button", name="End it: Chrome · Linux").click()
    expect(own.text("Ended.")).to_be_visible()
    expect(cards).to_have_count(1)
    own.button("Sign out").click()
    own.arrived("/")
    for one in (lost, own):
        one.page.goto(f"{one.site}/organise/sessions")
        expect(one.heading).to_have_text("Sign in")
