"""`build.py serve`: compile, bring the database up to date, become gunicorn."""

import argparse
import errno
import os
import socket
import sys
from pathlib import Path

from tools import assets, emulators, say
from tools.commands import hand_over
from tools.paths import DATA, ROOT


def main(options: argparse.Namespace) -> int:
    """Serve until stopped. Does not return when all goes well: gunicorn takes the process over."""
    port = check_address(options.host, options.port)
    assets.ensure()
    set_environment(options)
    if os.environ.get("QIAO_DEMO") == "1":
        emulators.start(port)
    prepare_data()
    if options.no_worker:
        os.environ["QIAO_WORKER"] = "0"
    # From the root, so that the app is found whatever folder this was started in.
    os.chdir(ROOT)
    hand_over(
        [
            sys.executable, "-m", "gunicorn",
            "--config", "python:tools.gunicorn_config",
            "--bind", f"{_bracketed(options.host)}:{port}",
        ]
    )  # fmt: skip
    return 0


def set_environment(options: argparse.Namespace) -> None:
    """Tell the backend what the command line said: processes to come inherit it."""
    if options.data or "QIAO_DATA" not in os.environ:
        # Resolved now, as the person meant it from the folder they stand in.
        os.environ["QIAO_DATA"] = str(Path(options.data or DATA).resolve())
    if getattr(options, "demo", False):
        os.environ["QIAO_DEMO"] = "1"


def prepare_data() -> None:
    """Migrate the database, and fill a new one if this is a demo."""
    # Imported late: the checks before must answer at once.
    from sqlalchemy.exc import SQLAlchemyError

    from backend.config import Config, ConfigError
    from backend.start import prepare

    with say.step("Preparing the database"):
        try:
            prepare(Config.from_environment())
        except ConfigError as error:
            raise say.Failed(str(error)) from error
        except (SQLAlchemyError, OSError) as error:
            raise say.Failed(
                f"{error}\nThe database could not be prepared; its own words are above."
            ) from error


def check_address(host: str, port: int) -> int:
    """Complain now, before the long steps, if nothing can listen there; else return the port, for
    0 a free one: others have to be told it before the server is there."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            found: int = probe.getsockname()[1]
            return found
    except socket.gaierror as error:
        raise say.Failed(f"There is no address {host!r}: {error.strerror}.") from error
    except OSError as error:
        raise say.Failed(_why_not(host, port, error)) from error


def _why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is taken by another program; perhaps this is served already.\n"
            f"Stop that one, or take another port: --port {port % 65535 + 1}"
        )
    if error.errno == errno.EACCES:
        return f"Port {port} is not open to this user. Take one above 1023: --port 8000"
    if error.errno == errno.EADDRNOTAVAIL:
        return f"{host} is not an address of this machine. All of its addresses: --host 0.0.0.0"
    return f"Cannot listen on {host} port {port}: {error.strerror}."


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
