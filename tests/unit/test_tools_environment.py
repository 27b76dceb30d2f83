"""`.venv`: when it is used as it is, brought up to date, or made anew."""

import os
import subprocess
import sys
from importlib import util
from pathlib import Path

import pytest

from tools import environment, say, stamps


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that passes for a finished `.venv`, with both locks beside it."""
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    for group in ("serve", "dev"):
        (tmp_path / f"{group}.txt").write_text(f"# {group}")
    monkeypatch.setattr(environment, "REQUIREMENTS", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "VENV_PYTHON", python)
    monkeypatch.setattr(environment, "STAMP", tmp_path / ".venv" / "qiao.json")
    hashes = {group: stamps.hash_of([tmp_path / f"{group}.txt"]) for group in ("serve", "dev")}
    stamps.write(
        environment.STAMP,
        {"root": str(environment.ROOT), "python": os.path.realpath(python)} | hashes,
    )
    return tmp_path


def change_stamp(**changes: str) -> None:
    stamps.write(environment.STAMP, stamps.read(environment.STAMP) | changes)


def test_a_finished_one_is_ready(venv: Path) -> None:
    assert environment.ready("serve")
    assert environment.ready("dev")


def test_a_changed_lock_is_not_ready(venv: Path) -> None:
    (venv / "dev.txt").write_text("# another")
    assert environment.ready("serve")
    assert not environment.ready("dev")


def test_one_that_was_killed_is_not_ready(venv: Path) -> None:
    change_stamp(busy="dev")
    assert not environment.ready("serve")


def test_a_moved_one_is_not_ready(venv: Path) -> None:
    change_stamp(root="/somewhere/else")
    assert not environment.ready("serve")


def test_one_whose_python_is_gone_is_not_ready(venv: Path) -> None:
    environment.VENV_PYTHON.unlink()
    environment.VENV_PYTHON.symlink_to("/nowhere/python3")
    assert not environment.ready("serve")


def test_one_whose_python_was_exchanged_is_not_ready(venv: Path) -> None:
    change_stamp(python="/usr/bin/python3.10")
    assert not environment.ready("serve")


def test_a_python_without_venv_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(util, "find_spec", lambda name: None)
    with pytest.raises(say.Failed, match=r"apt-get install python3\.\d+-venv"):
        environment._ask_for_venv()


def test_a_half_made_one_is_made_anew(venv: Path) -> None:
    for group in ("serve", "dev"):
        (venv / f"{group}.txt").write_text("# A lock without packages needs no network.")
    rest = environment.VENV / "half a package"
    rest.touch()
    change_stamp(busy="dev")
    environment.ensure("dev")
    assert environment.ready("dev")
    assert not rest.exists()


HOLD = """
import pathlib, sys
from tools import environment
environment.ROOT = pathlib.Path(".")
with environment.one_at_a_time():
    print("mine", flush=True)
    sys.stdin.read()
"""


def test_a_second_setup_waits_for_the_first(tmp_path: Path) -> None:
    def start() -> subprocess.Popen[str]:
        command = [sys.executable, "-c", HOLD]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=tmp_path, stdin=pipe, stdout=pipe, text=True)

    with start() as first:
        assert first.stdout and first.stdout.readline() == "mine\n"
        with start() as second:
            assert second.stdout and "Waiting" in second.stdout.readline()
            first.communicate()
            assert second.communicate()[0] == "mine\n"
