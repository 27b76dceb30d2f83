import hashlib

import pytest

from backend.platforms.js_sdk import signature

pytest_plugins = ["tests.platforms.fixtures"]

PAGE = "https://signup.example.com/events/7?build=1"


def ask(phone, address):
    return phone().get("/api/js-sdk", query_string={"address": address})


def test_the_signature_is_the_documented_one():
    found = signature(
        "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg",
        "http://mp.weixin.qq.com?params=value",
        1414587457,
        "Wm3WZYTPz0wzccnW",
    )
    assert found == "0f9de62fce790f9a083d5c99e95740ceb90c27ed"


@pytest.mark.parametrize("end", ["", "#", "#/a?b#c"])
def test_what_follows_the_hash_is_not_signed(phone, wechat, end):
    given = ask(phone, PAGE + end).json
    text = (
        f"jsapi_ticket={wechat.ticket}&noncestr={given['nonce']}"
        f"&timestamp={given['timestamp']}&url={PAGE}"
    )
    assert given["signature"] == hashlib.sha1(text.encode()).hexdigest()
    assert given["app_id"] == wechat.official_app_id


@pytest.mark.parametrize(
    "address",
    [
        "https://other.example.com/events/7",
        "http://signup.example.com/",
        "https://signup.example.com.evil.example/",
        "https://signup.example.com@evil.example/",
        "https://[",
        "/events/7",
    ],
)
def test_only_our_own_pages_are_signed(phone, wechat, address):
    answer = ask(phone, address)
    assert (answer.status_code, answer.json["code"]) == (422, "strange_address")
    assert wechat.calls == {}


def test_without_an_official_account_it_is_not_offered(guest):
    answer = guest.get("/api/js-sdk", query_string={"address": PAGE})
    assert (answer.status_code, answer.json["code"]) == (409, "not_offered")


def test_the_ticket_is_fetched_once_and_never_shown(phone, wechat):
    told = [ask(phone, PAGE).text for _ in range(3)]
    assert wechat.calls["/cgi-bin/ticket/getticket"] == 1
    assert wechat.calls["/cgi-bin/stable_token"] == 1
    assert wechat.ticket not in str(told)
