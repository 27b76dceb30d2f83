"""`build.py errors`: what an operator reads."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from backend import migrate
from backend.config import sqlite_url
from backend.db import Database
from backend.models import PageError
from tools import errors, say
from tools.help import parse

NOW = datetime.now(UTC).replace(microsecond=0)


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QIAO_DATA", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path


def put_in(data: Path, **changes: object) -> None:
    migrate.upgrade(sqlite_url(data))
    database = Database(sqlite_url(data))
    frame = {"file": "app/pages/event.py", "line": 42, "name": "pick", "text": "return data['x']"}
    values = {
        "digest": "d",
        "kind": "NameError",
        "message": "name 'x' is not defined",
        "frames": [frame],
        "builds": ["a1", "b2"],
        "count": 41,
        "this_minute": 1,
        "first_seen": NOW - timedelta(days=2),
        "last_seen": NOW,
    }
    with database.transaction(writes=True) as db:
        db.add(PageError(**{**values, **changes}))
    database.close()


def run(*words: str) -> int:
    return errors.main(parse(["errors", *words]))


def test_an_error_is_told_as_python_tells_it(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_in(data)
    assert run() == 0
    first = f"{NOW - timedelta(days=2):%Y-%m-%d %H:%M}"
    assert capsys.readouterr().out == (
        f"#1  41 times, {first} to {NOW:%Y-%m-%d %H:%M} UTC, build a1, b2\n"
        '  File "app/pages/event.py", line 42, in pick\n'
        "    return data['x']\n"
        "NameError: name 'x' is not defined\n"
        "\n"
        "1 error in the last 7 days.\n"
    )


def test_what_could_command_a_terminal_is_escaped(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_in(data, message="\x9b31m\u202e", count=1)
    run()
    told = capsys.readouterr().out
    assert "NameError: \\x9b31m\\u202e\n" in told
    assert "#1  once, " in told


def test_for_machines(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_in(data)
    run("--json")
    [told] = json.loads(capsys.readouterr().out)
    assert told["frames"][0]["line"] == 42
    assert told["last_seen"] == NOW.isoformat()


def test_older_ones_are_left_out(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_in(data, last_seen=NOW - timedelta(days=3))
    run("--days", "2")
    assert capsys.readouterr().out == "0 errors in the last 2 days.\n"


def test_a_folder_without_a_database_is_said(data: Path) -> None:
    with pytest.raises(say.Failed, match="Is this the data folder of a server"):
        run()


@pytest.mark.parametrize("days", ["0", "-1", "x"])
def test_days_are_days(days: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(f"--days={days}")
    assert "is not a number of days" in capsys.readouterr().err
