"""The services: the modules that implement the contract, one a subject."""

from __future__ import annotations

import importlib

SUBJECTS = ("check_ins", "events", "logins", "native_calls", "sign_ups", "tickets")


def load() -> None:
    """Import every service, so that what it implements is registered."""
    for subject in SUBJECTS:
        importlib.import_module(f"backend.{subject}")
