"""The waiting list: who is offered a free place, and for how long."""

# Shorter than this nobody can be expected to see the offer in time.
SHORTEST = 15


def served(
    line: list[tuple[int, int, int | None]], left: int, kinds: dict[int | None, int]
) -> list[int]:
    """Return who is offered places: ids of a line of `(id, seats, kind)`, first come first.

    `kinds` says how many are left of the kinds that have places of their own. Who needs more
    places than are left keeps their turn, and the next who fits is served: an empty chair helps
    nobody.
    """
    found = []
    free = {**kinds}
    for id, seats, kind in line:
        if seats <= left and seats <= free.get(kind, left):
            found.append(id)
            left -= seats
            if kind in free:
                free[kind] -= seats
    return found


def offer_minutes(hours: int, minutes_to_start: int) -> int:
    """Return how long an offer lasts, 0 if it is too late for one.

    Never beyond the start of the event, and near it no longer than half of what is left, so that
    the next in line has a chance, too.
    """
    if minutes_to_start < SHORTEST:
        return 0
    return max(SHORTEST, min(hours * 60, minutes_to_start // 2))
