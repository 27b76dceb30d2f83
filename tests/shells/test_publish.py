"""docs/publish.md: what it says to type is understood, and builds what it says."""

import re
import shlex
from pathlib import Path

import pytest

from tools import build, say
from tools.help import parse

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "publish.md").read_text("utf-8")
COMMANDS = [
    shlex.split(words) for words in re.findall(r"^python3 build.py (.*)$", GUIDE, re.MULTILINE)
]


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: "-".join(words[:3]))
def test_its_commands_are_understood(words):
    options = parse(words)
    assert options.page == "https://signup.example.com"


@pytest.mark.parametrize(
    "words", [words for words in COMMANDS if words[0] == "build"], ids=lambda words: words[2]
)
def test_its_shells_are_built(words, tmp_path, monkeypatch):
    monkeypatch.setattr("tools.build.assets.ensure", lambda: None)
    assert build.main(parse([*words, "--out", str(tmp_path)])) == 0
    assert "https://signup.example.com" in (tmp_path / "config.js").read_text()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (["--page", "http://signup.example.com"], "must begin with https://"),
        (["--page", "https://203.0.113.7"], "no IP address"),
        (["--app-id", "wx123"], "the id from WeChat's console"),
    ],
)
def test_what_can_not_work_stops_the_build_at_once(changes, said, tmp_path):
    words = next(words for words in COMMANDS if words[:3] == ["build", "--host", "wechat"])
    with pytest.raises(say.Failed, match=said):
        build.main(parse([*words, *changes, "--out", str(tmp_path / "out")]))
    assert not (tmp_path / "out").exists()


def test_an_app_id_of_no_platform_is_refused():
    with pytest.raises(say.Failed, match="say which with --host"):
        build.main(parse(["build", "--app-id", "wx0123456789abcdef"]))


def test_it_has_examples():
    assert len(COMMANDS) == 4
