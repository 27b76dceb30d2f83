"""What becomes of a sign-up: what each status means, and what may follow.

| status      | has its places | the person's one sign-up | may enter |
| `confirmed` | yes            | yes                      | yes       |
| `cancelled` | no             | no: may sign up anew     | no        |
"""

# These have places of the event: they count as taken.
HOLDING = ("confirmed",)
# These are somebody's one sign-up at the event.
ACTIVE = ("confirmed",)


def may_enter(status: str) -> bool:
    """Tell whether the ticket of such a sign-up opens the door."""
    return status == "confirmed"


def may_cancel(status: str, over: bool, checked_in: bool) -> bool:
    """Tell whether a guest may still give up what they have."""
    return status in ACTIVE and not over and not checked_in
