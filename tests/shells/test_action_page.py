"""The action page: scans, tells the server, goes back; the page never waits for nothing."""

import pytest

from package.platforms import PLATFORMS
from qiao.contract.native_table import WAYS

LOGIN = ("done", "code")
DONE = ("done", "TICKET-7")
ACT = "/pages/act/act?call=c-1&token=secret"
BEGUN = {"kind": "scan", "state": "waiting", "arguments": {}, "payment": None}


@pytest.fixture(params=[name for name in PLATFORMS if "shell" in WAYS["scan"].get(name, "")])
def platform(request):
    """Each platform of which the shell scans."""
    return PLATFORMS[request.param]


@pytest.fixture
def scan(play, server):
    """Open the action page over the web page, with outcomes for the scanner."""

    def run(*outcomes, steps=(), url=ACT, until=("settle",), begun=(201, BEGUN), **scenario):
        first = [["open", "/pages/web/web"], ["settle"], ["open", url], until]
        does = {"login": [LOGIN, LOGIN], "scan": list(outcomes)}
        # The login is answered first, then what the call is about, then what the test said.
        server.answers = [(201, {"ticket": "t"}), begun, *server.answers]
        happened = play(server.address, *first, *steps, does=does, **scenario)
        begins = ("/api/native-calls/c-1/begin", {"token": "secret"})
        server.asked = [each for each in server.asked[1:] if each != begins]
        return happened

    return run


def routes(happened):
    return [page["route"] for page in happened["pages"]]


def test_the_result_reaches_the_server_and_the_page_is_back(scan, server):
    happened = scan(DONE)
    sent = {"token": "secret", "state": "done", "result": '"TICKET-7"'}
    assert server.asked == [("/api/native-calls/c-1/result", sent)]
    assert routes(happened) == ["pages/web/web"]


def test_closing_the_scanner_cancels(scan, server):
    happened = scan("cancelled")
    assert [body["state"] for _, body in server.asked] == ["cancelled"]
    assert routes(happened) == ["pages/web/web"]


def test_a_missing_permission_is_explained_and_can_be_tried_again(scan, server):
    happened = scan("denied", "never")
    page = happened["pages"][1]["data"]
    assert page["state"] == "denied"
    assert page["hint"].startswith(("The camera reads the code", "使用摄像头扫描票码"))
    assert server.asked == []
    assert routes(scan("denied", DONE, steps=[["call", "again"]])) == ["pages/web/web"]


@pytest.mark.parametrize("why", ["denied", "failed"])
def test_going_back_tells_why_there_is_no_result(scan, server, why):
    scan(why, steps=[["call", "goBack"]])
    assert [body["state"] for _, body in server.asked] == [why]


@pytest.mark.parametrize("platform", ["wechat", "douyin"], indirect=True)
def test_a_refused_privacy_dialog_is_a_missing_permission(scan):
    assert scan("refused privacy")["pages"][1]["data"]["state"] == "denied"


def test_the_hosts_own_back_button_cancels(scan, server):
    happened = scan("never", steps=[["close"]])
    assert [body["state"] for _, body in server.asked] == ["cancelled"]
    assert routes(happened) == ["pages/web/web"]


@pytest.mark.parametrize("lost", [0, 500, 503, 429])
def test_a_lost_or_failed_answer_is_tried_again(scan, server, lost):
    server.answers = [(lost, {}), (lost, {}), (200, {})]
    happened = scan(DONE)
    assert len(server.asked) == 3
    assert routes(happened) == ["pages/web/web"]


def test_after_three_tries_the_user_decides(scan, server):
    server.answers = [(500, {})] * 3 + [(200, {})]
    happened = scan(DONE, steps=[["call", "send"]])
    assert len(server.asked) == 4
    assert routes(happened) == ["pages/web/web"]
    server.answers, server.asked = [(500, {})], []
    assert scan(DONE)["pages"][1]["data"]["state"] == "unsent"


@pytest.mark.parametrize("status", [403, 404, 409, 410])
def test_a_call_that_is_over_just_goes_back(scan, server, status):
    server.answers = [(status, {})]
    assert routes(scan(DONE)) == ["pages/web/web"]
    assert len(server.asked) == 1


@pytest.mark.parametrize("platform", ["alipay"], indirect=True)
def test_a_status_that_the_host_hides_counts_as_a_lost_answer(scan, server):
    server.answers = [(404, {})]
    happened = scan(DONE, hidesStatus=True)
    assert len(server.asked) == 3
    assert happened["pages"][1]["data"]["state"] == "unsent"


def test_leaving_while_the_result_is_on_its_way_goes_back_once(scan, server):
    server.answers = [(500, {}), (200, {})]
    happened = scan(DONE, steps=[["close"]], until=["until", "sending"])
    assert not {name for name, _ in happened["calls"]} & {"navigateBack", "reLaunch"}


def test_without_a_call_there_is_nothing_to_do(scan, server):
    assert routes(scan(url="/pages/act/act")) == ["pages/web/web"]
    assert server.asked == []


@pytest.mark.parametrize(
    "begun", [(404, {}), (201, {**BEGUN, "state": "cancelled"}), (201, {**BEGUN, "state": "done"})]
)
def test_a_call_that_nobody_waits_for_is_not_done(scan, server, begun):
    happened = scan(begun=begun)
    assert routes(happened) == ["pages/web/web"]
    assert server.asked == []


def test_what_to_do_is_asked_again_where_the_answer_was_lost(scan, server):
    server.answers = [(503, {}), (503, {}), (201, BEGUN), (201, {})]
    happened = scan(
        DONE, begun=(503, {}), until=["until", "unreachable"], steps=[["call", "begin"]]
    )
    assert routes(happened) == ["pages/web/web"]


def test_a_newer_call_than_the_shell_fails(scan, server):
    assert scan(begun=(201, {**BEGUN, "kind": "fly"}))["pages"][1]["data"]["state"] == "failed"


def test_going_back_twice_leaves_the_page_open(scan, server):
    happened = scan("denied", steps=[["twice", "goBack"]])
    assert routes(happened) == ["pages/web/web"]
    assert [name for name, _ in happened["calls"]].count("navigateBack") == 1


def test_opened_alone_it_leads_to_the_page(play, server):
    happened = play(server.address, ["open", "/pages/act/act"], does={"login": [LOGIN]})
    assert routes(happened) == ["pages/web/web"]
