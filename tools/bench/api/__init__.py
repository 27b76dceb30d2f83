"""`build.py bench --api`: the server beside a bare Flask app, and lists with ever more rows."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine
from sqlalchemy import text as sql

from backend import migrate
from backend.addresses import address_of
from tools import say
from tools.bench import packing
from tools.bench.api.asking import served
from tools.bench.api.growth import growth
from tools.bench.api.tables import save as save
from tools.bench.api.tables import text as text

KINDS = ("sqlite", "postgresql")
POSTGRESQL = "postgresql://postgres@127.0.0.1:5432/postgres"
RUNS = 3

Log = Callable[[str], None]


def run(runs: int | None, *, quick: bool) -> dict[str, Any]:
    """Return "api", database -> what -> peer -> figures, and "growth", database -> figures."""
    packing.install()
    found: dict[str, Any] = {"api": {}, "growth": {}}
    for kind in KINDS:
        with database(kind) as (url, folder), say.step(f"Asking servers on {kind}") as shown:
            found["api"][kind] = served(url, folder, runs or (1 if quick else RUNS), shown.detail)
        with database(kind) as (url, folder), say.step(f"Growing lists on {kind}") as shown:
            found["growth"][kind] = growth(url, folder, shown.detail)
    return found


@contextmanager
def database(kind: str) -> Iterator[tuple[str, Path]]:
    """Give the address of a new database with all tables, and a folder; both are removed."""
    name = f"qiao_bench_{os.getpid()}"
    with tempfile.TemporaryDirectory(prefix="qiao-bench-") as made:
        folder = Path(made)
        if kind == "sqlite":
            url = f"sqlite:///{folder / name}.db"
            migrate.upgrade(url)
            yield url, folder
            return
        server = address_of(os.environ.get("QIAO_TEST_POSTGRESQL") or POSTGRESQL)
        engine = create_engine(server, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(sql(f"CREATE DATABASE {name}"))
            try:
                url = server.set(database=name).render_as_string(hide_password=False)
                migrate.upgrade(url)
                yield url, folder
            finally:
                connection.execute(sql(f"DROP DATABASE {name} WITH (FORCE)"))
        engine.dispose()
