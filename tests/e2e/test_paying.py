"""A ticket with a price, on a server that takes money through an emulated Alipay."""

import pytest
from playwright.sync_api import expect

from emulators.alipay import Alipay
from emulators.servers import running as emulated
from tools import assets
from tools.testing.servers import running


@pytest.fixture(scope="module")
def till():
    with emulated(Alipay()) as emulator:
        yield emulator


@pytest.fixture(scope="module")
def site(till, tmp_path_factory):
    assets.ensure()
    address = {"QIAO_ADDRESS": "https://signup.example.com", "QIAO_PREVIEW_LOGIN": "1"}
    with running(tmp_path_factory.mktemp("paying"), **address, **till.settings()) as address:
        yield address


@pytest.fixture
def payer(phone, till):
    """Somebody from Alipay."""
    someone = phone()
    sent = {"host": "alipay", "code": till.auth_code("2088000000000007")}
    return someone.open(f"/?ticket={someone.post('/logins', sent).json()['ticket']}")


@pytest.fixture
def event(organiser):
    return organiser.publish(kinds=[{"name": "Adult", "price": 6650}, {"name": "Child"}])


def pay(someone, till, order):
    """Pay as the shell and the platform do, seen from the server."""
    call = {"kind": "pay", "host": "alipay", "path": "/", "key": "pay"}
    answer = someone.post("/native-calls", {**call, "arguments": {"order": order}})
    assert answer.status == 201, answer.text()
    till.pay(order)
    told = someone.context.request.post(f"{someone.site}/notices/alipay", form=till.notice(order))
    assert told.text() == "success"


def test_a_place_is_kept_paid_for_and_paid_back(organiser, payer, till, event):
    payer.open(f"/events/{event['id']}")
    expect(payer.page.locator("ul.kinds")).to_contain_text("¥66.50")
    payer.link("Sign up").click()
    payer.page.get_by_role("radio", name="Adult").check()
    expect(payer.text("paid back until the event begins")).to_be_visible()
    payer.fills_in("Li Na")
    payer.button("Sign up").click()
    expect(payer.text("To pay: ¥66.50")).to_be_visible()
    expect(payer.text("minutes left")).to_be_visible()
    # A plain browser has no cashier.
    payer.button("Pay").click()
    expect(payer.page.locator("[role=status]", has_text="WeChat")).to_be_visible()
    code = payer.page.url.rpartition("/")[2]
    ticket = payer.context.request.get(f"{payer.site}/api/tickets/{code}").json()
    pay(payer, till, ticket["order"])
    payer.reload()
    expect(payer.heading).to_have_text("Your ticket")
    expect(payer.text("Paid: ¥66.50")).to_be_visible()
    payer.link("I can't come").click()
    expect(payer.text("¥66.50 will be paid back to you.")).to_be_visible()
    payer.button("Cancel my sign-up").click()
    expect(payer.text("Being paid back: ¥66.50")).to_be_visible()


def test_who_is_known_to_no_till_is_told_where_to_pay(guest, event):
    guest.open(f"/events/{event['id']}/sign-up")
    guest.page.get_by_role("radio", name="Adult").check()
    guest.fills_in("Li Na")
    guest.expects(409)
    guest.button("Sign up").click()
    expect(guest.alert).to_contain_text("paid for in WeChat or Alipay")
