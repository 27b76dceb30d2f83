"""Paying for places: how long they are kept, and when what was paid is paid back.

| state of an order | meaning                                                              |
| `open`            | nothing was paid as far as we know                                    |
| `closed`          | the place was kept for as long as was promised, and is not any more   |
| `paid`            | a signed notice, or the platform's own answer, says that it was paid  |
| `refunding`       | to be paid back: the worker sees to it, until the platform says done  |
| `refunded`        | paid back                                                             |
"""

ORDER_STATES = ("open", "closed", "paid", "refunding", "refunded")

# Minutes that whoever has just signed up has for paying.
SHORTEST_KEPT = 15

# Until when who gives up their place is paid back.
REFUNDS = ("start", "day", "week", "never")
_DAYS = {"start": 0, "day": 1, "week": 7}


def pays_back(refunds: str, minutes_to_start: int) -> bool:
    """Tell whether a guest who gives up a paid place now is paid back."""
    return refunds in _DAYS and minutes_to_start > _DAYS[refunds] * 24 * 60


def kept_minutes(offer_minutes: int) -> int:
    """Return how long a place is kept for somebody who is not there: as long as an offer stands."""
    return max(SHORTEST_KEPT, offer_minutes)
