"""Errors that pages report: looked up in their build, counted, limited, and told to operators."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from backend import page_errors
from backend.models import PageError
from backend.page_errors import MOST_A_MINUTE, MOST_NEW_AN_HOUR

SOURCES = {
    "a" * 12: "def view(data):\n    def pick():\n        return data['nobody']\n",
    # The same function, two lines further down.
    "b" * 12: "import a\n\ndef view(data):\n    def pick():\n        return data['nobody']\n",
}
FILE = "app/pages/event.py"
KERNEL = "qiao/browser/kernel.js"
# One line, as packed scripts are: two lines of the page, then one of the kernel.
SCRIPT = {"files": [FILE, KERNEL], "lines": [[0, 10, 0, 1], [0, 20, 0, 2], [0, 50, 1, 0]]}
SHOWN = "return data['nobody']"


@pytest.fixture(autouse=True)
def builds(config):
    """Keep symbols of two builds, as the compiler does."""
    folder = config.build / "symbols"
    folder.mkdir(parents=True, exist_ok=True)
    for build, text in SOURCES.items():
        (folder / f"{build}.json").write_text(
            json.dumps({"sources": {FILE: text, KERNEL: "x\ny"}, "scripts": {"app.js": SCRIPT}})
        )


def report(build="a" * 12, line=3, **changes):
    frame = {"file": FILE, "line": line, "name": "pick"}
    return {"build": build, "kind": "KeyError", "frames": [frame], **changes}


@pytest.fixture
def send(guest):
    """Report an error, as a page does."""

    def post(*arguments, **changes):
        return guest.post("/api/page-errors", report(*arguments, **changes))

    return post


@pytest.fixture
def told(database):
    def read():
        long_ago = datetime.now(UTC) - timedelta(days=100)
        return database.run(lambda db: page_errors.recent(db, long_ago), writes=False)

    return read


def test_a_report_is_kept_with_the_text_of_its_line(send, told):
    answer = send()
    assert (answer.status_code, answer.data) == (204, b"")
    [error] = told()
    assert error["frames"] == [{"file": FILE, "line": 3, "name": "pick", "text": SHOWN}]
    assert (error["kind"], error["count"], error["builds"]) == ("KeyError", 1, ["a" * 12])


def test_the_same_error_is_counted_also_in_another_build(send, told):
    for arguments in (("a" * 12, 3), ("b" * 12, 5), ("b" * 12, 5)):
        send(*arguments)
    [error] = told()
    assert (error["count"], error["builds"]) == (3, ["a" * 12, "b" * 12])
    assert error["frames"][0]["line"] == 5
    assert error["first_seen"] <= error["last_seen"]


def test_another_line_or_class_is_another_error(send, told):
    send()
    send(line=2)
    send(kind="ValueError")
    assert len(told()) == 3


@pytest.mark.parametrize("build", ["c" * 12, "../symbols/aaaaaaaaaaaa", "A" * 12, "a"])
def test_a_build_that_is_not_kept_is_refused(send, told, build):
    answer = send(build)
    assert (answer.status_code, answer.json["code"]) == (409, "unknown_build")
    assert told() == []


def test_lines_that_the_build_does_not_have_are_left_out(send, told):
    made_up = [{"file": file, "line": 1, "name": "x"} for file in ("/etc/passwd", "../x.py")]
    send(frames=[*made_up, {"file": FILE, "line": 99, "name": "x"}])
    assert told()[0]["frames"] == []


def places(*columns):
    return [{"script": "app.js", "line": 1, "column": column} for column in columns]


def test_the_stack_of_a_script_comes_below_the_frames_of_python(send, told):
    send(places=[*places(51, 25), {"script": "runtime.js", "line": 1, "column": 1}])
    lines = [(frame["file"], frame["line"], frame["name"]) for frame in told()[0]["frames"]]
    assert lines == [(FILE, 3, "pick"), (KERNEL, 1, "")]


def test_without_frames_of_python_the_stack_tells_its_lines(send, told):
    # Before the first line begins there is nothing.
    send(frames=[], places=places(60, 50, 21, 20, 5))
    lines = [(frame["file"], frame["line"]) for frame in told()[0]["frames"]]
    assert lines == [(FILE, 2), (FILE, 3), (FILE, 3), (KERNEL, 1)]


def test_a_message_that_may_quote_a_person_is_not_kept(send, told):
    send(message="Li Na")
    send(kind="NameError", message="name 'x' is not defined")
    assert [error["message"] for error in told()] == [None, "name 'x' is not defined"]


@pytest.mark.parametrize("name", ["<script>", "Key Error", "1", "a;b"])
def test_a_class_without_a_name_is_refused(send, name):
    assert send(kind=name).status_code == 422


def test_a_report_is_small(send):
    frame = {"file": FILE, "line": 1, "name": "x"}
    assert send(frames=[frame] * 31).status_code == 422
    assert send(message="x" * 20_000).status_code == 413


def test_so_many_a_minute_are_counted(send, told, database):
    send()
    # In this minute still, however late in it the test runs.
    change(database, this_minute=MOST_A_MINUTE, last_seen=datetime.now(UTC) + timedelta(minutes=1))
    answer = send()
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    change(database, last_seen=datetime.now(UTC) - timedelta(minutes=2))
    assert send().status_code == 204
    assert told()[0]["count"] == 2


def change(database, **values):
    with database.transaction(writes=True) as db:
        db.execute(update(PageError).values(**values))


def put_in(database, count, seen):
    with database.transaction(writes=True) as db:
        for number in range(count):
            db.add(
                PageError(
                    digest=f"{number}",
                    kind="KeyError",
                    frames=[],
                    builds=[],
                    count=1,
                    this_minute=1,
                    first_seen=seen,
                    last_seen=seen,
                )
            )


def test_so_many_new_ones_an_hour_are_taken(send, told, database):
    put_in(database, MOST_NEW_AN_HOUR, datetime.now(UTC))
    assert send().status_code == 429
    assert len(told()) == MOST_NEW_AN_HOUR


def test_what_was_not_seen_for_long_is_removed(send, told, database):
    put_in(database, 3, datetime.now(UTC) - timedelta(days=31))
    send()
    assert [error["kind"] for error in told()] == ["KeyError"]
