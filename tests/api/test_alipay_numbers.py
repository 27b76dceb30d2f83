"""Telephone numbers from Alipay: encrypted for us, signed by them."""

import json
from dataclasses import replace

import pytest

from backend.platforms.alipay import Alipay

pytest_plugins = ["tests.platforms.fixtures"]


@pytest.fixture
def li(in_alipay):
    return in_alipay("2088-Li")


def number_of(someone, answer):
    form = {"kind": "phone_number", "host": "alipay", "path": "/", "key": "phone_number"}
    call = someone.post("/api/native-calls", form).json
    told = {"token": call["token"], "state": "done", "result": json.dumps(answer)}
    someone.post(f"/api/native-calls/{call['id']}/result", told)
    found = someone.get(f"/api/native-calls/{call['id']}").json
    return found["state"], found["result"]


def test_an_answer_is_opened(li, alipay):
    assert number_of(li, alipay.phone_response("13800000000")) == ("done", '"+8613800000000"')


def test_a_number_from_elsewhere_stays_as_it_is(li, alipay):
    assert number_of(li, alipay.phone_response("85291234567")) == ("done", '"85291234567"')


def test_an_answer_that_somebody_else_signed_is_not_believed(li, alipay):
    alipay.signer = "a stranger"
    assert number_of(li, alipay.phone_response("13800000000")) == ("failed", None)


PLAIN = {"code": "40001", "subCode": "isv.missing-encrypt-key"}
REFUSED = json.dumps({"response": PLAIN, "sign": "x"})


@pytest.mark.parametrize("answer", ["", "{}", "no JSON", "[]", "7", REFUSED, 7, {"response": "x"}])
def test_what_is_no_answer_has_no_number(li, answer):
    assert number_of(li, answer) == ("failed", None)


def test_another_key_than_the_consoles_opens_nothing(li, alipay):
    ours = alipay.aes_key
    alipay.aes_key = bytes(16)
    answer = alipay.phone_response("13800000000")
    alipay.aes_key = ours
    assert number_of(li, answer) == ("failed", None)


def test_a_refusal_that_is_encrypted_has_no_number(li, alipay):
    no = {"code": "40003", "msg": "no", "subCode": "isv.invalid-auth-relations"}
    assert number_of(li, alipay.encrypted(no)) == ("failed", None)


def test_without_the_key_no_number_is_offered(platform_settings):
    assert Alipay(platform_settings.alipay).opens_numbers
    assert not Alipay(replace(platform_settings.alipay, aes_key=None)).opens_numbers


def test_a_person_of_wechat_has_no_number_from_alipay(in_wechat):
    form = {"kind": "phone_number", "host": "alipay", "path": "/", "key": "k"}
    assert in_wechat("o-Ann").post("/api/native-calls", form).json["code"] == "not_offered"
