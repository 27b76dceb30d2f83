"""Configuration: where data lies, which database, what is open.

Read from the environment once, at start. Every setting has one name here and one outside:

| environment          | setting         | default                         |
| QIAO_DATA            | `data`          | `var/` beside `backend/`        |
| QIAO_UPLOADS         | `uploads`       | `uploads` in `data`: pictures; machines must share it |
| QIAO_BUILD           | `build`         | `build/` beside `backend/`      |
| QIAO_VERIFICATION    | `verification`  | `verification` in `data`: files that verify the domain |
| QIAO_HOST_SCRIPTS    | `host_scripts`  | `host-scripts` in `data`: scripts for pages |
| DATABASE_URL         | `database_url`  | SQLite, `qiao.db` in `data`     |
| QIAO_DATABASE_POOL   | `database_pool` | 5: connections that one process keeps at most |
| QIAO_DATABASE_WAIT   | `database_wait` | 20: seconds to wait for a connection or a lock |
| REDIS_URL            | `redis_url`     | none: jobs go through a file in `data` |
| QIAO_KEEP_DAYS       | `keep_days`     | 90: days until an event's guests are forgotten |
| QIAO_SECRET_KEY      | `secret_key`    | made once, `secret_key` in `data` |
| QIAO_DEV             | `dev`           | off: `1` for a developer's own machine |
| QIAO_DEMO            | `demo`          | off: `1` fills a new database with events |
| QIAO_PREVIEW_LOGIN   | `preview_login` | on in `dev` and `demo`, else off |
| QIAO_EMULATORS       | `emulators`     | none: the desk of the emulated platforms, for previews |
| QIAO_LIMITS          | `limits`        | on, but in `dev` and `demo`: refuse who asks too much |
| QIAO_LIMIT_ADDRESS   | `limit_address` | 1200/minute: requests from one address |
| QIAO_LIMIT_USER      | `limit_user`    | 300/minute: requests of one user |
| QIAO_LIMIT_LOGINS    | `limit_logins`  | 60/minute: logins from one address |
| QIAO_LOG             | `log`           | info, a line for each request; warning in `dev`, `demo` |
| QIAO_METRICS_TOKEN   | `metrics_token` | none: `/metrics` is closed |
| QIAO_PROXIES         | `proxies`       | 0: how many proxies in front set `X-Forwarded-*` |

What the platforms give (`platforms`) is in `backend/platforms/settings.py`.

A switch is on for `1`, `true`, `yes`, `on`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from limits import parse_many

from backend.platforms.settings import ConfigError as ConfigError
from backend.platforms.settings import PlatformSettings

LEVELS = ("debug", "info", "warning", "error")
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Config:
    """All settings, as values. Tests make one directly; servers read the environment."""

    data: Path
    build: Path
    database_url: str
    database_pool: int = 5
    database_wait: int = 20
    redis_url: str | None = None
    keep_days: int = 90
    secret_key: str | None = None
    dev: bool = False
    demo: bool = False
    preview_login: bool = False
    emulators: str | None = None
    proxies: int = 0
    limits: bool = False
    limit_address: str = "1200/minute"
    limit_user: str = "300/minute"
    limit_logins: str = "60/minute"
    log: str = "info"
    metrics_token: str | None = None
    verification_folder: Path | None = None
    platforms: PlatformSettings = field(default_factory=PlatformSettings)
    uploads_folder: Path | None = None
    host_scripts_folder: Path | None = None

    @property
    def uploads(self) -> Path:
        """The folder of the pictures."""
        return self.uploads_folder or self.data / "uploads"

    @property
    def verification(self) -> Path:
        """The folder of the files with which platforms verify the domain."""
        return self.verification_folder or self.data / "verification"

    @property
    def host_scripts(self) -> Path:
        """The folder of the scripts that hosts give to pages."""
        return self.host_scripts_folder or self.data / "host-scripts"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Config:
        """Return the settings that the environment gives, defaults for the rest."""
        env = os.environ if environ is None else environ
        data = Path(env.get("QIAO_DATA") or ROOT / "var").absolute()
        dev = _switch(env, "QIAO_DEV", default=False)
        demo = _switch(env, "QIAO_DEMO", default=False)
        return cls(
            data=data,
            build=Path(env.get("QIAO_BUILD") or ROOT / "build").absolute(),
            database_url=env.get("DATABASE_URL") or sqlite_url(data),
            database_pool=_count(env, "QIAO_DATABASE_POOL", default=5, least=1),
            database_wait=_count(env, "QIAO_DATABASE_WAIT", default=20, least=1),
            redis_url=env.get("REDIS_URL") or None,
            keep_days=_count(env, "QIAO_KEEP_DAYS", default=90),
            secret_key=env.get("QIAO_SECRET_KEY") or None,
            dev=dev,
            demo=demo,
            preview_login=_switch(env, "QIAO_PREVIEW_LOGIN", default=dev or demo),
            emulators=env.get("QIAO_EMULATORS") or None,
            proxies=_count(env, "QIAO_PROXIES"),
            limits=_switch(env, "QIAO_LIMITS", default=not (dev or demo)),
            limit_address=_limit(env, "QIAO_LIMIT_ADDRESS", "1200/minute"),
            limit_user=_limit(env, "QIAO_LIMIT_USER", "300/minute"),
            limit_logins=_limit(env, "QIAO_LIMIT_LOGINS", "60/minute"),
            log=_one_of(env, "QIAO_LOG", LEVELS, "warning" if dev or demo else "info"),
            metrics_token=env.get("QIAO_METRICS_TOKEN") or None,
            verification_folder=_folder(env, "QIAO_VERIFICATION"),
            platforms=PlatformSettings.from_environment(env),
            uploads_folder=_folder(env, "QIAO_UPLOADS"),
            host_scripts_folder=_folder(env, "QIAO_HOST_SCRIPTS"),
        )


def sqlite_url(data: Path) -> str:
    """Return the address of the default database in the folder `data`."""
    return f"sqlite:///{data / 'qiao.db'}"


def _folder(env: Mapping[str, str], name: str) -> Path | None:
    value = env.get(name)
    return Path(value).absolute() if value else None


def _switch(env: Mapping[str, str], name: str, *, default: bool) -> bool:
    value = env.get(name, "").strip().lower()
    if value == "":
        return default
    if value in ("1", "true", "yes", "on"):
        return True
    if value in ("0", "false", "no", "off"):
        return False
    raise ConfigError(f"{name}={env[name]!r} is neither on nor off. Write 1 or 0.")


def _count(env: Mapping[str, str], name: str, *, default: int = 0, least: int = 0) -> int:
    value = env.get(name, "").strip() or str(default)
    if not value.isdecimal() or int(value) < least:
        raise ConfigError(
            f"{name}={env[name]!r} is not a number that can be meant. "
            f"Write {least}, {least + 1}, {least + 2} …"
        )
    return int(value)


def _one_of(env: Mapping[str, str], name: str, known: tuple[str, ...], default: str) -> str:
    value = env.get(name, "").strip().lower() or default
    if value not in known:
        raise ConfigError(f"{name}={env[name]!r}: write one of {', '.join(known)}.")
    return value


def _limit(env: Mapping[str, str], name: str, default: str) -> str:
    value = env.get(name, "").strip() or default
    try:
        parse_many(value)
    except ValueError:
        raise ConfigError(f"{name}={value!r} is no limit: write it like 300/minute.") from None
    return value
