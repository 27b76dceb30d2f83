"""`build.py errors`: what failed in people's pages, as the pages reported it."""

import argparse
import json
from datetime import UTC, datetime, timedelta
from typing import Any

from tools import say
from tools.serve import set_environment


def main(options: argparse.Namespace) -> int:
    """Print the errors of the last days, the latest last."""
    set_environment(options)
    # Late: they need the environment's packages, and the settings from above.
    from sqlalchemy.exc import SQLAlchemyError

    from backend import page_errors
    from backend.config import Config, ConfigError
    from backend.start import database_of

    since = datetime.now(UTC) - timedelta(days=options.days)
    try:
        database = database_of(Config.from_environment())
        found = database.run(lambda db: page_errors.recent(db, since), writes=False)
    except (ConfigError, SQLAlchemyError, OSError) as error:
        raise say.Failed(
            f"{error}\nThe errors could not be read. Is this the data folder of a server, and has "
            "it been started since the last update?"
        ) from error
    if options.json:
        print(json.dumps(found, indent=2, ensure_ascii=False, default=datetime.isoformat))
        return 0
    for one in found:
        print(as_text(one), end="\n\n")
    count = len(found)
    print(f"{count} {'error' if count == 1 else 'errors'} in the last {options.days} days.")
    return 0


def as_text(error: dict[str, Any]) -> str:
    """Return an error as Python tells it, with how often and when it was seen."""
    times = "once" if error["count"] == 1 else f"{error['count']} times"
    when = f"{error['last_seen']:%Y-%m-%d %H:%M} UTC"
    if error["count"] > 1:
        when = f"{error['first_seen']:%Y-%m-%d %H:%M} to {when}"
    lines = [f"#{error['id']}  {times}, {when}, build {', '.join(error['builds'])}"]
    for frame in error["frames"]:
        inside = f", in {frame['name']}" if frame["name"] else ""
        lines.append(f'  File "{frame["file"]}", line {frame["line"]}{inside}')
        lines.append(f"    {frame['text']}")
    lines.append(f"{error['kind']}: {error['message']}" if error["message"] else error["kind"])
    return "\n".join(map(printable, lines))


def printable(text: str) -> str:
    """Return a text with an escape for all that could command a terminal: a page may send it."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in text
    )
