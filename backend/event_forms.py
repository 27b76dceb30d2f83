"""What an organiser writes about an event, as it is stored."""

from __future__ import annotations

import secrets
from typing import Any

from backend import ticket_kinds, zones
from contract import events
from qiao.contract import Invalid
from qiao.i18n import gettext as _


def columns(form: events.EventForm) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return what is stored of a form: of the event, and of each ticket kind.

    Raises `Invalid` for what only the server can tell.
    """
    wrong: dict[str, str] = {}
    starts_at = ends_at = closes_at = None
    if not zones.is_zone(form.zone):
        wrong["zone"] = _("There is no time zone of this name.")
    else:
        starts_at = zones.moment(form.starts_at, form.zone)
        ends_at = zones.moment(form.ends_at, form.zone)
        skipped = _("The clock there never shows this time.")
        if starts_at is None:
            wrong["starts_at"] = skipped
        if ends_at is None:
            wrong["ends_at"] = skipped
        elif starts_at is not None and ends_at <= starts_at:
            wrong["ends_at"] = _("The end must be after the start.")
        if form.closes_at:
            closes_at = zones.moment(form.closes_at, form.zone)
            if closes_at is None:
                wrong["closes_at"] = skipped
            elif ends_at is not None and closes_at > ends_at:
                wrong["closes_at"] = _("Signing up can't go on after the end of the event.")
    kinds = ticket_kinds.columns(form.kinds, form.zone, wrong)
    questions = _questions(form.questions, wrong)
    if wrong:
        raise Invalid(wrong)
    event = {
        "title": form.title,
        "starts_at": starts_at,
        "starts_local": form.starts_at,
        "ends_at": ends_at,
        "ends_local": form.ends_at,
        "zone": form.zone,
        "place": form.place,
        "description": form.description or "",
        "capacity": form.capacity,
        "most_seats": form.most_seats,
        "closes_at": closes_at,
        "closes_local": form.closes_at,
        "approval": form.approval,
        "waiting_list": form.waiting_list,
        "offer_hours": form.offer_hours,
        "refunds": form.refunds,
        "questions": questions,
    }
    return event, kinds


def _questions(forms: list[events.QuestionForm], wrong: dict[str, str]) -> list[dict[str, Any]]:
    """Return the questions as they are stored, each with an id that stays when others go."""
    questions: list[dict[str, Any]] = []
    seen: set[str] = set()
    for at, form in enumerate(forms):
        # Random, not counted: a number given again would find the answers to a removed question.
        id = form.id or f"q{secrets.token_hex(4)}"
        if id in seen:
            wrong[f"questions.{at}.id"] = _("Another question has this id.")
        elif not all(letter.isascii() and (letter.isalnum() or letter in "-_") for letter in id):
            wrong[f"questions.{at}.id"] = _("Use letters, digits, - and _ only.")
        seen.add(id)
        choosing = form.kind in ("choice", "choices")
        if choosing and not form.choices:
            wrong[f"questions.{at}.choices"] = _("Write at least one choice.")
        questions.append(
            {
                "id": id,
                "label": form.label,
                "kind": form.kind,
                "required": form.required,
                "choices": form.choices if choosing else [],
            }
        )
    return questions
