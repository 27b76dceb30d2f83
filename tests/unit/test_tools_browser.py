"""Finding Chromium, and what is said where there is none."""

import os
from pathlib import Path

import pytest

from tools import browser, say


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH of a machine without any browser."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "ELSEWHERE", ())
    return tmp_path


def program(path: Path, text: str = "#!/bin/sh\n") -> str:
    path.write_text(text)
    path.chmod(0o755)
    return str(path)


def test_the_chosen_one_goes_before_others(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(machine / "chromium")
    mine = program(machine / "mine")
    monkeypatch.setenv("CHROMIUM", mine)
    assert browser.find() == mine


def test_a_chosen_one_that_is_not_there_is_an_error(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    with pytest.raises(say.Failed, match="/no/such/browser"):
        browser.find()


@pytest.mark.parametrize("name", browser.NAMES)
def test_it_is_found_under_each_of_its_names(machine: Path, name: str) -> None:
    path = program(machine / name)
    assert browser.find() == path


def test_where_nothing_can_be_installed_it_says_what_to_do(machine: Path) -> None:
    with pytest.raises(say.Failed, match=r"(?s)needs? Chromium.*CHROMIUM=.*tests/unit"):
        browser.ensure()


def test_root_gets_it_from_apt(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    apt = f'#!/bin/sh\n[ "$1" = update ] || {{ echo > {machine}/chromium; '
    program(machine / "apt-get", f"{apt} /bin/chmod +x {machine}/chromium; }}\n")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert browser.ensure() == str(machine / "chromium")


def test_what_apt_complains_of_is_shown(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(machine / "apt-get", "#!/bin/sh\necho no network here; exit 100\n")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(say.Failed, match="no network here"):
        browser.ensure()


@pytest.mark.parametrize(("user", "expected"), [(0, True), (1000, False)])
def test_only_root_goes_without_the_sandbox(
    user: int, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert ("--no-sandbox" in browser.flags()) is expected
