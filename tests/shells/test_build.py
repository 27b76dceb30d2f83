"""The build: what it writes, what it refuses, and what TypeScript says of the output."""

import json
import re
from dataclasses import replace

import pytest

from package.__main__ import main
from package.build import build, build_all
from package.checks import LIMIT, ShellError, check, size_of
from package.markup import MarkupError, read_markup, write_markup
from package.platforms import PLATFORMS
from package.render import render
from package.typings import type_errors
from qiao.contract.native_table import WAYS


@pytest.fixture
def files(platform, settings):
    return render(platform, settings)


@pytest.fixture
def folder(platform, settings, tmp_path):
    return build(platform, settings, tmp_path / "shell", log=lambda _: None)


def test_types_hold(platform, settings, tmp_path):
    assert type_errors(platform, render(platform, settings, typed=True), tmp_path) == ""


# In each: a function's name, an option's value, a field of the answer, an option's type.
WRONG = {
    "wechat": [
        ("wx.scanCode({", "wx.scan({"),
        ('"qrCode"', '"qr"'),
        ("answer.result", "answer.code"),
        ("paySign,", ""),
    ],
    "alipay": [
        ("my.scan({", "my.scanCode({"),
        ('"qrCode"', '"qr"'),
        ("answer.authCode", "answer.code"),
        ("names.map((name) => config.templates[name])", "names[0]"),
    ],
    "douyin": [
        ("tt.scanCode({", "tt.scan({"),
        ('"compressed"', '"small"'),
        ("answer.result", "answer.text"),
        ("file.path", "file.tempFilePath"),
    ],
    "qq": [
        ("qq.scanCode({", "qq.chooseImage({"),
        ('"wgs84"', '"gps"'),
        ("answer.result", "answer.text"),
        ("qq.login({", "qq.getLoginCode({"),
    ],
    "kuaishou": [
        ("ks.login({", "ks.scanCode({"),
        ("answer.code", "answer.authCode"),
        ("fail: reject", "failed: reject"),
        ("resolve(answer.code)", "resolve(answer.code, 1)"),
    ],
    "baidu": [
        ("swan.getLoginCode({", "swan.login({"),
        ("answer.result", "answer.text"),
        ("filePath,\n", ""),
        ('encoding: "base64"', 'encoding: "base32"'),
    ],
}


@pytest.mark.parametrize("number", range(4))
def test_a_wrong_call_fails(platform, settings, tmp_path, number):
    right, wrong = WRONG[platform.name][number]
    files = render(platform, settings, typed=True)
    assert right in files["calls.js"]
    files["calls.js"] = files["calls.js"].replace(right, wrong)
    assert "calls.js(" in type_errors(platform, files, tmp_path)


def test_delivered_scripts_are_those_that_were_checked_without_the_types(platform, settings):
    typed, plain = (
        {k: v for k, v in render(platform, settings, typed=t).items() if k.endswith(".js")}
        for t in (True, False)
    )
    without = [re.sub(r"(?s)/\*.*?\*/|//[^\n]*|[\s()]", "", text) for text in typed.values()]
    assert without == [
        re.sub(r"(?s)/\*.*?\*/|//[^\n]*|[\s()]", "", text) for text in plain.values()
    ]
    assert not re.search(r"\* @|@type", "".join(plain.values()))


def test_a_shell_has_the_calls_that_the_settings_name(platform, settings):
    files = render(platform, replace(settings, calls=("scan",), reasons={}))
    assert ("scan(_, end)" in files["calls.js"]) is (platform.name in WAYS["scan"])
    assert "choose_image" not in files["calls.js"]
    assert "requiredPrivateInfos" not in files["app.json"]


def test_what_only_other_calls_need_is_left_out(platform, settings, tmp_path):
    files = render(platform, replace(settings, calls=("scan",), reasons={}), typed=True)
    assert "function read(" not in files["calls.js"]
    assert "pictures" not in files["calls.js"]
    assert type_errors(platform, files, tmp_path) == ""


def test_its_calls_are_those_of_the_table(platform, settings):
    has = set(
        re.findall(r"^  (\w+)\(\w+, end", render(platform, settings)["calls.js"], re.MULTILINE)
    )
    by_shell = {kind for kind, ways in WAYS.items() if "shell" in ways.get(platform.name, "")}
    # The share card is made by the page, not by a function of the host.
    assert has == by_shell - {"share"}


def test_every_page_has_its_files(files, platform):
    for page in json.loads(files["app.json"])["pages"]:
        assert {f"{page}.js", f"{page}.json", f"{page}.{platform.markup}"} <= set(files)


def test_it_says_from_what_it_was_made(files):
    for path, text in files.items():
        if not path.endswith(".json"):
            assert "Generated from package/" in text.splitlines()[0]
    (project,) = (text for path, text in files.items() if "project" in path)
    assert "package/source" in json.loads(project)["description"]


def test_its_json_is_json_and_its_markup_is_well_formed(files, platform):
    for path, text in files.items():
        if path.endswith(".json"):
            assert isinstance(json.loads(text), dict)
        if path.endswith(f".{platform.markup}"):
            tags = {one.tag for one in read_markup(text, path).walk()}
            assert tags <= {"root", "view", "text", "button", "web-view"}


def test_conditions_and_events_are_spelled_as_the_platform_does(files, platform):
    root = read_markup(files[f"pages/web/web.{platform.markup}"], "web")
    found = {key for one in root.walk() for key in one.attributes} - {"class", "src"}
    events = {platform.event.format(name=n, Name=n.title()) for n in ("tap", "message", "error")}
    assert found == events | {f"{platform.directive}{word}" for word in ("if", "elif", "else")}


