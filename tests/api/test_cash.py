"""A guest pays the organiser in cash, and is given it back in cash."""

import pytest

from tests.platforms.people import Payer

pytest_plugins = ["tests.platforms.fixtures"]

PRICE = 6650


@pytest.fixture
def organiser(in_wechat):
    return in_wechat("openid-organiser")


@pytest.fixture
def payer(in_wechat, wechat_pay, event):
    """A guest who has signed up for a ticket with a price, and not paid yet."""
    payer = Payer(in_wechat("openid-guest"), wechat_pay)
    payer.sign_up(event)
    return payer


@pytest.fixture
def event(organiser):
    return organiser.publish(capacity=1, kinds=[{"name": "Adult", "price": PRICE}])


def take_cash(someone, event, payer):
    return someone.post(f"/api/events/{event['id']}/orders/{payer.order}/cash-payment", {})


def refund(someone, event, payer, reason=None):
    path = f"/api/events/{event['id']}/orders/{payer.order}/refund"
    return someone.post(path, {"reason": reason})


def order(payer):
    (found,) = payer.someone.get(f"/api/tickets/{payer.code}/orders").json["items"]
    return found


def test_cash_confirms_the_place(organiser, event, payer, platform_work):
    for _ in range(2):
        answer = take_cash(organiser, event, payer)
        assert (answer.status_code, answer.json["state"]) == (201, "paid")
    assert payer.ticket()["status"] == "confirmed"
    assert payer.told() == ["Your payment has come: the place is yours."]
    platform_work(minutes=60)
    assert payer.ticket()["status"] == "confirmed"


def test_only_the_organiser_takes_cash(event, payer, in_wechat):
    assert take_cash(payer.someone, event, payer).status_code == 403
    assert take_cash(in_wechat("openid-stranger"), event, payer).status_code == 403


def test_an_order_of_another_event_is_not_found(organiser, payer):
    other = organiser.publish(title="Coffee")
    assert take_cash(organiser, other, payer).json["code"] == "order_not_found"


def test_a_place_that_is_kept_no_longer_is_not_paid_for(organiser, event, payer, platform_work):
    platform_work(minutes=16)
    assert take_cash(organiser, event, payer).json["code"] == "not_open"
    assert payer.ticket()["status"] == "expired"


def test_what_was_paid_in_the_host_is_not_paid_in_cash(organiser, event, payer):
    payer.pay()
    assert take_cash(organiser, event, payer).json["code"] == "not_open"


def test_cash_is_given_back_by_hand_and_the_guest_is_told_why(
    organiser, event, payer, platform_work
):
    take_cash(organiser, event, payer)
    assert refund(organiser, event, payer, "No tea left.").json["state"] == "refunded"
    assert refund(organiser, event, payer).json["state"] == "refunded"
    assert payer.told()[0] == "¥66.50 is given back to you in cash. No tea left."
    platform_work()
    assert payer.till.calls["/v3/refund/domestic/refunds"] == 0


def test_who_cancels_is_owed_their_cash_until_it_was_given(organiser, event, payer, platform_work):
    take_cash(organiser, event, payer)
    payer.someone.cancel(payer.code)
    platform_work()
    assert (order(payer)["state"], order(payer)["cash"]) == ("refunding", True)
    assert refund(organiser, event, payer).json["state"] == "refunded"


def test_the_guest_is_told_why_the_host_pays_back(organiser, event, payer, platform_work):
    payer.pay()
    assert refund(organiser, event, payer, "No tea left.").json["state"] == "refunding"
    assert payer.told()[0] == "¥66.50 is being paid back to you. No tea left."
    platform_work()
    assert order(payer)["state"] == "refunded"


def test_the_cashier_is_closed_when_cash_was_taken(
    organiser, event, payer, wechat_pay, platform_work
):
    payer.open_cashier()
    take_cash(organiser, event, payer)
    platform_work(minutes=5)
    assert wechat_pay.orders[payer.order]["state"] == "CLOSED"


def test_what_is_paid_twice_is_paid_back_by_the_host(
    organiser, event, payer, wechat_pay, platform_work
):
    payer.open_cashier()
    take_cash(organiser, event, payer)
    wechat_pay.pay(payer.order)
    for _ in range(2):
        payer.notice()
    # The order was to be closed, too: that finds the payment once more.
    platform_work(minutes=6)
    assert list(wechat_pay.orders[payer.order]["refunds"].values()) == [PRICE]
    assert (order(payer)["state"], payer.ticket()["status"]) == ("paid", "confirmed")
