"""shell.toml: what it may say, and how it is told what is wrong."""

import pytest

from package.platforms import PLATFORMS
from package.settings import SettingsError, parse_settings, read_settings

REASON = {"en": "To scan.", "zh": "扫码。"}
GOOD = {
    "name": "Sign-up",
    "page": "https://signup.example.com",
    "wechat": {"app_id": "wx0123456789abcdef"},
    "calls": ["scan"],
    "reasons": {"camera": REASON},
}


def problems(**changed):
    with pytest.raises(SettingsError) as caught:
        parse_settings({**GOOD, **changed}, "shell.toml", PLATFORMS["wechat"])
    return caught.value.problems


def test_good_settings():
    settings = parse_settings({**GOOD, "page": "https://signup.example.com/"})
    assert settings.page == "https://signup.example.com"
    assert settings.app_ids == {"wechat": "wx0123456789abcdef"}


def test_the_file_that_comes_with_qiao_is_good():
    assert read_settings(platform=PLATFORMS["wechat"]).name == "Qiao"


@pytest.mark.parametrize("page", ["http://localhost:8000", "http://127.0.0.1:8000"])
def test_the_developer_tools_may_open_this_machine(page):
    assert parse_settings({**GOOD, "page": page}).page == page


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (None, "must be text"),
        ("http://signup.example.com", "must begin with https://"),
        ("signup.example.com", "must"),
        ("https://192.0.2.7", "must be a name"),
        ("https://[2001:db8::1]", "must be a name"),
        ("https://[", "must be an address"),
        ("https://signup.example.com:8443", "must have no port"),
        ("https://signup.example.com/app", "must end after the name"),
        ("https://signup.example.com?x", "must end after the name"),
        ("https://me@signup.example.com", "must end after the name"),
        ("https://活动.example", "xn--"),
        ("https://signup_.example.com", "must name a host"),
        ("https://intranet", "must name a host"),
    ],
)
def test_an_address_that_no_web_view_opens(page, words):
    (problem,) = problems(page=page)
    assert problem.startswith(f"page: {words}") or words in problem
    assert repr(page) in problem


@pytest.mark.parametrize("name", [None, "", "  ", "x" * 31, 7])
def test_a_name_is_short_text(name):
    assert problems(name=name)[0].startswith("name: 1 to 30 characters")


@pytest.mark.parametrize("row", [None, {}, {"app_id": "2021000000000000"}, {"app_id": 7}, "wx"])
def test_an_app_id_has_the_platforms_form(row):
    assert problems(wechat=row)[0].startswith("wechat.app_id: the id from WeChat's console")


def test_only_the_platform_that_is_built_needs_an_app_id():
    with pytest.raises(SettingsError, match=r"alipay\.app_id: the id from Alipay's console"):
        parse_settings(GOOD, platform=PLATFORMS["alipay"])
    assert parse_settings(GOOD, platform=PLATFORMS["wechat"])


def test_every_permission_needs_its_reason_in_both_languages():
    assert problems(reasons={"camera": {"en": "To scan."}}) == [
        "reasons.camera.zh: say in a sentence why it is asked for"
    ]
    assert len(problems(reasons={})) == 2


def test_what_is_not_known_is_named():
    assert "nmae: not a setting" in problems(nmae="x")[0]
    assert "reasons.moon" in problems(reasons={"camera": REASON, "moon": REASON})[0]
    assert "calls: 'fly' is no native call" in problems(calls=["scan", "fly"])[0]
    assert "calls: the native calls of the app" in problems(calls="scan")[0]


def test_only_what_the_calls_need_has_to_be_given_a_reason():
    settings = parse_settings({**GOOD, "calls": ["pay"], "reasons": {}})
    assert (settings.calls, settings.reasons) == (("pay",), {})
    assert "reasons.location.en" in problems(calls=["location"])[0]


def test_a_reason_is_as_short_as_wechat_shows_it():
    long = {**REASON, "zh": "很" * 31}
    assert problems(reasons={"camera": long})[0].startswith("reasons.camera.zh: 31 characters")


def test_templates_are_ids_by_name():
    row = {"app_id": "wx0123456789abcdef", "templates": {"reminder": "zun-LzcQyW_edaf"}}
    assert parse_settings({**GOOD, "wechat": row}).templates["wechat"] == row["templates"]
    for wrong in ({"reminder": ""}, {"reminder": 7}, {"reminder": "a b"}):
        problem = problems(wechat={**row, "templates": wrong})[0]
        assert problem.startswith("wechat.templates.reminder: the id from WeChat's console")
    assert "a table of ids by name" in problems(wechat={**row, "templates": ["x"]})[0]


def test_all_mistakes_are_told_at_once():
    assert len(problems(name="", page="", reasons={})) == 4


def test_a_missing_or_broken_file_is_named(tmp_path):
    file = tmp_path / "shell.toml"
    with pytest.raises(SettingsError, match=r"shell\.toml: there is no such file"):
        read_settings(file)
    file.write_text("name =\n")
    with pytest.raises(SettingsError, match=r"shell\.toml: not TOML: .*line 1"):
        read_settings(file)
