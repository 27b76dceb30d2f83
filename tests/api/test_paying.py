"""Tickets with a price: kept for a while, confirmed by a payment, paid back."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from backend import forgetting
from backend.models import Order, SignUp
from tests.api.conftest import local
from tests.platforms.people import Payer

pytest_plugins = ["tests.platforms.fixtures"]
pytestmark = pytest.mark.parametrize(
    "kind", ["sqlite", "postgresql"], indirect=True, scope="session"
)

PRICE = 6650


@pytest.fixture
def organiser(in_wechat):
    return in_wechat("openid-organiser")


@pytest.fixture
def payer(in_wechat, wechat_pay):
    """Make guests who pay in WeChat."""
    made = iter(range(100))
    return lambda: Payer(in_wechat(f"openid-{next(made)}"), wechat_pay)


def publish(organiser, **changes):
    kinds = [{"name": "Adult", "price": PRICE}, {"name": "Child"}]
    return organiser.publish(**{"capacity": 2, "most_seats": 2, "kinds": kinds, **changes})


@pytest.fixture
def event(organiser):
    return publish(organiser)


def taken(someone, event):
    return someone.get(f"/api/events/{event['id']}").json["taken"]


def test_a_ticket_with_a_price_is_kept_until_it_is_paid(event, payer):
    guest = payer()
    ticket = guest.sign_up(event, seats=2)
    assert (ticket["status"], ticket["amount"], ticket["order_state"]) == ("unpaid", 13300, "open")
    assert ticket["offer_minutes"] in (14, 15)
    assert taken(guest.someone, event) == 2
    guest.pay()
    assert guest.ticket()["status"] == "confirmed"
    assert guest.ticket()["order"] is None
    assert guest.told()[0] == "Your payment has come: the place is yours."


def test_a_ticket_without_a_price_is_confirmed_at_once(event, payer):
    ticket = payer().sign_up(event, kind="Child")
    assert (ticket["status"], ticket["amount"], ticket["order_state"]) == ("confirmed", None, None)


def test_the_till_takes_what_the_server_asks_for_and_until_then(event, payer, wechat_pay):
    guest = payer()
    ticket = guest.sign_up(event, seats=2)
    guest.open_cashier()
    amount, title, openid, expires = wechat_pay.orders[ticket["order"]]["facts"]
    assert (amount, title, openid) == (13300, "Tea tasting · Adult × 2", "openid-0")
    left = datetime.fromisoformat(expires) - datetime.now(UTC)
    assert timedelta(minutes=14) < left <= timedelta(minutes=15)


def test_a_place_that_nobody_pays_for_is_free_again(event, payer, platform_work):
    guest = payer()
    ticket = guest.sign_up(event, seats=2)
    platform_work(minutes=13)
    assert guest.ticket()["status"] == "unpaid"
    platform_work(minutes=16)
    assert (guest.ticket()["status"], guest.ticket()["order_state"]) == ("expired", "closed")
    assert taken(guest.someone, event) == 0
    assert guest.open_cashier(ticket["order"]).json["code"] == "not_offered"
    assert payer().sign_up(event, seats=2)["status"] == "unpaid"


def test_told_five_times_it_is_paid_once(event, payer):
    guest = payer()
    guest.sign_up(event)
    guest.pay()
    for _ in range(4):
        guest.notice()
    assert (guest.ticket()["status"], guest.ticket()["order_state"]) == ("confirmed", "paid")
    assert len(guest.told()) == 1


def test_who_pays_too_late_gets_the_place_if_one_is_free(event, payer, platform_work):
    guest = payer()
    guest.sign_up(event)
    guest.open_cashier()
    platform_work(minutes=16)
    guest.pay_now()
    assert (guest.ticket()["status"], guest.ticket()["order_state"]) == ("confirmed", "paid")
    assert taken(guest.someone, event) == 1
    again = guest.someone.try_to_sign_up(event, more={"kind": event["kinds"][0]["id"]})
    assert again.json["code"] == "already_signed_up"


def test_who_pays_too_late_for_the_last_place_is_paid_back(event, payer, platform_work, wechat_pay):
    late, quick = payer(), payer()
    ticket = late.sign_up(event, seats=2)
    late.open_cashier()
    platform_work(minutes=16)
    quick.sign_up(event)
    late.pay_now()
    assert (late.ticket()["status"], late.ticket()["order_state"]) == ("expired", "refunding")
    assert late.told()[0] == "¥133 is being paid back to you."
    platform_work()
    assert late.ticket()["order_state"] == "refunded"
    assert wechat_pay.orders[ticket["order"]]["refunds"] == {ticket["order"]: 13300}


def test_who_has_signed_up_anew_is_paid_back_what_came_late(event, payer, platform_work):
    guest = payer()
    first = guest.sign_up(event)
    guest.open_cashier()
    platform_work(minutes=16)
    guest.sign_up(event)
    guest.pay_now(first["order"])
    assert guest.ticket(first["code"])["order_state"] == "refunding"
    assert guest.ticket()["status"] == "unpaid"


@pytest.mark.parametrize(
    ("refunds", "days", "back"),
    [("start", 1, True), ("day", 2, True), ("day", 0.5, False), ("week", 6, False),
     ("never", 30, False)],
)  # fmt: skip
def test_who_gives_up_a_paid_place_is_paid_back_as_promised(organiser, payer, refunds, days, back):
    event = publish(
        organiser, zone="UTC", starts_at=local(days), ends_at=local(days + 1), refunds=refunds
    )
    guest = payer()
    guest.sign_up(event)
    guest.pay()
    assert guest.ticket()["pays_back"] is back
    ticket = guest.someone.cancel(guest.code).json
    assert (ticket["status"], ticket["order_state"]) == (
        "cancelled", "refunding" if back else "paid",
    )  # fmt: skip
    assert taken(guest.someone, event) == 0


def test_who_is_turned_down_after_paying_is_paid_back(organiser, payer):
    event = publish(organiser, refunds="never")
    guest = payer()
    guest.sign_up(event)
    guest.pay()
    assert organiser.reject(event, guest.code).json["order_state"] == "refunding"


def test_everybody_is_paid_back_when_the_event_is_called_off(
    organiser, event, payer, platform_work
):
    paid, unpaid = payer(), payer()
    paid.sign_up(event)
    paid.pay()
    order = unpaid.sign_up(event)["order"]
    unpaid.open_cashier()
    organiser.post(f"/api/events/{event['id']}/cancellation", {})
    assert unpaid.open_cashier(order).json["code"] == "not_offered"
    platform_work()
    assert paid.ticket()["order_state"] == "refunded"
    # The cashier was open already.
    unpaid.pay_now(order)
    assert unpaid.ticket()["order_state"] == "refunding"


def test_who_is_approved_has_time_to_pay(organiser, payer, platform_work):
    event = publish(organiser, approval=True)
    guest = payer()
    assert guest.sign_up(event)["status"] == "pending"
    assert organiser.approve(event, guest.code).json["status"] == "unpaid"
    assert "Pay before" in guest.told()[0]
    platform_work(minutes=23 * 60)
    guest.pay()
    assert guest.ticket()["status"] == "confirmed"


def test_a_free_place_is_kept_for_the_next_in_line_until_it_is_paid(
    organiser, payer, platform_work
):
    event = publish(organiser, capacity=1, waiting_list=True)
    guests = [payer() for _ in range(3)]
    states = [guest.sign_up(event)["status"] for guest in guests]
    assert states == ["unpaid", "waiting", "waiting"]
    platform_work(minutes=16)
    assert [guest.ticket()["status"] for guest in guests] == ["expired", "unpaid", "waiting"]
    assert guests[1].ticket()["may_accept"] is False
    platform_work(minutes=16 + 25 * 60)
    assert [guest.ticket()["status"] for guest in guests] == ["expired", "expired", "unpaid"]
    guests[2].pay()
    assert guests[2].ticket()["status"] == "confirmed"


def test_who_can_not_pay_keeps_no_place(event, phone):
    answer = phone().try_to_sign_up(event, more={"kind": event["kinds"][0]["id"]})
    assert (answer.status_code, answer.json["code"]) == (409, "paid_elsewhere")
    child = {"kind": event["kinds"][1]["id"]}
    assert phone().try_to_sign_up(event, more=child).json["status"] == "confirmed"


def test_only_the_guest_is_told_how_to_pay(organiser, event, payer):
    guest = payer()
    guest.sign_up(event)
    assert organiser.ticket(guest.code)["order"] is None
    (listed,) = organiser.get(f"/api/events/{event['id']}/sign-ups").json["items"]
    assert (listed["amount"], listed["order_state"]) == (PRICE, "open")
    file = organiser.get(f"/api/events/{event['id']}/sign-ups.csv").data.decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(file))
    assert (row["Amount in yuan"], row["Payment"]) == ("66.50", "Not paid yet")


def test_an_unpaid_ticket_opens_no_door(organiser, event, payer):
    guest = payer()
    guest.sign_up(event)
    assert organiser.check_in(event, guest.code).json["code"] == "not_confirmed"


def test_a_new_price_is_not_for_who_has_signed_up_before(organiser, event, payer):
    guest = payer()
    guest.sign_up(event)
    dearer = [{**event["kinds"][0], "price": 9900}, event["kinds"][1]]
    organiser.change(event, kinds=dearer)
    guest.pay()
    assert (guest.ticket()["status"], guest.ticket()["amount"]) == ("confirmed", PRICE)


def test_where_no_money_can_be_taken_nothing_has_a_price(person):
    organiser = person().log_in("Chen Xiaoyu")
    form = organiser.event_form(kinds=[{"name": "Child"}, {"name": "Adult", "price": 1}])
    answer = organiser.post("/api/events", form)
    assert list(answer.json["fields"]) == ["kinds.1.price"]


def test_what_was_paid_stays_when_a_person_is_forgotten(event, payer, database):
    guest = payer()
    order = guest.sign_up(event)["order"]
    guest.pay()
    with database.transaction(writes=True) as db:
        forgetting.forget_some(db, datetime.now(UTC) + timedelta(days=100))
    with database.transaction(writes=False) as db:
        found = db.get(Order, order)
        assert (found.user_id, found.amount, found.state) == (None, PRICE, "paid")
        assert found.transaction_id
        sign_up = db.scalars(select(SignUp)).one()
        assert (sign_up.name, sign_up.user_id, sign_up.holder_id) == ("", None, None)
        # What was sold stays, and so does what the organiser may count.
        assert (sign_up.kind.name, sign_up.seats) == ("Adult", 1)
