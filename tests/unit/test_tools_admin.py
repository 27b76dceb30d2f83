"""`build.py admin`, run as an operator runs it."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from backend import key_check
from backend.app import create_app
from backend.config import Config, sqlite_url
from backend.models import SignUp
from backend.start import prepare
from tests.api.conftest import Person
from tools import commands
from tools.paths import ROOT


@pytest.fixture(scope="module")
def config(tmp_path_factory):
    data = tmp_path_factory.mktemp("admin")
    return Config(data=data, build=data, database_url=sqlite_url(data), preview_login=True)


@pytest.fixture(scope="module")
def app(config):
    prepare(config)
    app = create_app(config)
    yield app
    app.extensions["qiao"].close()


@pytest.fixture(scope="module")
def ann(app):
    return Person(app).log_in("Ann")


@pytest.fixture(scope="module")
def event(ann, app):
    event = ann.publish(title="Tea tasting")
    Person(app).sign_up(event, "=cmd()")
    return event


@pytest.fixture
def admin(config, monkeypatch, capfd):
    """Run it in this process; return exit code, output and errors."""

    def run(*words, **environment):
        ours = {"QIAO_DATA": str(config.data), "DATABASE_URL": "", "QIAO_SECRET_KEY": ""}
        for name, value in {**ours, **environment}.items():
            monkeypatch.setenv(name, value)
        capfd.readouterr()
        try:
            code = commands.run(["admin", *map(str, words)])
        except SystemExit as refused:
            code = refused.code
        return code, *capfd.readouterr()

    return run


def test_as_a_process_it_tells_by_its_exit_code(config, event):
    def run(id):
        return subprocess.run(
            [sys.executable, "build.py", "admin", "export", "--event", str(id)],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": "", "QIAO_DATA": str(config.data)},
            capture_output=True,
            text=True,
            timeout=100,
        )

    done, failed = run(event["id"]), run(999)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("\ufeffName,")
    assert (failed.returncode, failed.stdout) == (1, "")
    assert failed.stderr == "\nThere is no event 999.\n"


def test_a_person_is_told_of_and_signed_out(admin, ann, event):
    code, told, _ = admin("user", "preview:Ann")
    found = json.loads(told)
    assert (code, found["name"], found["hosts"]) == (0, "Ann", ["preview"])
    assert found["events"][0]["id"] == event["id"]
    ended = admin("user", "preview:Ann", "--end-sessions")
    assert (ended[0], ended[1]) == (0, f"Ended: {found['sessions']}.\n")
    assert ann.get("/api/me").json["signed_in"] is False
    ann.log_in("Ann")


def test_an_event_goes_to_somebody_who_has_never_been_here(admin, app, event):
    assert admin("give", "--event", event["id"], "--to", "preview:Ben")[0] == 0
    ben = Person(app).log_in("Ben")
    assert [one["id"] for one in ben.get("/api/events?mine=yes").json["items"]] == [event["id"]]


def test_sign_ups_as_csv_and_as_json(admin, event, tmp_path):
    code, told, _ = admin("export", "--event", event["id"], "--language", "zh")
    assert code == 0
    assert "姓名" in told.splitlines()[0]
    assert "'=cmd()" in told
    out = tmp_path / "guests.json"
    words = ("export", "--event", event["id"], "--format", "json", "--out", out)
    assert admin(*words)[0] == 0
    found = json.loads(out.read_text("utf-8"))
    assert found["event"]["title"] == event["title"]
    assert [one["name"] for one in found["sign_ups"]] == ["=cmd()"]
    assert out.stat().st_mode & 0o077 == 0
    code, _, told = admin(*words)
    assert (code, "there already" in told) == (1, True)


def test_purging_forgets_what_is_over(admin, app, event):
    database = app.extensions["qiao"].database

    def named():
        with database.transaction(writes=False) as db:
            return db.scalar(select(func.count(SignUp.id)).where(SignUp.name != ""))

    assert admin("purge", "--days", 0)[0] == 0
    assert named() == 1
    with database.transaction(writes=True) as db:
        sign_up = db.scalars(select(SignUp)).one()
        sign_up.event.ends_at = datetime.now(UTC) - timedelta(days=2)
    assert admin("purge", "--days", 3)[0] == 0
    assert named() == 1
    assert admin("purge", "--days", 1)[0] == 0
    assert named() == 0


def test_migrations_are_shown_and_done(admin, tmp_path):
    data = {"QIAO_DATA": str(tmp_path)}
    code, told, _ = admin("migrate", "--sql", **data)
    assert code == 0
    assert "CREATE TABLE events" in told
    # Nothing of it was done.
    assert "CREATE TABLE events" in admin("migrate", "--sql", **data)[1]
    last = admin("migrate", **data)[1]
    assert admin("migrate", "--sql", **data)[1] == ""
    assert admin("migrate", "--down", 2, **data)[1] != last
    assert admin("migrate", **data)[1] == last
    code, _, told = admin("migrate", "--down", 999, **data)
    assert (code, "can't go 999 steps back" in told) == (1, True)


def test_another_key_is_accepted(admin, app):
    key = "k" * 40
    assert "belongs to the key" in admin("accept-key", QIAO_SECRET_KEY=key)[1]
    site = app.extensions["qiao"]
    with pytest.raises(key_check.ConfigError):
        key_check.require_same(site.database, site.config)
    assert admin("accept-key")[0] == 0
    key_check.require_same(site.database, site.config)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["user", "preview:Nobody"], 1, "nobody here"),
        (["user", "nobody"], 2, "names nobody"),
        (["give", "--event", "1"], 2, "--to"),
        (["export", "--event", "999"], 1, "There is no event 999"),
        (["export", "--event", "-1"], 2, "--event"),
        (["remove-picture", "--event", "1"], 1, "has no picture"),
        ([], 2, "ACTION"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else None,
)
def test_what_is_wrong_is_said(admin, event, words, code, told):
    done = admin(*words)
    assert done[0] == code
    assert told in done[2]
    assert "Traceback" not in done[2]


def test_a_folder_without_data_is_said(admin, tmp_path):
    code, _, told = admin("user", "preview:Ann", "--data", str(tmp_path))
    assert (code, "Is this the data folder" in told) == (1, True)
    assert "Traceback" not in told


def test_help_names_every_action(admin):
    told = admin("--help")[1]
    for action in ("user", "give", "remove-picture", "export", "purge", "migrate", "accept-key"):
        assert f"\n    {action}" in told
