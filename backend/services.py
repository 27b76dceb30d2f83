"""The services: the modules that implement the contract, one a subject, and do its jobs."""

from __future__ import annotations

import importlib

SUBJECTS = (
    "access_tokens",
    "check_ins",
    "events",
    "forgetting",
    "guest_file",
    "guests",
    "helpers",
    "js_sdk",
    "logins",
    "messages",
    "mini_codes",
    "native_calls",
    "orders",
    "page_errors",
    "pictures",
    "reminders",
    "revoking",
    "sign_ups",
    "subscribe_messages",
    "sweeping",
    "tickets",
    "waiting",
)


def load() -> None:
    """Import every service, so that what it implements is registered."""
    for subject in SUBJECTS:
        importlib.import_module(f"backend.{subject}")