def test_nothing_neutral_is_left(files):
    for path, text in files.items():
        assert not re.search(r"@[a-z_]+@|\$(name|app_id|origin)|\bon:", text), path


def test_the_same_input_gives_the_same_shell(files, platform, settings):
    assert render(platform, settings) == files


def test_another_page_is_another_build(files, platform, settings):
    other = render(platform, replace(settings, page="https://other.example"))
    assert build_of(other) != build_of(files)


def build_of(files):
    return re.search(r'"build": "(\w{8})"', files["config.js"])[1]


def test_it_is_small(files):
    assert size_of(files) < LIMIT == 30_000


def test_a_larger_one_is_refused(files, platform):
    files["more.js"] = "//" + "x" * LIMIT
    with pytest.raises(ShellError, match=r"bytes, \d+ more than it may have.*more\.js"):
        check(files, platform)


def test_settings_never_make_it_too_large(platform, settings):
    ids = {f"template_{number}": "x" * 43 for number in range(50)}
    check(render(platform, replace(settings, templates={platform.name: ids})), platform)


@pytest.mark.parametrize("code", ['eval("1")', "new Function('x')", "Function ('return this')()"])
def test_code_from_text_is_refused(files, platform, code):
    files["paths.js"] += code
    with pytest.raises(ShellError, match=r"paths\.js:\d+: .* makes code from text"):
        check(files, platform)


@pytest.mark.parametrize(
    ("right", "wrong", "named"),
    [
        ('="act"', '="acts"', "acts"),
        ('="goBack"', '="goBak"', "goBak"),
        ("{{texts.retry}}", "{{text.retry}}", "text"),
        ("state === 'denied'", "status === 'denied'", "status"),
    ],
)
def test_markup_may_only_name_what_the_page_has(files, platform, right, wrong, named):
    path = f"pages/act/act.{platform.markup}"
    assert right in files[path]
    files[path] = files[path].replace(right, wrong, 1)
    with pytest.raises(ShellError, match=rf"act\.\w+:\d+: .*\b{named}\b"):
        check(files, platform)


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ("<view>", "mismatched tag"),
        ("<view>\n<div /></view>", "x.html:2: <div> is not one of"),
        ('<view wx:if="a" />', "x.html:1: wx:if is not one of"),
        ('<view onTap="a" />', "x.html:1: onTap is not one of"),
        ('<view elif="a" />', "x.html:1: elif without an if before it"),
        ('<view if="a" />\n<view />\n<view else="" />', "x.html:3: else without an if before"),
        ('<view if="a"><view elif="b" /></view>', "x.html:1: elif without an if before it"),
        ('<view if="a" />\n<view else="" />\n<view elif="b" />', "x.html:3: elif without an if"),
    ],
)
def test_markup_that_no_platform_could_be_given_is_refused(platform, markup, problem):
    with pytest.raises(MarkupError, match=problem):
        write_markup(read_markup(markup, "x.html"), platform, "x.html")


def test_a_condition_that_hangs_on_a_button_that_the_host_lacks_is_refused():
    markup = '<button if="a" offers="agree" /><view elif="b" />'
    assert "elif" in write_markup(read_markup(markup, "x.html"), PLATFORMS["wechat"], "x.html")
    with pytest.raises(MarkupError, match="without an if before it among what Alipay is given"):
        write_markup(read_markup(markup, "x.html"), PLATFORMS["alipay"], "x.html")


def test_a_refused_shell_leaves_the_old_one(folder, platform, settings, monkeypatch):
    before = (folder / "app.js").read_text("utf-8")
    monkeypatch.setattr("package.checks.LIMIT", 10)
    with pytest.raises(ShellError):
        build(platform, replace(settings, name="Other"), folder)
    assert (folder / "app.js").read_text("utf-8") == before


def test_files_of_the_platforms_tool_stay_and_old_pages_go(folder, platform, settings):
    own = folder / "project.private.config.json"
    old = folder / "pages" / "old" / "old.js"
    old.parent.mkdir()
    for path in (own, old):
        path.write_text("{}")
    build(platform, settings, folder, log=lambda _: None)
    assert own.exists()
    assert not old.exists()


def test_all_shells_with_an_app_id_are_built(tmp_path, monkeypatch):
    monkeypatch.setattr("package.build.DIST", tmp_path)
    folders = build_all(log=lambda _: None)
    assert [folder.name for folder in folders] == list(PLATFORMS)
    assert all((folder / "app.json").exists() for folder in folders)


def test_the_command_builds_for_an_address(tmp_path, capsys):
    words = ["build", "--page", "https://signup.example.cn/", "--app-id", "wx0123456789abcdef"]
    assert main([*words, "--host", "wechat", "--out", str(tmp_path)]) == 0
    assert '"https://signup.example.cn"' in (tmp_path / "config.js").read_text("utf-8")
    assert json.loads((tmp_path / "project.config.json").read_text())["appid"].endswith("cdef")
    assert re.search(r"WeChat shell: .*, \d+ files, \d+\.\d KB", capsys.readouterr().out)


def test_the_command_says_what_is_wrong(tmp_path, capsys):
    words = ["build", "--page", "http://signup.example.cn", "--host", "wechat"]
    assert main([*words, "--out", str(tmp_path)]) == 1
    assert "page: must begin with https://" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_the_command_checks_every_shell(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("package.build.DIST", tmp_path)
    assert main(["check"]) == 0
    monkeypatch.setattr("package.__main__.type_errors", lambda *_: "app.js(1,1): wrong")
    assert main(["check"]) == 1
    assert capsys.readouterr().err == "WeChat shell:\napp.js(1,1): wrong\n"


def test_one_folder_is_for_one_shell(capsys):
    with pytest.raises(SystemExit):
        main(["build", "--out", "somewhere"])
    assert "say which with --host" in capsys.readouterr().err
