"""`build.py admin`: what an operator does with the data of a server."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

from tools import say
from tools.errors import printable
from tools.serve import set_environment


def main(options: argparse.Namespace) -> int:
    """Do what was asked for; return the exit code."""
    set_environment(options)
    # Late: they need the environment's packages, and the settings from above.
    from sqlalchemy.exc import SQLAlchemyError

    from backend import services, texts
    from backend.config import Config, ConfigError
    from backend.errors import Busy
    from backend.migrate import CannotTell
    from backend.operating import NotThere

    services.load()
    texts.load()
    try:
        ACTIONS[options.action](Config.from_environment(), options)
    except (NotThere, ConfigError, CannotTell) as error:
        raise say.Failed(str(error)) from error
    except FileExistsError as error:
        raise say.Failed(f"{error.filename} is there already. Take another name.") from error
    except (SQLAlchemyError, OSError, Busy) as error:
        raise say.Failed(
            f"{error}\nThe data could not be read or changed. Is this the data folder of a server "
            "(--data), and is its database up to date (admin migrate)?"
        ) from error
    return 0


def user(config: Any, options: argparse.Namespace) -> None:
    from backend import operating

    host, id = options.person

    def work(site: Any) -> None:
        if options.end_sessions:
            ended = site.database.run(
                lambda db: operating.end_sessions(db, host, id), writes=True, repeatable=True
            )
            say.line(f"Ended: {ended}.")
        else:
            show(site.database.run(lambda db: operating.person(db, host, id), writes=False))

    with_site(config, work)


def give(config: Any, options: argparse.Namespace) -> None:
    from backend import operating

    now, (host, id) = datetime.now(UTC), options.to

    def work(site: Any) -> None:
        title = site.database.run(
            lambda db: operating.give(db, options.event, host, id, now),
            writes=True,
            repeatable=True,
        )
        say.line(f"Organised by {host}:{id} from now on: {printable(title)}")

    with_site(config, work)


def remove_picture(config: Any, options: argparse.Namespace) -> None:
    from backend import operating

    with_site(config, lambda site: operating.remove_picture(site, options.event))
    say.line("Removed.")


def export(config: Any, options: argparse.Namespace) -> None:
    from backend import operating
    from qiao.i18n import language

    def work(site: Any) -> None:
        if options.format == "csv":
            before = language.set(options.language)
            try:
                write(operating.export_csv(site.database, options.event), options.out)
            finally:
                language.reset(before)
            return
        found = operating.export_json(site.database, options.event, datetime.now(UTC))
        write([json.dumps(found, indent=2, ensure_ascii=False) + "\n"], options.out)

    with_site(config, work)


def purge(config: Any, options: argparse.Namespace) -> None:
    from backend import operating

    days = config.keep_days or 90 if options.days is None else options.days
    with_site(config, lambda site: operating.purge(site, datetime.now(UTC), days))
    say.line(f"Forgotten: the guests of events that ended {days} days ago or more.")


def migrate(config: Any, options: argparse.Namespace) -> None:
    from backend import migrate as migrations

    config.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    if options.sql:
        for statement in migrations.statements(config.database_url, options.down):
            print(f"{statement};")
        return
    if options.down is None:
        migrations.upgrade(config.database_url)
    else:
        migrations.step_down(config.database_url, options.down)
    say.line(f"The database is at {migrations.current(config.database_url) or 'its beginning'}.")


def accept_key(config: Any, options: argparse.Namespace) -> None:
    from backend import key_check
    from backend.start import database_of

    with closing(database_of(config)) as database:
        say.line(f"This database belongs to the key {key_check.accept(database, config)} now.")


ACTIONS: dict[str, Callable[[Any, argparse.Namespace], None]] = {
    "user": user,
    "give": give,
    "remove-picture": remove_picture,
    "export": export,
    "purge": purge,
    "migrate": migrate,
    "accept-key": accept_key,
}


def with_site(config: Any, work: Callable[[Any], None]) -> None:
    """Do `work` with what a server works with."""
    from backend.start import site_of

    with closing(site_of(config)) as site:
        work(site)


def show(found: Any) -> None:
    print(json.dumps(found, indent=2, ensure_ascii=False))


def write(parts: Iterable[str], out: str | None) -> None:
    """Write parts of a text to a new file, or to the output."""
    if out is None:
        for part in parts:
            sys.stdout.buffer.write(part.encode())
        sys.stdout.buffer.flush()
        return
    first = iter(parts)
    # Before the file is there: what can't be written leaves none behind.
    begun = next(first, "")
    # Guests stand in it: not for other users of the machine.
    with open(out, "x", encoding="utf-8", newline="", opener=private) as file:
        file.write(begun)
        file.writelines(first)


def private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
