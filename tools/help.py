"""The command line: what may be typed, and the help that says so."""

import argparse

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
  QIAO_SECRET_KEY    the key that signs tickets (default: made once, kept in the data folder)
  QIAO_PROXIES       how many proxies in front of `serve` set X-Forwarded-* (default: 0)
  WEB_CONCURRENCY    processes of `serve`, of four threads each (default: 2)
  CHROMIUM           the browser that tests and bench use (default: looked for)
  PIP_INDEX_URL, HTTPS_PROXY, npm_config_registry ...   where packages come from
"""

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
    command(
        "build",
        "make all that serve needs, and the shells, without serving",
        "Compile the page into build/ and write the shells into package/dist/.",
    )
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
    lock = command(
        "lock",
        "write the lock files anew after a change of requirements/*.in or package.json",
        "Resolve requirements/*.in and package.json. Versions already locked stay, where they fit.",
    )
    lock.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    return parser


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
    parser.add_argument(
        "--data",
        metavar="DIR",
        default=None,
        help=f"folder of the database and the secret key ({data})",
    )
    parser.add_argument(
        "--demo",
        action="store_true",
        help="fill a new database with events and let anybody log in under any name: not for a "
        "server that others can reach",
    )


def _port(text: str) -> int:
    try:
        port = int(text)
    except ValueError:
        port = -1
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: 0 to 65535")
    return port
