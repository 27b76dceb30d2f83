import pytest


def language_of(page):
    return page.text.partition('<html lang="')[2][:2]


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("zh-Hant-TW", "zh"),
        ("en-GB,zh;q=0.5", "en"),
        ("fr,zh;q=0.3,en;q=0.2", "zh"),
        ("zh;q=0,en;q=0.1", "en"),
        ("fr-FR", "en"),
        ("", "en"),
        (";;;q=,", "en"),
    ],
)
def test_a_page_is_in_the_language_that_the_browser_asks_for(guest, accept, language):
    assert language_of(guest.open("/", headers={"Accept-Language": accept})) == language


def test_a_choice_is_remembered(guest):
    asks = {"Accept-Language": "en"}
    assert language_of(guest.open("/?lang=zh", headers=asks)) == "zh"
    assert language_of(guest.open("/", headers=asks)) == "zh"


@pytest.mark.parametrize("wanted", ["fr", "", "../zh", "zh-CN"])
def test_a_language_that_we_do_not_speak_is_no_choice(guest, wanted):
    page = guest.open("/", query_string={"lang": wanted}, headers={"Accept-Language": "en"})
    assert (language_of(page), "Set-Cookie" in page.headers) == ("en", False)
