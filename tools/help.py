"""The command line: what may be typed, and the help that says so."""

import argparse
from pathlib import Path

from tools.admin_help import ABOUT as ABOUT_ADMIN
from tools.admin_help import add_admin

ABOUT = """\
Qiao: a mini program in Python, both ends.

  python3 build.py serve          build what is missing, and serve the app
  python3 build.py serve --demo   the same with events to look at and a login to try
  python3 build.py test           everything that must hold before a change goes in

Nothing needs to be installed first: Python packages go into .venv, npm packages into
node_modules, compiled pages into build, data into var. Deleting any of them but var is safe:
the next command makes it again. What is unchanged is not done again.
"""

ENVIRONMENT = """\
environment:
  DATABASE_URL       another database than SQLite in the data folder
  REDIS_URL          Redis, for jobs on more than one machine (default: a file in the data folder)
  QIAO_KEEP_DAYS     days from an event to forgetting its guests (default: 90; 0: never)
  QIAO_SECRET_KEY    the key that signs tickets (default: made once, kept in the data folder)
  QIAO_PROXIES       how many proxies in front of `serve` set X-Forwarded-* (default: 0)
  WEB_CONCURRENCY    processes of `serve`, of four threads each (default: 2)
  CHROMIUM           the browser that tests and bench use (default: looked for)
  PIP_INDEX_URL, HTTPS_PROXY, npm_config_registry ...   where packages come from
"""

# Those of package/platforms/; this must answer before any package is installed.
HOSTS = ("wechat", "alipay", "douyin", "qq", "kuaishou", "baidu")
PASSED_ON = {
    "test": ("pytest", "tests/unit, -k name, -x ... : only these tests, and no checks"),
    "bench": ("the benchmark", "see: python3 build.py bench --help"),
}


def parse(words: list[str]) -> argparse.Namespace:
    """Return the options; `.rest` holds what is passed on to the program behind the command."""
    parser = _parser()
    # argparse would take options that are meant for pytest as its own, so these are cut off here.
    rest = []
    if words and words[0] in PASSED_ON and (words[0] == "bench" or not _asks_help(words[1:])):
        words, rest = words[:1], words[1:]
    options = parser.parse_args(words)
    options.rest = rest
    return options


