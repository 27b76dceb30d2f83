"""`build.py upload`: the command for the platform's tool. The tool is a fake, nothing is sent."""

import json
import os
from argparse import Namespace

import pytest

from package.platforms import PLATFORMS
from package.upload import TOOLS, Upload, UploadError, command_of
from tools import say, upload
from tools.help import HOSTS, parse

IDS = {"wechat": "wx0123456789abcdef", "alipay": "2021000000000001"}
WORDS = {
    "wechat": "upload --pp {folder} --pkp {key} --appid wx0123456789abcdef --uv 1.2.3 -r 7"
    " --use-project-config true --ud Tea",
    "alipay": "upload --app-id 2021000000000001 --project {folder} --version 1.2.3"
    " --identity-key-path {key} --version-description Tea",
}


@pytest.fixture(params=sorted(TOOLS))
def platform(request):
    """Each platform that has a tool for uploads."""
    return PLATFORMS[request.param]


@pytest.fixture
def tool(platform, tmp_path, monkeypatch):
    """A program with the name of the platform's tool that writes down what it was called with."""
    program = tmp_path / "bin" / TOOLS[platform.name][0]
    program.parent.mkdir()
    told = tmp_path / "told.json"
    program.write_text(
        # Not this Python's path: a space in it would end it here.
        "#!/usr/bin/env python3\nimport json, sys\n"
        f"json.dump(sys.argv[1:], open({str(told)!r}, 'w'))\n"
        "sys.exit(3 if '9.9.9' in sys.argv else 0)\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return told


@pytest.fixture
def given(platform, tmp_path):
    key = tmp_path / "key"
    key.write_text("{}")
    return {
        "folder": tmp_path,
        "app_id": IDS[platform.name],
        "version": "1.2.3",
        "key": key,
        "description": "Tea",
        "robot": 7,
    }


def options(platform, given, **changes):
    words = {"host": platform.name, "page": "https://signup.example.com", **given, **changes}
    return Namespace(**words)


def test_the_tool_is_called_as_its_documents_say(platform, tool, given, monkeypatch, tmp_path):
    monkeypatch.setattr("package.build.DIST", tmp_path / "dist")
    assert upload.main(options(platform, given)) == 0
    folder, key = tmp_path / "dist" / platform.name, given["key"]
    wanted = WORDS[platform.name].format(folder=folder, key=key).split(" ")
    assert json.loads(tool.read_text()) == wanted
    assert (folder / "app.json").exists()


def test_what_the_tool_ends_with_is_told(platform, tool, given, monkeypatch, tmp_path):
    monkeypatch.setattr("package.build.DIST", tmp_path / "dist")
    assert upload.main(options(platform, given, version="9.9.9")) == 3


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"page": "http://127.0.0.1:8000"}, "is this machine"),
        ({"page": "http://signup.example.com"}, "must begin with https://"),
        ({"app_id": "nonsense"}, "the id from"),
        ({"version": "1.0"}, "write three numbers, as in 1.0.0"),
        ({"description": "x" * 201}, "201 characters, at most 200"),
        ({"robot": 31}, "--robot 31: 1 to 30"),
    ],
)
def test_what_can_not_be_uploaded_is_said(
    platform, tool, given, monkeypatch, tmp_path, changes, words
):
    monkeypatch.setattr("package.build.DIST", tmp_path / "dist")
    with pytest.raises(say.Failed, match=words):
        upload.main(options(platform, given, **changes))
    assert not tool.exists()


def test_a_missing_key_says_where_it_comes_from(platform, tool, given):
    given["key"] = given["key"].with_name("missing")
    with pytest.raises(UploadError, match="there is no such file"):
        command_of(platform, Upload(**given))


def test_a_missing_tool_says_how_to_get_it(platform, given, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UploadError, match="npm install --global"):
        command_of(platform, Upload(**given))


def test_a_platform_without_a_tool_is_uploaded_by_hand(given):
    with pytest.raises(UploadError, match=r"Douyin has no command for uploads here: open .* in"):
        command_of(PLATFORMS["douyin"], Upload(**given))


def test_the_help_knows_the_hosts():
    assert set(HOSTS) == set(PLATFORMS)
    told = parse(["upload", "--host", "wechat", "--key", "k", "--version", "1.0.0"])
    assert (told.robot, told.description, told.page) == (1, "", "")
