"""How many places are left, and what that means for who wants one."""


def places_left(capacity: int, taken: int) -> int:
    """Return the number of free places, never below zero (a capacity may be lowered)."""
    return max(0, capacity - taken)


def kind_left(capacity: int | None, taken: int, event_left: int) -> int:
    """Return how many places of a ticket kind are free; without a capacity: the event's."""
    return event_left if capacity is None else min(event_left, places_left(capacity, taken))


def kinds_left(kinds: list[tuple[int | None, int]], event_left: int) -> int:
    """Return how many places are free at an event with kinds, each `(capacity, taken)`."""
    return min(event_left, sum(kind_left(*kind, event_left) for kind in kinds))


def kind_state(left: int, early: bool, closed: bool) -> str:
    """Return `closed` or `early` out of the time of its sale, `full` or `open` in it."""
    if closed:
        return "closed"
    if early:
        return "early"
    return "open" if left else "full"


def event_state(
    left: int,
    over: bool,
    closed: bool = False,
    cancelled: bool = False,
    kinds: tuple[str, ...] = (),
) -> str:
    """Return `cancelled`, `over` once the event has ended, `closed`, `early`, `full` or `open`.

    With kinds it is what the best of their states is.
    """
    if cancelled:
        return "cancelled"
    if over:
        return "over"
    if closed:
        return "closed"
    for state in ("open", "full", "early", "closed"):
        if state in kinds:
            return state
    return "open" if left else "full"
