"""What becomes of a sign-up: what each status means, and what may follow.

| status      | has places | a person's one sign-up   | what comes next                   |
| `pending`   | no         | yes                      | the organiser decides             |
| `waiting`   | no         | yes                      | a free place is offered           |
| `offered`   | yes        | yes                      | the guest takes it, or time ends  |
| `unpaid`    | yes        | yes                      | the guest pays, or time ends      |
| `confirmed` | yes        | yes                      | the guest comes                   |
| `rejected`  | no         | yes: they can't try anew | the organiser may think better    |
| `cancelled` | no         | no: they may try anew    | nothing                           |
| `expired`   | no         | no: they may try anew    | nothing                           |
"""

STATUSES = (
    "confirmed",
    "pending",
    "waiting",
    "offered",
    "unpaid",
    "rejected",
    "cancelled",
    "expired",
)
# These have places of the event: they count as taken.
HOLDING = ("confirmed", "offered", "unpaid")
# Something may still come of these.
ACTIVE = ("confirmed", "pending", "waiting", "offered", "unpaid")
# A person has one of these at most, at one event.
ONE = (*ACTIVE, "rejected")

# What an organiser can have listed, and the statuses of each.
SHOWN = {
    "current": ONE,
    "confirmed": ("confirmed",),
    "expected": ("confirmed",),
    "checked_in": ("confirmed",),
    "pending": ("pending",),
    "waiting": ("waiting", "offered"),
    "unpaid": ("unpaid",),
    "rejected": ("rejected",),
    "cancelled": ("cancelled", "expired"),
}


def first_status(approval: bool, fits: bool, waiting_list: bool, costs: bool) -> str:
    """Return the status of a new sign-up, "" if there is no room for it.

    Who needs approval takes no place before that: there may be more of them than places.
    """
    if not fits and not waiting_list:
        return ""
    if approval:
        return "pending"
    if not fits:
        return "waiting"
    return "unpaid" if costs else "confirmed"


def may_enter(status: str) -> bool:
    """Tell whether the ticket of such a sign-up opens the door."""
    return status == "confirmed"


def may_cancel(status: str, over: bool, checked_in: bool) -> bool:
    """Tell whether a guest may still give up what they have."""
    return status in ACTIVE and not over and not checked_in


def may_approve(status: str) -> bool:
    """Tell whether an organiser may say yes."""
    return status in ("pending", "rejected")


def may_promote(status: str) -> bool:
    """Tell whether an organiser may let somebody in past the waiting list."""
    return status in ("waiting", "offered")


def may_reject(status: str, checked_in: bool) -> bool:
    """Tell whether an organiser may say no, also after a yes."""
    return status in ACTIVE and not checked_in
