"""docs/shells.md: what it says to type works, and what it names is there."""

import re
from pathlib import Path

import pytest

from package.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "shells.md").read_text("utf-8")
COMMANDS = re.findall(r"^python -m package (.*)$", GUIDE, re.MULTILINE)
# What the build makes is not there before it.
FILES = [path for path in re.findall(r"`(package/[^`]+)`", GUIDE) if "dist" not in path]


@pytest.mark.parametrize("words", COMMANDS)
def test_its_commands_work(words, tmp_path, monkeypatch):
    monkeypatch.setattr("package.build.DIST", tmp_path)
    assert main(words.split()) == 0
    assert list(tmp_path.iterdir())


@pytest.mark.parametrize("path", FILES)
def test_the_files_that_it_names_are_there(path):
    assert (ROOT / path).exists()


def test_it_has_examples():
    assert len(COMMANDS) == 2
    assert len(FILES) > 4
