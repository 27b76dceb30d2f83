"""A guest as the organiser sees them."""

from typing import Any

from app.components.icons import CHECK, icon
from app.components.payment import paid_note
from app.components.seats import bought_text
from app.components.status import status_badge, status_note
from contract.events import Event
from contract.sign_ups import Guest
from qiao import Element
from qiao import gettext as _
from qiao.dates import format_time
from qiao.elements import article, dd, div, dl, dt, h2, p, span


def guest_card(guest: Guest, event: Event, *more: Any) -> Element:
    """Return a guest with their answers; `more` stands below."""
    labels = {question.id: question.label for question in event.questions}
    note = status_note(guest)
    return article(class_="card plain guest")[
        div[
            h2[guest.name or _("Name removed")],
            p(class_="when")[_("Signed up {time}", time=format_time(guest.signed_up_at))],
            p(class_="seats")[bought_text(guest)] if guest.seats > 1 or guest.kind else None,
            dl[
                [
                    [
                        dt[labels.get(id) or _("A question that was removed")],
                        dd[answer_text(answer)],
                    ]
                    for id, answer in guest.answers.items()
                ]
            ]
            if guest.answers
            else None,
            guest_badge(guest),
            paid_note(guest),
            p(class_="note")[note] if note else None,
            more,
        ]
    ]


def guest_badge(guest: Guest) -> Any:
    """Return how far a guest is; that a place is confirmed goes without saying."""
    if guest.checked_in_at:
        return span(class_="badge open")[icon(CHECK), _("Checked in")]
    return None if guest.status == "confirmed" else status_badge(guest.status)


def answer_text(answer: Any) -> str:
    return ", ".join(answer) if isinstance(answer, list) else str(answer)
