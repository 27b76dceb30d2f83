"""Samples to figures: the median says how it is, the least how it can be on a quiet machine."""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import TypeVar

T = TypeVar("T")
Figure = dict[str, float]


def figure(samples: Iterable[float]) -> Figure:
    """Return what many runs come to."""
    values = list(samples)
    return {"median": round(median(values), 3), "min": round(min(values), 3), "runs": len(values)}


def ratio(mine: Figure, other: Figure) -> float:
    """Return how many times `other` a figure is, by medians."""
    return mine["median"] / other["median"] if other["median"] else 0.0


def turned(peers: Sequence[T], run: int) -> list[T]:
    """Return the peers in the order of one run: each is first as often as any other.

    So a slow moment of the machine, or what one leaves behind for the next, is everybody's.
    """
    at = run % len(peers)
    return [*peers[at:], *peers[:at]]
