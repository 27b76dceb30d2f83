"""What is said about a payment, whichever platform takes it. Amounts are fen, whole numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Bill:
    """What somebody is to pay. `order` is our number: 32 letters and digits."""

    order: str
    title: str
    amount: int
    # No payment is begun later, as far as the platform keeps to that.
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """What a platform says was paid, and under which number it keeps that."""

    order: str
    amount: int
    transaction: str


class BadNotice(Exception):
    """A notice that the platform did not send, or that is not for us."""
