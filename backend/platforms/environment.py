"""Settings of platforms as they stand in the environment: in groups, all of which or none."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from backend.platforms.templates import ConfigError


def group(env: Mapping[str, str], *names: str) -> list[str] | None:
    """Return the values of settings that belong together; None where none of them is set.

    Raises `ConfigError` for half a group.
    """
    found = [env.get(name, "").strip() for name in names]
    if not any(found):
        return None
    missing = [name for name, value in zip(names, found, strict=True) if not value]
    if missing:
        raise ConfigError(
            f"{', '.join(missing)} must be set as well: {names[0]} needs all of {', '.join(names)}."
        )
    return found


def server(env: Mapping[str, str], name: str, default: str) -> str:
    """Return the address of a server, for tests another one; raises `ConfigError`."""
    value = env.get(name, "").strip().rstrip("/")
    if value and urlsplit(value).scheme not in ("http", "https"):
        raise ConfigError(f"{name}={value!r} is no address. Leave it out for {default}")
    return value or default
