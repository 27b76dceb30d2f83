"""Addresses of databases: read, and what to tell the operator when one can't be used.

Whatever is said, the password in the address is not: these words end up on screens and in logs.
"""

from __future__ import annotations

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from backend.config import ConfigError

# What people write -> the driver that is installed with us.
DRIVERS = {
    "sqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "mysql": "mysql+pymysql",
    # One name for both: which of them it is, the server says.
    "mariadb": "mysql+pymysql",
}
KINDS = {"sqlite": "SQLite", "postgresql": "PostgreSQL", "mysql": "MySQL or MariaDB"}
EXAMPLES = (
    "Write DATABASE_URL as one of\n"
    "  sqlite:////path/to/qiao.db\n"
    "  postgresql://user:password@host:5432/name\n"
    "  mysql://user:password@host:3306/name\n"
    "  mariadb://user:password@host:3306/name\n"
    "with %40 for an @ in the password, %2F for a /, and so on."
)


class DatabaseUnusable(ConfigError):
    """The database that is configured can't be used. Says what to do, and no password."""


def address_of(url: str) -> URL:
    """Return the address that `url` means, with its driver; raises `DatabaseUnusable`."""
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        # Without the cause: its words repeat the address, password and all.
        raise DatabaseUnusable(f"DATABASE_URL can't be read.\n{EXAMPLES}") from None
    driver = DRIVERS.get(address.drivername, address.drivername)
    address = address.set(drivername=driver.replace("mariadb+", "mysql+"))
    if address.get_backend_name() not in KINDS:
        raise DatabaseUnusable(
            f"DATABASE_URL names {address.drivername!r}, which Qiao does not know.\n{EXAMPLES}"
        )
    if address.get_backend_name() != "sqlite" and not address.database:
        raise DatabaseUnusable(f"DATABASE_URL names no database on {place(address)}.\n{EXAMPLES}")
    return address


def load_driver(address: URL) -> None:
    """Import the driver of an address; raises `DatabaseUnusable` if it is not there."""
    try:
        address.get_dialect().import_dbapi()
    except (NoSuchModuleError, ImportError) as error:
        known = DRIVERS[address.get_backend_name()]
        raise DatabaseUnusable(
            f"DATABASE_URL asks for the driver {address.drivername!r}, which can't be loaded: "
            f"{error}\nLeave the driver out to get {known!r}, which is installed with Qiao."
        ) from error


def place(address: URL) -> str:
    """Return in words where a database is, without what is secret."""
    kind = KINDS[address.get_backend_name()]
    if kind == "SQLite":
        return f"the SQLite file {address.database or '(none: in memory)'}"
    # A host may also stand in the query, where libpq looks for it.
    host = address.host or "".join(address.query.get("host", "")) or "the default address"
    port = f":{address.port}" if address.port else ""
    user = f", as user {address.username}" if address.username else ""
    return f"{kind} at {host}{port}{user}"


def unusable(address: URL, words: str) -> DatabaseUnusable:
    """Return what to tell the operator when a server, or the driver, said `words`."""
    words = " ".join(words.split())
    if address.password:
        # No driver repeats the password today. One that does some day must not get through.
        words = words.replace(address.password, "***")
    name = "" if address.get_backend_name() == "sqlite" else f", database {address.database}"
    return DatabaseUnusable(
        f"The database can't be used: {place(address)}{name}.\n"
        f"{_advice(address, words)}\nIts own words: {words}"
    )


def _advice(address: URL, words: str) -> str:
    for advice, signs in _ADVICE:
        if any(sign in words for sign in signs):
            how = _CREATED_WITH[address.get_backend_name()]
            return advice.format(create=f"CREATE DATABASE {address.database}{how};")
    return "Is the server running, and may this machine reach it?"


_CREATED_WITH = {"sqlite": "", "postgresql": " ENCODING 'UTF8'", "mysql": " CHARACTER SET utf8mb4"}
# What to do, and parts of words (MySQL: the number) that are the sign for it.
_ADVICE = (
    (
        "Correct the name at the end of DATABASE_URL, or make the database: {create}",
        ("does not exist", "(1049,"),
    ),
    (
        "User or password are wrong, or the user may not use this database. In DATABASE_URL\n"
        "an @ in the password is written as %40, a / as %2F, and so on.",
        (
            "password authentication failed",
            "no password supplied",
            "no pg_hba.conf entry",
            "permission denied",
            "(1044,",
            "(1045,",
            "(1698,",
        ),
    ),
    (
        "Nothing answers there: is the server running, are host and port right?",
        ("refused", "could not translate host", "resolve host", "timed out", "timeout", "(2003,"),
    ),
    (
        "The server has as many connections as it allows. Let it allow more, or set\n"
        "QIAO_DATABASE_POOL or WEB_CONCURRENCY lower.",
        ("too many", "(1040,", "(1203,"),
    ),
    (
        "The file can't be opened or written by this user, or holds something else.",
        ("unable to open", "readonly database", "not a database", "Errno"),
    ),
)
