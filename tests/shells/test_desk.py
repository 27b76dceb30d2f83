"""The desk of the emulated platforms: what played phones ask there."""

import pytest

from backend.platforms.js_sdk import signature
from emulators.all import Platforms
from emulators.people import id_at

HOSTS = ("wechat", "alipay")


@pytest.fixture
def platforms():
    emulated = Platforms()
    yield emulated
    emulated.close()


@pytest.fixture
def ask(platforms):
    client = platforms.desk.app.test_client()
    return lambda name, **body: client.post(f"/{name}", json=body)


@pytest.fixture
def order(platforms, server):
    """An order of Ada's at WeChat Pay, whose notices go to `server`."""
    platforms.wechat_pay.orders["n1"] = {
        "facts": (6650, "Tea", id_at("wechat", "Ada"), ""),
        "prepay_id": "wx1",
        "state": "NOTPAY",
        "transaction_id": "42",
        "notify_url": f"{server.address}/notices/wechat-pay",
        "refunds": {},
    }
    return {"host": "wechat", "id": "wx1"}


def told(ask, order):
    for _ in range(200):
        answer = ask("notices", **order).json
        if answer["taken"]:
            return answer["notices"]
    return answer["notices"]


@pytest.mark.parametrize("host", HOSTS)
def test_the_same_name_is_the_same_person_and_each_code_another(ask, platforms, host):
    codes = {ask("login-code", host=host, user="Ada").json["code"] for _ in range(2)}
    assert len(codes) == 2
    known = {"wechat": platforms.wechat, "alipay": platforms.alipay}[host]._codes
    assert {known[code][0] for code in codes} == {id_at(host, "Ada")}


def test_nobody_gets_no_code(ask):
    answer = ask("login-code", host="wechat", user="")
    assert (answer.status_code, answer.json["error"]) == (409, "nobody is signed in to the host")


def test_a_cashier_shows_what_is_to_be_paid(ask, order):
    assert ask("bill", **order).json == {"title": "Tea", "amount": "66.50"}
    assert ask("bill", host="wechat", id="made up").status_code == 404


def test_somebody_elses_order_is_not_paid(ask, order, platforms):
    assert ask("pay", **order, user="Lin", late=False).status_code == 403
    assert platforms.wechat_pay.orders["n1"]["state"] == "NOTPAY"


def test_a_notice_comes_until_it_is_taken(ask, order, server, platforms):
    server.answers = [(500, {}), (200, {})]
    platforms.desk.pauses = (0, 0, 0)
    assert ask("pay", **order, user="Ada", late=False).status_code == 200
    for timer in platforms.desk._timers:  # Grows while the tries go on.
        timer.join()
    assert [path for path, _ in server.asked] == ["/notices/wechat-pay"] * 2
    notices = told(ask, order)
    assert notices[-1] == "taken"
    assert "500" in notices[0]


def test_a_page_is_verified_for_its_own_address_only(ask, platforms):
    url = "https://signup.example.com/tickets?day=2"
    sent = {
        "appId": platforms.wechat.official_app_id,
        "timestamp": "1764000000",
        "nonceStr": "n",
        "signature": signature(platforms.wechat.ticket, url, 1764000000, "n"),
    }
    assert ask("verify", **sent, url=f"{url}#guests").json == {}
    assert ask("verify", **sent, url="https://other.example/").json["error"] == "invalid signature"
