"""Orders on both platforms: opened, paid, told by a notice, paid back."""

import json
import time

import pytest
from sqlalchemy import select

from backend.models import Job
from backend.platforms import rsa2
from backend.platforms.alipay_trade import fen, yuan
from emulators import keys
from emulators import wechat_pay as emulator

pytest_plugins = ["tests.platforms.fixtures"]

AMOUNT = 6650


@pytest.fixture(params=["wechat", "alipay"])
def host(request):
    return request.param


@pytest.fixture
def till(host, wechat_pay, alipay):
    """Give the emulator that takes the money."""
    return {"wechat": wechat_pay, "alipay": alipay}[host]


@pytest.fixture
def people(host, in_wechat, in_alipay):
    """Give an organiser and a guest of one host."""
    make = {"wechat": in_wechat, "alipay": in_alipay}[host]
    return make("2088-Ann"), make("2088-Ben")


@pytest.fixture
def order(people):
    """An order that the guest is to pay."""
    organiser, guest = people
    event = organiser.publish(title="Tea & cake")
    path = f"/api/events/{event['id']}/sign-ups/{guest.sign_up(event)}/orders"
    answer = organiser.post(path, {"amount": AMOUNT})
    assert answer.status_code == 201, answer.text
    return {**answer.json, "event": event["id"]}


def open_cashier(someone, order, host):
    form = {"kind": "pay", "host": host, "path": "/", "key": "pay"}
    return someone.post("/api/native-calls", {**form, "arguments": {"order": order["id"]}})


def payment(someone, order, host):
    """Return what the shell gives to the host's cashier."""
    call = open_cashier(someone, order, host)
    assert call.status_code == 201, call.text
    begin = f"/api/native-calls/{call.json['id']}/begin"
    return json.loads(someone.post(begin, {"token": call.json["token"]}).json["payment"])


def tell(someone, till, order, host, **changes):
    """The platform's server tells ours."""
    if host == "alipay":
        return someone.browser.post("/notices/alipay", data=till.notice(order["id"], **changes))
    headers, body = till.notice(order["id"], **changes)
    return someone.browser.post("/notices/wechat-pay", data=body, headers=headers)


def state(someone, order):
    (found,) = someone.get(f"/api/tickets/{order['ticket']}/orders").json["items"]
    return found["state"]


def refund(organiser, order):
    return organiser.post(f"/api/events/{order['event']}/orders/{order['id']}/refund", {})


@pytest.fixture
def paid(people, order, till, host):
    """An order that was paid."""
    payment(people[1], order, host)
    till.pay(order["id"])
    tell(people[1], till, order, host)
    return order


def test_the_cashier_opens_for_an_order_that_the_platform_knows(people, order, till, host):
    given = payment(people[1], order, host)
    if host == "alipay":
        assert given == {"tradeNO": till.trades[order["id"]]["trade_no"]}
        assert till.trades[order["id"]]["facts"] == ("66.50", "2088-Ben", "")
    else:
        known = till.orders[order["id"]]
        assert known["facts"] == (AMOUNT, "Tea & cake", "2088-Ben", "")
        lines = till.app_id, given["timeStamp"], given["nonceStr"], given["package"]
        text = "".join(f"{line}\n" for line in lines).encode()
        assert given["package"] == f"prepay_id={known['prepay_id']}"
        assert rsa2.is_signed(keys.key("us").public_key(), text, given["paySign"])


def test_opened_twice_it_is_one_order(people, order, till, host):
    first, second = (payment(people[1], order, host) for _ in range(2))
    assert first.get("package") == second.get("package")
    assert first.get("tradeNO") == second.get("tradeNO")


def test_a_notice_says_that_it_is_paid(people, order, till, host):
    guest = people[1]
    payment(guest, order, host)
    assert state(guest, order) == "open"
    till.pay(order["id"])
    answer = tell(guest, till, order, host)
    assert (answer.status_code, answer.text) == (
        (200, "success") if host == "alipay" else (204, "")
    )
    assert state(guest, order) == "paid"


def test_a_notice_that_comes_again_and_again_is_welcome(people, paid, till, host, platform_work):
    refund(people[0], paid)
    assert tell(people[1], till, paid, host).status_code in (200, 204)
    assert state(people[1], paid) == "refunding"


