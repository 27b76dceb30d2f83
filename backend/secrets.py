"""The secret key, and the keys that are derived from it for one purpose each."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from backend.config import Config, ConfigError

SHORTEST = 32


def secret_key(config: Config) -> bytes:
    """Return the configured key, else the one in the data folder, made on first use."""
    if config.secret_key is not None:
        if len(config.secret_key) < SHORTEST:
            raise ConfigError(
                f"QIAO_SECRET_KEY has {len(config.secret_key)} characters; {SHORTEST} are needed. "
                "Leave it out to have one made, and kept in the data folder."
            )
        return config.secret_key.encode()
    return _stored_key(config.data / "secret_key")


def derive(key: bytes, purpose: str) -> bytes:
    """Return a key for `purpose` alone: one that leaks says nothing about the others."""
    return hmac.digest(key, f"qiao: {purpose}".encode(), hashlib.sha256)


def new_token() -> str:
    """Return a random token that grants something: 256 bits, safe in an address or a cookie."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """Return what is stored of a token: a reader of the database cannot use it to log in.

    A plain hash is enough: the token is random, so there is nothing to guess.
    """
    return hashlib.sha256(token.encode()).hexdigest()


def _stored_key(path: Path) -> bytes:
    if not path.exists():
        _make_key(path)
    key = path.read_text(encoding="ascii").strip()
    if len(key) < SHORTEST:
        raise ConfigError(f"{path} is damaged: {len(key)} characters. Restore it from a backup.")
    return key.encode()


def _make_key(path: Path) -> None:
    """Several workers start at once: the file appears whole, and the first one's stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
            file.flush()
            os.fsync(file.fileno())
        try:
            # Unlike a rename, a link never replaces what is already there.
            os.link(draft, path)
        except FileExistsError:
            return
    finally:
        draft.unlink()
