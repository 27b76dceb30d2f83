"""The services: the modules that implement the contract, one a subject, and do its jobs."""

from __future__ import annotations

import importlib

SUBJECTS = (
    "check_ins",
    "events",
    "forgetting",
    "guests",
    "logins",
    "messages",
    "native_calls",
    "reminders",
    "sign_ups",
    "tickets",
    "waiting",
)


def load() -> None:
    """Import every service, so that what it implements is registered."""
    for subject in SUBJECTS:
        importlib.import_module(f"backend.{subject}")