def test_a_notice_that_the_platform_did_not_sign_is_not_believed(people, order, till, host):
    payment(people[1], order, host)
    till.pay(order["id"])
    till.signer = "a stranger"
    assert tell(people[1], till, order, host).status_code == 401
    assert state(people[1], order) == "open"


def test_nor_is_one_that_was_changed_on_the_way(people, order, wechat_pay, alipay, host, till):
    guest = people[1]
    payment(guest, order, host)
    till.pay(order["id"])
    if host == "alipay":
        sent = {**till.notice(order["id"]), "total_amount": "0.01"}
        answer = guest.browser.post("/notices/alipay", data=sent)
    else:
        headers, body = till.notice(order["id"])
        answer = guest.browser.post("/notices/wechat-pay", data=body + b" ", headers=headers)
    assert (answer.status_code, state(guest, order)) == (401, "open")


def test_nor_one_for_another_app(people, order, till, host):
    payment(people[1], order, host)
    till.pay(order["id"])
    name = "app_id" if host == "alipay" else "appid"
    assert tell(people[1], till, order, host, **{name: "other"}).status_code == 401


def test_nor_an_old_one_of_wechat_pay(in_wechat, wechat_pay, monkeypatch, phone):
    then = time.time() - 400
    monkeypatch.setattr(emulator.time, "time", lambda: then)
    wechat_pay.orders["x" * 8] = {"facts": (1, "", ""), "state": "NOTPAY"}
    headers, body = wechat_pay.notice("x" * 8)
    monkeypatch.undo()
    answer = phone().browser.post("/notices/wechat-pay", data=body, headers=headers)
    assert answer.status_code == 401


def test_less_than_was_asked_for_is_not_enough(people, order, till, host, caplog):
    payment(people[1], order, host)
    till.pay(order["id"])
    less = {"total_amount": "0.01"} if host == "alipay" else {"amount": {"total": 1}}
    tell(people[1], till, order, host, **less)
    assert state(people[1], order) == "open"
    assert "is of 6650 fen; paid: 1" in caplog.text


def test_a_late_notice_is_not_waited_for(people, order, till, host):
    guest = people[1]
    payment(guest, order, host)
    assert guest.post(f"/api/orders/{order['id']}/check", {}).json["state"] == "open"
    till.pay(order["id"])
    assert guest.post(f"/api/orders/{order['id']}/check", {}).json["state"] == "paid"


def test_what_is_paid_is_not_paid_again(people, paid, host):
    assert open_cashier(people[1], paid, host).json["code"] == "not_offered"


def test_only_the_guest_pays_and_sees_it(people, order, host, phone):
    organiser = people[0]
    assert open_cashier(organiser, order, host).json["code"] == "not_offered"
    assert open_cashier(phone(), order, host).json["code"] == "not_offered"
    for other in (organiser, phone()):
        assert other.post(f"/api/orders/{order['id']}/check", {}).status_code == 404


def test_another_cashier_does_not_take_it_a_second_time(people, order, host):
    payment(people[1], order, host)
    other = {"wechat": "alipay", "alipay": "wechat"}[host]
    assert open_cashier(people[1], order, other).json["code"] == "not_offered"


def test_while_the_platform_is_away_nothing_is_opened(people, order, till, host):
    path = "alipay.trade.create" if host == "alipay" else "/v3/pay/transactions/jsapi"
    till.trouble(path, "silence", "silence", "silence")
    assert open_cashier(people[1], order, host).json["code"] == "host_away"
    assert open_cashier(people[1], order, host).status_code == 201
    assert till.calls[path] == 4


def test_the_organiser_pays_it_back_once(people, paid, till, host, platform_work):
    organiser, guest = people
    for _ in range(2):
        assert refund(organiser, paid).json["state"] == "refunding"
    platform_work()
    assert state(guest, paid) == "refunded"
    (known,) = (till.trades if host == "alipay" else till.orders).values()
    assert len(known["refunds"]) == 1


def test_a_lost_answer_leads_to_no_second_refund(people, paid, till, host, platform_work):
    path = "alipay.trade.refund" if host == "alipay" else "/v3/refund/domestic/refunds"
    till.trouble(path, "gone", "502", "silence")
    refund(people[0], paid)
    platform_work()
    assert state(people[1], paid) == "refunding"
    platform_work(hours=1)
    assert state(people[1], paid) == "refunded"
    (known,) = (till.trades if host == "alipay" else till.orders).values()
    assert len(known["refunds"]) == 1


