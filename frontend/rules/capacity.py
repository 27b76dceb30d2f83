"""How many places are left, and what that means for who wants one."""


def places_left(capacity: int, taken: int) -> int:
    """Return the number of free places, never below zero (a capacity may be lowered)."""
    return max(0, capacity - taken)


def event_state(capacity: int, taken: int, over: bool) -> str:
    """Return `over` once the event has ended, else `full` or `open`."""
    if over:
        return "over"
    return "open" if places_left(capacity, taken) else "full"
