"""The page with the web-view: login, address, another try, share card."""

from urllib.parse import parse_qs, quote, urlsplit

import pytest

from qiao.contract.native_table import PROTOCOL

LOGIN = {"login": [("done", "code-1")]}
WEB = "/pages/web/web"


@pytest.fixture
def opened(play, server):
    """Open the shell with a query and return what the page shows."""
    server.answers = [(201, {"ticket": "t+1/2=", "expires_in": 60})]

    def run(query="", **scenario):
        scenario = {"does": LOGIN, **scenario}
        return play(server.address, ["open", WEB + query], **scenario)["pages"][0]["data"]

    return run


def test_the_hosts_code_becomes_a_ticket(opened, server, platform):
    src = opened()["src"]
    assert server.asked == [("/api/logins", {"host": platform.name, "code": "code-1"})]
    assert parse_qs(urlsplit(src).query)["ticket"] == ["t+1/2="]


def test_the_page_learns_host_build_and_protocol(opened, platform):
    query = parse_qs(urlsplit(opened()["src"]).query)
    assert query["host"] == [platform.name]
    assert query["shell"] == [str(PROTOCOL)]
    assert len(query["build"][0]) == 8


def test_the_shell_speaks_the_language_of_the_host(opened, platform):
    assert opened(language="zh_CN")["texts"]["retry"] == "重试"
    # Douyin tells no language.
    told = "重试" if platform.name == "douyin" else "Try again"
    assert opened(language="fr")["texts"]["retry"] == told


# Some hosts decode the query of a shell page, some hand it on as it is.
@pytest.mark.parametrize("decodes", [True, False])
@pytest.mark.parametrize(
    ("asked", "opens"),
    [
        ("/events/7", "/events/7?"),
        ("/events/7?day=2", "/events/7?day=2&"),
        ("/events/7?ticket=stolen&day=2", "/events/7?day=2&"),
        ("/events/7?%74icket=stolen", "/events/7?"),
        ("/活动", "/%E6%B4%BB%E5%8A%A8?"),
        ("@other.example/", "/?"),
        ("//other.example", "/?"),
        ("https://other.example", "/?"),
        ("%E0%A4%A", "/?"),
    ],
)
def test_a_shared_path_opens_within_the_page(opened, server, asked, opens, decodes):
    src = opened(f"?path={quote(asked, safe='')}", decodes=decodes)["src"]
    assert src.startswith(server.address + opens)
    assert "stolen" not in src


def test_an_anchor_stays_behind_the_query(opened):
    assert opened("?path=%2Fevents%2F7%23places")["src"].endswith("#places")


def test_a_refused_login_offers_another_try(play, server):
    server.answers = [(503, {"code": "internal"}), (201, {"ticket": "t2"})]
    does = {"login": [("done", "a"), ("done", "b")]}
    steps = [["open", WEB], ["settle"], ["call", "open"]]
    happened = play(server.address, *steps, does=does)
    assert happened["pages"][0]["seen"] == ["", "noLogin", "", ""]
    assert "ticket=t2" in happened["pages"][0]["data"]["src"]


def test_a_host_that_gives_no_code_offers_another_try(opened):
    data = opened(does={"login": ["failed"]})
    assert (data["src"], data["problem"]) == ("", "noLogin")


def test_one_may_look_around_without_login(play, server, platform):
    server.answers = [(403, {"code": "host_closed"})]
    steps = [["open", f"{WEB}?path=/events/7"], ["settle"], ["call", "openAnyway"]]
    data = play(server.address, *steps, does=LOGIN)["pages"][0]["data"]
    assert data["src"].startswith(f"{server.address}/events/7?host={platform.name}&")
    assert "ticket" not in data["src"]


def test_a_mini_program_code_opens_what_its_name_stands_for(play, server, platform):
    server.answers = [(201, {"ticket": "t1"})]
    steps = [["open", f"{WEB}?scene=7ABCDEFGHJKM"], ["settle"]]
    data = play(server.address, *steps, does=LOGIN)["pages"][0]["data"]
    assert data["src"].startswith(f"{server.address}/s/7ABCDEFGHJKM?")


def test_a_page_out_of_reach_gives_way_to_a_message(play, server):
    server.answers = [(201, {"ticket": "t1"})]
    steps = [["open", WEB], ["settle"], ["call", "onError"]]
    data = play(server.address, *steps, does=LOGIN)["pages"][0]["data"]
    assert (data["src"], data["title"]) == ("", data["texts"]["unreachable"])


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("{page}/events/7?ticket=t1&host=wechat&build=x&shell=1&lang=en", "/events/7"),
        ("{page}/events?day=2&ticket=t1#wechat_redirect", "/events?day=2"),
        ("{page}/events/7#places", "/events/7#places"),
        ("https://other.example/events/7", "/"),
        (None, "/"),
    ],
)
def test_a_share_card_opens_the_page_that_was_shared(play, server, address, path):
    server.answers = [(201, {"ticket": "t1"})]
    shared = {"webViewUrl": address.format(page=server.address)} if address else {}
    happened = play(server.address, ["open", WEB], ["share", shared], does=LOGIN)
    card = happened["shares"][0]
    assert parse_qs(urlsplit(card["path"]).query)["path"] == [path]
    assert (urlsplit(card["path"]).path, card["title"]) == (WEB, "Qiao")


def test_a_share_card_opens_what_the_shell_opened_where_a_host_tells_no_address(play, server):
    server.answers = [(201, {"ticket": "t1"})]
    steps = [["open", f"{WEB}?path=%2Fevents%2F7"], ["share", {}]]
    card = play(server.address, *steps, does=LOGIN)["shares"][0]
    assert parse_qs(urlsplit(card["path"]).query)["path"] == ["/events/7"]


# WeChat hands on all messages at once; of Alipay both other shapes are documented.
@pytest.mark.parametrize(
    "detail",
    [
        {"data": [{"type": "other"}, {"type": "share", "title": "Reading group"}]},
        {"data": {"type": "share", "title": "Reading group"}},
        {"type": "share", "title": "Reading group"},
    ],
)
def test_the_page_may_name_the_share_card(play, server, detail):
    server.answers = [(201, {"ticket": "t1"})]
    steps = [["open", WEB], ["call", "onMessage", {"detail": detail}], ["share", {}]]
    assert play(server.address, *steps, does=LOGIN)["shares"][0]["title"] == "Reading group"


@pytest.mark.parametrize(("answer", "updates"), [(True, 1), (False, 0)])
def test_a_new_shell_is_offered_and_taken_when_wanted(play, server, answer, updates):
    does = {**LOGIN, "confirm": [("done", answer)]}
    happened = play(server.address, ["open", WEB], ["update"], does=does)
    assert [name for name, _ in happened["calls"]].count("applyUpdate") == updates
