"""The page speaks the language of the phone, or the one that was chosen."""

import pytest
from playwright.sync_api import expect

WORDS = {
    "zh-CN": ("活动", "票券", "你还没有票券。"),
    "en-GB": ("Events", "Tickets", "no tickets yet"),
}


@pytest.mark.parametrize("locale", WORDS)
def test_the_language_of_the_phone(phone, locale):
    events, tickets, none = WORDS[locale]
    guest = phone(locale=locale).open("/")
    expect(guest.heading).to_have_text(events)
    guest.page.locator(".tabs a").nth(1).click()
    expect(guest.heading).to_have_text(tickets)
    expect(guest.text(none)).to_be_visible()


@pytest.mark.parametrize(
    ("locale", "chosen", "word"), [("en-GB", "zh", "活动"), ("zh-CN", "en", "Events")]
)
def test_the_chosen_language_stays(phone, locale, chosen, word):
    guest = phone(locale=locale).open(f"/?lang={chosen}")
    expect(guest.heading).to_have_text(word)
    expect(guest.page.locator("html")).to_have_attribute("lang", chosen)
    assert guest.path == "/"
    guest.reload()
    expect(guest.heading).to_have_text(word)


def test_messages_of_page_and_server_are_in_it(phone, organiser):
    event = organiser.publish(capacity=1)
    guest = phone(locale="zh-CN").open(f"/events/{event['id']}/sign-up")
    guest.button("报名").click()
    expect(guest.errors).to_have_text("请填写姓名。")
    organiser.takes_place(event)
    guest.field("姓名").fill("王五")
    guest.expects(409)
    guest.button("报名").click()
    expect(guest.alert).to_have_text("名额已满。")


def test_a_page_that_is_not_there_is_missing_in_chinese(phone):
    guest = phone(locale="zh-CN")
    assert guest.status_of("/nothing") == 404
    expect(guest.heading).to_have_text("找不到内容")
    guest.link("查看活动").click()
    expect(guest.heading).to_have_text("活动")