def test_a_refund_that_takes_its_time_is_looked_after(
    people, wechat_pay, host, paid, platform_work
):
    wechat_pay.refund_status = "PROCESSING"
    refund(people[0], paid)
    platform_work()
    wechat_pay.refund_status = "SUCCESS"
    platform_work(hours=1)
    assert state(people[1], paid) == "refunded"


def test_what_was_not_paid_is_not_paid_back(people, order, database):
    assert refund(people[0], order).json["code"] == "not_paid"
    with database.transaction(writes=False) as db:
        assert db.scalars(select(Job.kind).where(Job.kind == "refund")).all() == []


def test_only_the_organiser_asks_and_pays_back(people, paid):
    guest = people[1]
    assert refund(guest, paid).status_code == 403
    path = f"/api/events/{paid['event']}/sign-ups/{paid['ticket']}/orders"
    assert guest.post(path, {"amount": 1}).status_code == 403


@pytest.fixture
def kept(people, host, till):
    """A place that is kept for a guest, whose cashier is open for it."""
    organiser, guest = people
    event = organiser.publish(kinds=[{"name": "Adult", "price": AMOUNT}])
    code = guest.sign_up(event, kind=event["kinds"][0]["id"])
    (order,) = guest.get(f"/api/tickets/{code}/orders").json["items"]
    payment(guest, order, host)
    return order


def closed(till, host, order):
    if host == "alipay":
        return till.trades[order["id"]]["status"] == "TRADE_CLOSED"
    return till.orders[order["id"]]["state"] == "CLOSED"


def test_an_order_whose_time_is_over_is_closed_at_the_platform(kept, till, host, platform_work):
    platform_work(hours=1)
    assert closed(till, host, kept)


def test_so_is_one_whose_place_was_given_up_but_not_too_early(
    people, kept, till, host, platform_work
):
    people[1].cancel(kept["ticket"])
    platform_work()
    assert not closed(till, host, kept)
    platform_work(hours=0.1)
    assert closed(till, host, kept)


def test_closing_is_tried_again_while_the_platform_is_away(kept, till, host, platform_work):
    path = f"/v3/pay/transactions/out-trade-no/{kept['id']}/close"
    till.trouble("alipay.trade.close" if host == "alipay" else path, "gone", "502", "silence")
    platform_work(hours=1)
    platform_work(hours=2)
    assert closed(till, host, kept)


def test_who_has_paid_before_it_was_closed_is_paid_back(people, kept, till, host, platform_work):
    guest = people[1]
    guest.cancel(kept["ticket"])
    till.pay(kept["id"])
    # No notice comes: that it was paid shows when it is to be closed.
    platform_work(hours=1)
    assert state(guest, kept) in ("refunding", "refunded")
    tell(guest, till, kept, host)
    platform_work(hours=2)
    assert state(guest, kept) == "refunded"


def test_an_order_that_no_cashier_was_opened_for_is_not_closed_there(
    people, till, host, platform_work
):
    organiser, guest = people
    event = organiser.publish(kinds=[{"name": "Adult", "price": AMOUNT}])
    guest.sign_up(event, kind=event["kinds"][0]["id"])
    platform_work(hours=1)
    assert not any("close" in path for path in till.calls)


@pytest.mark.parametrize("body", [b"", b"{}", b"[", b'{"resource":1}', b"\xff" * 100_000])
def test_nonsense_is_no_notice(phone, body):
    for path in ("/notices/wechat-pay", "/notices/alipay"):
        answer = phone().browser.post(path, data=body, content_type="application/json")
        assert answer.status_code in (401, 413)


@pytest.mark.parametrize(("amount", "text"), [(1, "0.01"), (6650, "66.50"), (10**7, "100000.00")])
def test_amounts_are_written_and_read_exactly(amount, text):
    assert (yuan(amount), fen(text)) == (text, amount)


@pytest.mark.parametrize("text", ["", "1.234", "-1", "1e3", "1,00", "٣"])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(ValueError, match="no amount"):
        fen(text)
