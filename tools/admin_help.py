"""What may be typed behind `build.py admin`."""

import argparse
from collections.abc import Callable

HOSTS = ("wechat", "alipay", "preview")
ABOUT = """\
Look after the data of a server, beside the app: on its machine, with its settings (DATABASE_URL,
QIAO_DATA …). Everything is safe to do while it runs. A person is named as their host calls them:
wechat:OPENID, alipay:USER_ID, or preview:NAME. Ends with 1 where that was not possible.
"""


def add_admin(parser: argparse.ArgumentParser, add_folder: Callable[..., None]) -> None:
    """Add the commands of `admin` to its parser."""
    commands = parser.add_subparsers(dest="action", metavar="ACTION", required=True)

    def action(name: str, about: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
        add_folder(added, "var")
        return added

    user = action("user", "tell what is known of a person, as JSON")
    user.add_argument("person", type=_person, metavar="HOST:ID")
    user.add_argument(
        "--end-sessions", action="store_true", help="sign them out everywhere, scripts as well"
    )
    give = action("give", "make somebody the organiser of an event")
    _add_event(give)
    give.add_argument("--to", type=_person, metavar="HOST:ID", required=True)
    _add_event(action("remove-picture", "take the picture of an event away"))
    export = action("export", "write an event's sign-ups, for spreadsheets or programs")
    _add_event(export)
    export.add_argument("--format", choices=("csv", "json"), default="csv", help="(%(default)s)")
    export.add_argument(
        "--language", choices=("en", "zh"), default="en", help="of the CSV's titles (%(default)s)"
    )
    export.add_argument("--out", metavar="FILE", help="a file that is not there yet (the output)")
    purge = action("purge", "forget the guests of past events now, and pictures nothing shows")
    purge.add_argument(
        "--days", type=_number, help="of events that ended so long ago (QIAO_KEEP_DAYS, or 90)"
    )
    migrate = action("migrate", "bring the database up to date, or some steps back")
    migrate.add_argument(
        "--down", type=_number, metavar="N", help="go N steps back; what they had added is lost"
    )
    migrate.add_argument(
        "--sql", action="store_true", help="only print the statements (not on MySQL and MariaDB)"
    )
    action("accept-key", "make the secret key as it is now the one of this database")


def _add_event(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--event", type=_number, metavar="ID", required=True)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number: 0, 1, 2 …")
    return int(text)


def _person(text: str) -> tuple[str, str]:
    host, _, id = text.partition(":")
    if host not in HOSTS or not 0 < len(id) <= 100:
        raise argparse.ArgumentTypeError(
            f"{text!r} names nobody: write {':…, '.join(HOSTS)}:…, with what that host calls them"
        )
    return host, id
