"""Lists with ever more rows behind them: how long a page of one takes, and by which index."""

import re
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import Engine, event, insert, text

from backend.app import create_app
from backend.config import Config
from backend.db import Database
from backend.models import Event, SignUp
from tools.bench.api.asking import SECRET, event_row
from tools.bench.figures import figure
from tools.paths import BUILD

SIZES = (1_000, 10_000, 100_000)
REQUESTS = 30
AT_ONCE = 5_000
# How databases name what they look into.
INDEX = re.compile(r"\b(?:ix|uq|pk)_\w+")


def growth(url: str, folder: Path, log: Callable[[str], None]) -> list[dict[str, Any]]:
    """Return for each list and size: milliseconds of a page, and the indexes that were used.

    In process, so that nothing but the server's own work is in it.
    """
    app = create_app(
        Config(data=folder, build=BUILD, database_url=url, secret_key=SECRET, preview_login=True)
    )
    database: Database = app.extensions["qiao"].database
    client = app.test_client()
    mine = _organise(client)
    found: list[dict[str, Any]] = []
    size = 0
    for wanted in SIZES:
        log(f"{wanted:,} rows")
        _fill(database, mine, wanted - size)
        size = wanted
        for name, table, path in _lists(client, mine):
            with asked(database.engine, table) as statements:
                times = [_time(client, path) for _ in range(REQUESTS)]
            plans = "\n".join(_plan(database.engine, *one) for one in statements.items())
            found.append(
                {
                    "list": name,
                    "rows": size,
                    "ms": figure(times),
                    "indexes": sorted(set(INDEX.findall(plans))),
                }
            )
    database.close()
    return found


def _lists(client: FlaskClient, mine: int) -> Iterator[tuple[str, str, str]]:
    yield "events to come", "events", "/api/events"
    guests = f"/api/events/{mine}/sign-ups"
    yield "guests of an event", "sign_ups", guests
    cursor = ""
    for _ in range(4):
        cursor = _get(client, f"{guests}?cursor={cursor}" if cursor else guests).json["next"]
    yield "guests, a later page", "sign_ups", f"{guests}?cursor={cursor}"
    yield "guests, checked in", "sign_ups", f"{guests}?state=checked_in"
    yield "guests by a name", "sign_ups", f"{guests}?search=Guest%20999"


def _organise(client: FlaskClient) -> int:
    ticket = _post(client, "/api/logins", {"host": "preview", "code": "Ann"})["ticket"]
    _get(client, f"/?ticket={ticket}")
    starts = datetime.now(UTC) + timedelta(days=7)
    form = {
        "title": "Tea tasting",
        "starts_at": starts.strftime("%Y-%m-%dT10:00"),
        "ends_at": starts.strftime("%Y-%m-%dT12:00"),
        "zone": "Asia/Shanghai",
        "place": "12 Yuyuan Road",
        "capacity": 100_000,
    }
    return int(_post(client, "/api/events", form)["id"])


def _fill(database: Database, mine: int, rows: int) -> None:
    """Add so many events to come, and so many guests of one of them."""
    now = datetime.now(UTC)
    with database.transaction(writes=True) as db:
        row = event_row(db, now)
    guest = {"event_id": mine, "seats": 1, "answers": {}, "status": "confirmed", "created_at": now}
    for begin in range(0, rows, AT_ONCE):
        numbers = range(begin, min(begin + AT_ONCE, rows))
        with database.transaction(writes=True) as db:
            db.execute(
                insert(Event), [row | {"starts_at": now + timedelta(days=7 + n)} for n in numbers]
            )
            db.execute(
                insert(SignUp),
                [
                    guest
                    | {
                        "name": f"Guest {n}",
                        "code": secrets.token_hex(8),
                        "created_at": now + timedelta(seconds=n),
                    }
                    for n in numbers
                ],
            )
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))


def _time(client: FlaskClient, path: str) -> float:
    begun = time.perf_counter()
    _get(client, path)
    return (time.perf_counter() - begun) * 1000


def _get(client: FlaskClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code in (200, 303), (path, answer.status_code)
    return answer


def _post(client: FlaskClient, path: str, body: dict[str, Any]) -> Any:
    answer = client.post(path, json=body)
    assert answer.status_code == 201, (path, answer.text)
    return answer.json


@contextmanager
def asked(engine: Engine, table: str) -> Iterator[dict[str, Any]]:
    """Gives what is asked of a table meanwhile: statements, each with its parameters."""
    statements: dict[str, Any] = {}

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_more: Any) -> None:
        if statement.startswith("SELECT") and f"FROM {table}" in statement:
            statements.setdefault(statement, values)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", note)


def _plan(engine: Engine, statement: str, values: Any) -> str:
    word = "EXPLAIN QUERY PLAN " if engine.dialect.name == "sqlite" else "EXPLAIN "
    with engine.connect() as connection:
        lines = connection.exec_driver_sql(word + statement, values)
        return "\n".join(str(tuple(line)) for line in lines)