def _asks_help(words: list[str]) -> bool:
    return bool({"-h", "--help"}.intersection(words))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py",
        description=ABOUT,
        epilog=ENVIRONMENT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, short: str, long: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            help=short,
            description=long,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    serve = command(
        "serve",
        "build what is missing, bring the database up to date, and serve",
        "Serve the app with gunicorn until Ctrl-C (requests under way are finished).\n"
        "Builds what is missing and brings the database up to date first.",
    )
    _add_serving(serve, data="var")
    serve.add_argument(
        "--no-worker",
        action="store_true",
        help="leave the jobs (reminders, offers, …) to `build.py work`, here or elsewhere",
    )
    work = command(
        "work",
        "do the jobs only, beside servers that were started with --no-worker",
        "Do what has to be done without anybody asking: reminders, notices, offers that run\n"
        "out, forgetting. `serve` does that by itself. Several may work at once; on several\n"
        "machines with REDIS_URL.",
    )
    _add_data(work, data="var")
    errors = command(
        "errors",
        "tell what failed in people's pages",
        "Print the errors that pages have reported, each once, with its lines of Python, how\n"
        "often it was seen, when, and in which builds. The latest comes last.",
    )
    errors.add_argument(
        "--days", type=_days, default=7, help="how far to look back (%(default)s; kept: 30)"
    )
    errors.add_argument("--json", action="store_true", help="for machines")
    _add_folder(errors, data="var")
    admin = command(
        "admin", "look after the data: people, events, exports, migrations", ABOUT_ADMIN
    )
    add_admin(admin, _add_folder)
    dev = command(
        "dev",
        "serve while you write: rebuild, restart and reload at each change",
        "Serve with preview login, watch the sources, and at each change compile, restart the\n"
        "server and reload the open pages. A mistake is shown here; the last good page stays.",
    )
    _add_serving(dev, data="var")
    test = command(
        "test",
        "run every test and check (arguments go to pytest)",
        "Run every check and test; this is all of CI. Finds Chromium, or installs it with apt\n"
        "where it may. Arguments go to pytest: test tests/unit -k signals -x",
    )
    test.add_argument("pytest", nargs="*", help=PASSED_ON["test"][1])
    build = command(
        "build",
        "make all that serve needs, and the shells, without serving",
        "Compile the page into build/ and write the shells into package/dist/, for the platforms'\n"
        "own tools to open. Settings are in package/shell.toml; for one shell, options win:\n"
        "build --host wechat --app-id wx0123456789abcdef --page https://signup.example.com",
    )
    _add_shell(build)
    build.add_argument("--out", type=Path, help="folder to write the shell to (package/dist/HOST)")
    upload = command(
        "upload",
        "hand a shell in by the platform's own tool",
        "Build one shell and upload it with miniprogram-ci (WeChat) or minidev (Alipay), which\n"
        "must be installed. What is uploaded waits in the platform's console for its review.",
    )
    _add_shell(upload, required=True)
    upload.add_argument("--key", type=Path, required=True, help="the key file for uploads")
    upload.add_argument("--version", required=True, help="three numbers: 1.0.0")
    upload.add_argument("--description", default="", help="what is new, for the console")
    upload.add_argument("--robot", type=int, default=1, help="WeChat's CI robot, 1 to 30 (1)")
    command(
        "check",
        "ruff, mypy, import-linter, types of the shells, tests of the docs",
        "Read the code without running the app: style, types, which room imports which,\n"
        "and the examples of the docs. `test` does this too.",
    )
    bench = command("bench", "measure the page beside a vanilla and a stock Brython one", "")
    bench.add_argument("benchmark", nargs="*", help=PASSED_ON["bench"][1])
    command(
        "setup",
        "make .venv and node_modules for work on the code",
        "Install what every command needs, tests and checks included. Other commands do their\n"
        "part of this by themselves.",
    )
    command(
        "texts",
        "bring the catalogues of translations to the texts of the sources",
        "Find the texts marked by _() and N_(), update frontend/app/texts/*.po, and list what\n"
        "still wants a translation.",
    )
    command(
        "reference",
        "write docs/reference.md anew after a change of docstrings",
        "Write docs/reference.md from the docstrings of the page library.",
    )
    lock = command(
        "lock",
        "write the lock files anew after a change of requirements/*.in or package.json",
        "Resolve requirements/*.in and package.json. Versions already locked stay, where they fit.",
    )
    lock.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    return parser


def _add_shell(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    parser.add_argument(
        "--host", choices=HOSTS, required=required, help="this shell alone, instead of all"
    )
    parser.add_argument("--app-id", default="", help="id of the app, instead of shell.toml's")
    parser.add_argument("--page", default="", help="the server's address, instead of shell.toml's")


def _add_serving(parser: argparse.ArgumentParser, data: str) -> None:
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="address to listen on; 0.0.0.0 also lets phones in this network in (%(default)s)",
    )
    parser.add_argument(
        "--port",
        type=_port,
        default=8000,
        help="port to listen on; 0 takes a free one (%(default)s)",
    )
    _add_data(parser, data)


def _add_data(parser: argparse.ArgumentParser, data: str) -> None:
    _add_folder(parser, data)
    parser.add_argument(
        "--demo",
        action="store_true",
        help="fill a new database with events and let anybody log in under any name: not for a "
        "server that others can reach",
    )


def _add_folder(parser: argparse.ArgumentParser, data: str) -> None:
    parser.add_argument(
        "--data",
        metavar="DIR",
        default=None,
        help=f"folder of the database and the secret key ({data})",
    )


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 10_000):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of days: 1, 2, 3 …")
    return int(text)


def _port(text: str) -> int:
    try:
        port = int(text)
    except ValueError:
        port = -1
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: 0 to 65535")
    return port
