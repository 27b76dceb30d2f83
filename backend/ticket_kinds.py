"""Ticket kinds: written by the organiser, counted with the event's places.

Whoever changes a kind, or what is taken of it, holds the lock of its event.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, lazyload

from backend import zones
from backend.models import Event, SignUp, TicketKind
from backend.platforms.doors import Platforms
from contract import events, ticket_kinds
from qiao.contract import Invalid
from qiao.i18n import gettext as _
from rules.capacity import kind_left, kind_state, places_left

_WITH_EVENT = (
    select(Event, TicketKind)
    .outerjoin(TicketKind, TicketKind.event_id == Event.id)
    .where(Event.id == bindparam("event"))
    .order_by(TicketKind.position)
    .options(lazyload(Event.owner))
    .execution_options(populate_existing=True)
)


def of_events(db: Session, ids: Sequence[int]) -> dict[int, list[TicketKind]]:
    """Return the kinds of these events as they are now, in the organiser's order."""
    found: dict[int, list[TicketKind]] = {id: [] for id in ids}
    if ids:
        wanted = (
            select(TicketKind)
            .where(TicketKind.event_id.in_(ids))
            .order_by(TicketKind.event_id, TicketKind.position)
            .execution_options(populate_existing=True)
        )
        for kind in db.scalars(wanted):
            found[kind.event_id].append(kind)
    return found


def of_event(db: Session, id: int) -> list[TicketKind]:
    """Return the kinds of one event."""
    return of_events(db, [id])[id]


def with_event(db: Session, id: int) -> tuple[Event, list[TicketKind]]:
    """Return an event and its kinds by one statement, or raise `EventNotFound`."""
    rows = db.execute(_WITH_EVENT, {"event": id}).all()
    if not rows:
        raise events.EventNotFound
    # Beside an event without any stands None.
    kinds: Sequence[TicketKind | None] = [row[1] for row in rows]
    return rows[0][0], [kind for kind in kinds if kind is not None]


def left(event: Event, kind: TicketKind | None) -> int:
    """Return how many places are free at an event for a kind."""
    free = places_left(event.capacity, event.taken)
    return free if kind is None else kind_left(kind.capacity, kind.taken, free)


def state_of(event: Event, kind: TicketKind, now: datetime) -> str:
    """Return in which state a kind is."""
    return kind_state(
        left(event, kind),
        early=kind.opens_at is not None and now < kind.opens_at,
        closed=kind.closes_at is not None and kind.closes_at <= now,
    )


def chosen(
    kinds: list[TicketKind], event: Event, id: int | None, now: datetime
) -> tuple[TicketKind | None, str]:
    """Return the kind with this id, and what is wrong with choosing it now, "" for nothing."""
    kind = next((kind for kind in kinds if kind.id == id), None)
    if kind is None:
        if id is None:
            return None, _("Choose a ticket.") if kinds else ""
        return None, _("There is no such kind of ticket (any more).")
    wrong = {
        "early": _("This ticket is not on sale yet."),
        "closed": _("This ticket is not on sale any more."),
    }
    return kind, wrong.get(state_of(event, kind, now), "")


def refuse_prices(forms: list[ticket_kinds.TicketKindForm], platforms: Platforms) -> None:
    """Raise `Invalid` for tickets with a price where nobody could pay it."""
    if not platforms.takes_money():
        told = _("This server can't take payments: leave the price at 0.")
        wrong = {f"kinds.{at}.price": told for at, form in enumerate(forms) if form.price}
        if wrong:
            raise Invalid(wrong)


def columns(
    forms: list[ticket_kinds.TicketKindForm], zone: str, wrong: dict[str, str]
) -> list[dict[str, Any]]:
    """Return what is stored of an organiser's kinds; add to `wrong` what the server refuses."""
    names: set[str] = set()
    found = []
    for at, form in enumerate(forms):
        if form.name.casefold() in names:
            wrong[f"kinds.{at}.name"] = _("Another ticket has this name.")
        names.add(form.name.casefold())
        times = {}
        for name in ("opens_at", "closes_at"):
            local = getattr(form, name)
            times[name] = zones.moment(local, zone) if local and zones.is_zone(zone) else None
            if local and zones.is_zone(zone) and times[name] is None:
                wrong[f"kinds.{at}.{name}"] = _("The clock there never shows this time.")
        opens_at, closes_at = times["opens_at"], times["closes_at"]
        if opens_at is not None and closes_at is not None and closes_at <= opens_at:
            wrong[f"kinds.{at}.closes_at"] = _("The end must be after the start.")
        found.append(
            {
                "id": form.id,
                "position": at,
                "name": form.name,
                "price": form.price,
                "capacity": form.capacity,
                "opens_at": opens_at,
                "opens_local": form.opens_at,
                "closes_at": closes_at,
                "closes_local": form.closes_at,
            }
        )
    return found


def save(db: Session, event: Event, rows: list[dict[str, Any]]) -> None:
    """Make the kinds of an event, which is locked, what `columns` gave.

    Raises `KindInUse` for one that is left out but has sign-ups, and `Invalid` for one that is
    not the event's or would have fewer places than are taken.
    """
    there = {kind.id: kind for kind in of_event(db, event.id)}
    wrong: dict[str, str] = {}
    for at, row in enumerate(rows):
        if row["id"] is None:
            continue
        kind = there.get(row["id"])
        if kind is None:
            wrong[f"kinds.{at}.name"] = _("This ticket was removed meanwhile.")
        elif row["capacity"] is not None and row["capacity"] < kind.taken:
            wrong[f"kinds.{at}.capacity"] = _(
                "{taken} places are taken already: the number of places can't be lower.",
                taken=kind.taken,
            )
    if len({row["id"] for row in rows if row["id"]}) < sum(bool(row["id"]) for row in rows):
        wrong["kinds"] = _("The same ticket is there twice.")
    if wrong:
        raise Invalid(wrong)
    kept = {row["id"] for row in rows}
    for id, kind in there.items():
        if id not in kept:
            if db.scalar(select(SignUp.id).where(SignUp.kind_id == id).limit(1)) is not None:
                raise events.KindInUse(name=kind.name)
            db.delete(kind)
    for row in rows:
        if row["id"] is None:
            db.add(TicketKind(event_id=event.id, taken=0, **{**row, "id": None}))
        else:
            for name, value in row.items():
                setattr(there[row["id"]], name, value)
    db.flush()


def written(kind: TicketKind, event: Event, now: datetime) -> ticket_kinds.TicketKind:
    """Return a kind as the contract has it."""
    return ticket_kinds.TicketKind(
        id=kind.id,
        name=kind.name,
        price=kind.price,
        capacity=kind.capacity,
        taken=kind.taken,
        places_left=left(event, kind),
        opens_at=kind.opens_local,
        closes_at=kind.closes_local,
        state=state_of(event, kind, now),
    )
