"""What is asked of WeChat once somebody is signed in: numbers, text checks, codes."""

import json

import pytest

pytest_plugins = ["tests.platforms.fixtures"]

RISKY = "赌博"
TEXTS = "/wxa/msg_sec_check"
TOKEN = "/cgi-bin/stable_token"
PHONE = "/wxa/business/getuserphonenumber"


@pytest.fixture
def ann(in_wechat):
    return in_wechat("o-Ann")


# Phone numbers.


def number_of(someone, code):
    form = {"kind": "phone_number", "host": "wechat", "path": "/", "key": "phone_number"}
    call = someone.post("/api/native-calls", form).json
    answer = {"token": call["token"], "state": "done", "result": json.dumps(code)}
    told = someone.post(f"/api/native-calls/{call['id']}/result", answer)
    return told, someone.get(f"/api/native-calls/{call['id']}").json


def test_a_code_becomes_a_number(ann, wechat):
    wechat.phones["c1"] = "13800000000"
    _, call = number_of(ann, "c1")
    assert (call["state"], call["result"]) == ("done", '"+8613800000000"')


@pytest.mark.parametrize("code", ["made up", "", 7, {"code": "c1"}])
def test_a_code_that_wechat_does_not_know_has_none(ann, code):
    _, call = number_of(ann, code)
    assert (call["state"], call["result"]) == ("failed", None)


def test_while_wechat_is_away_the_call_stays_open(ann, wechat):
    wechat.phones["c1"] = "13800000000"
    wechat.trouble(PHONE, "-1", "-1", "-1")
    told, call = number_of(ann, "c1")
    assert (told.status_code, call["state"]) == (503, "waiting")


def test_a_number_costs_money_and_is_asked_for_once(ann, wechat):
    wechat.trouble(PHONE, "silence")
    assert number_of(ann, "c1")[0].status_code == 503
    assert wechat.calls[PHONE] == 1


def test_a_token_that_wechat_takes_no_more_is_replaced(ann, wechat):
    wechat.phones |= {"c1": "13800000001", "c2": "13800000002"}
    number_of(ann, "c1")
    wechat.tokens.clear()  # somebody had another one made
    assert number_of(ann, "c2")[1]["result"] == '"+8613800000002"'
    assert (wechat.calls[TOKEN], wechat.calls[PHONE]) == (2, 3)


def test_a_person_of_alipay_has_no_number_from_wechat(phone, alipay):
    someone = phone()
    login = {"host": "alipay", "code": alipay.auth_code("2088-Ann")}
    someone.open(f"/?ticket={someone.post('/api/logins', login).json['ticket']}")
    form = {"kind": "phone_number", "host": "wechat", "path": "/", "key": "k"}
    assert someone.post("/api/native-calls", form).json["code"] == "not_offered"


# Text checks.


def test_what_wechat_finds_risky_is_not_published(ann):
    answer = ann.post("/api/events", ann.event_form(description=f"网上{RISKY}"))
    assert (answer.status_code, answer.json["code"]) == (422, "unsuitable_text")
    assert ann.get("/api/events").json["items"] == []


def test_every_text_of_an_event_is_looked_at(ann, wechat):
    question = {"kind": "choice", "label": "Which tea?", "choices": ["Green", "Black"]}
    ann.publish(description="Bring a cup", questions=[question])
    words = "Tea tasting", "Yuyuan Road", "Bring a cup", "Which tea?", "Green"
    assert all(word in wechat.asked[0] for word in words)


def test_a_long_text_is_looked_at_to_its_end(ann, wechat):
    answer = ann.post("/api/events", ann.event_form(description="茶" * 4900 + RISKY))
    assert answer.status_code == 422
    assert max(map(len, wechat.asked)) == 2500


def test_a_change_is_looked_at_too(ann):
    event = ann.publish()
    form = ann.event_form(title=RISKY)
    assert ann.put(f"/api/events/{event['id']}", form).json["code"] == "unsuitable_text"


def test_so_is_what_guests_write(ann, in_wechat):
    event = ann.publish()
    answer = in_wechat("o-Ben").try_to_sign_up(event, RISKY)
    assert answer.json["code"] == "unsuitable_text"


def test_the_page_says_so_at_the_form(ann):
    form = ann.event_form(title=RISKY)
    page = ann.fill_in("/organise/events/new", **form)
    assert page.status_code == 422
    assert "be published in WeChat" in page.text


def test_nothing_is_published_while_wechat_is_away_but_guests_get_in(ann, wechat):
    event = ann.publish()
    wechat.limits[TEXTS] = 1
    assert ann.post("/api/events", ann.event_form()).json["code"] == "host_away"
    assert ann.try_to_sign_up(event).status_code == 201


def test_who_was_not_in_wechat_lately_can_not_be_checked(ann, wechat):
    wechat.away.add("o-Ann")
    assert ann.post("/api/events", ann.event_form()).status_code == 201


def test_somebody_who_is_not_from_wechat_is_not_shown_to_it(phone, wechat, ann):
    event = ann.publish()
    before = wechat.calls[TEXTS]
    assert phone().try_to_sign_up(event, RISKY).status_code == 201
    assert wechat.calls[TEXTS] == before


# Mini program codes.


def test_a_code_opens_the_event(ann, wechat):
    event = ann.publish()
    answer = ann.post(f"/api/events/{event['id']}/mini-code", {})
    assert answer.json["picture"].startswith("data:image/png;base64,")
    scene = wechat.asked[-1]["scene"]
    page = ann.open(f"/s/{scene}?host=wechat&build=1")
    assert (page.status_code, page.location) == (303, f"/events/{event['id']}?host=wechat&build=1")


def test_the_same_event_has_the_same_code(ann, wechat):
    event = ann.publish()
    for _ in range(2):
        assert ann.post(f"/api/events/{event['id']}/mini-code", {}).status_code == 201
    assert wechat.asked[-1]["scene"] == wechat.asked[-2]["scene"]


def test_a_made_up_one_leads_nowhere(phone):
    assert phone().open("/s/ABCDEFGHJKMN").status_code == 404


def test_a_page_that_is_not_published_yet_is_the_operators_to_know(ann, wechat, caplog):
    event = ann.publish()
    wechat.trouble("/wxa/getwxacodeunlimit", "41030")
    assert ann.post(f"/api/events/{event['id']}/mini-code", {}).status_code == 503
    assert "WeChat refused getUnlimitedQRCode: 41030 invalid page" in caplog.text


def test_without_wechat_there_is_none(organiser):
    event = organiser.publish()
    answer = organiser.post(f"/api/events/{event['id']}/mini-code", {})
    assert (answer.status_code, answer.json["code"]) == (409, "not_offered")
