"""Configuration: where data lies, which database, what is open.

Read from the environment once, at start. Every setting has one name here and one outside:

| environment          | setting         | default                         |
| QIAO_DATA            | `data`          | `var/` beside `backend/`        |
| QIAO_BUILD           | `build`         | `build/` beside `backend/`      |
| DATABASE_URL         | `database_url`  | SQLite, `qiao.db` in `data`     |
| QIAO_DATABASE_POOL   | `database_pool` | 5: connections that one process keeps at most |
| QIAO_DATABASE_WAIT   | `database_wait` | 20: seconds to wait for a connection or a lock |
| QIAO_SECRET_KEY      | `secret_key`    | made once, `secret_key` in `data` |
| QIAO_DEV             | `dev`           | off: `1` for a developer's own machine |
| QIAO_DEMO            | `demo`          | off: `1` fills a new database with events |
| QIAO_PREVIEW_LOGIN   | `preview_login` | on in `dev` and `demo`, else off |
| QIAO_PROXIES         | `proxies`       | 0: how many proxies in front set `X-Forwarded-*` |

A switch is on for `1`, `true`, `yes`, `on`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class ConfigError(ValueError):
    """A setting has a value that cannot be meant."""


@dataclass(frozen=True, slots=True)
class Config:
    """All settings, as values. Tests make one directly; servers read the environment."""

    data: Path
    build: Path
    database_url: str
    database_pool: int = 5
    database_wait: int = 20
    secret_key: str | None = None
    dev: bool = False
    demo: bool = False
    preview_login: bool = False
    proxies: int = 0

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
            secret_key=env.get("QIAO_SECRET_KEY") or None,
            dev=dev,
            demo=demo,
            preview_login=_switch(env, "QIAO_PREVIEW_LOGIN", default=dev or demo),
            proxies=_count(env, "QIAO_PROXIES"),
        )


def sqlite_url(data: Path) -> str:
    """Return the address of the default database in the folder `data`."""
    return f"sqlite:///{data / 'qiao.db'}"


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
