"""Native calls: what the page asks of its shell waits here for the answer."""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from backend import cashiers, native_results, phone_numbers
from backend.db import remove_some, rows_changed
from backend.implementations import asks, implements
from backend.models import NativeCall, Order, User
from backend.platforms.doors import Platforms
from backend.secrets import new_token, token_hash
from contract import native_calls
from qiao.contract.native_table import NEEDS
from qiao.contract.problems import Invalid

# A person scans in this time, or begins anew.
LASTS = timedelta(minutes=5)
# More than a page that lost its calls finds again; each is an answer that somebody waits for.
MOST = 20


@asks(native_calls.create)
def ask_cashier(
    db: Session,
    platforms: Platforms,
    user: User | None,
    now: datetime,
    form: native_calls.NativeCallForm,
) -> Callable[[], dict[str, str]] | None:
    """A cashier opens for an order that its platform knows."""
    if form.kind != "pay":
        return None
    if user is None:
        raise native_calls.NotOffered
    return cashiers.question(db, platforms, user, now, _needed(form).order, form.host)


@implements(native_calls.create)
def create(
    db: Session,
    platforms: Platforms,
    user: User,
    now: datetime,
    form: native_calls.NativeCallForm,
    answered: dict[str, str] | None,
) -> native_calls.NativeCallStarted:
    """Register a call, to be handed to the shell."""
    remove_some(db, NativeCall, NativeCall.expires_at <= now)
    arguments = _needed(form)
    payment = None
    if form.kind == "pay":
        payment = json.dumps(answered)
        opened = update(Order).where(Order.id == arguments.order, Order.host.is_(None))
        rows_changed(db, opened.values(host=form.host))
    if form.kind == "phone_number":
        # Said now, and not after the person has agreed.
        phone_numbers.require(db, platforms, user, form.host)
    token = new_token()
    call = NativeCall(
        id=secrets.token_hex(16),
        user_id=user.id,
        kind=form.kind,
        host=form.host,
        path=form.path,
        key=form.key,
        arguments=arguments.write(),
        payment=payment,
        token_hash=token_hash(token),
        state="waiting",
        result=None,
        taken_by=None,
        created_at=now,
        expires_at=now + LASTS,
    )
    db.add(call)
    return native_calls.NativeCallStarted(
        id=call.id, token=token, expires_in=int(LASTS.total_seconds())
    )


@implements(native_calls.get)
def get(db: Session, user: User, now: datetime, id: str) -> native_calls.NativeCall:
    """Tell the page what has become of its call."""
    call = db.scalar(select(NativeCall).where(NativeCall.id == id, _open_to(user, now)))
    if call is None:
        raise native_calls.NativeCallNotFound
    return _written(call, now)


@implements(native_calls.find)
def find(
    db: Session, user: User, now: datetime, form: native_calls.NativeCallPlace
) -> native_calls.NativeCalls:
    """Return the calls of a page whose answers nobody took, the oldest first."""
    calls = db.scalars(
        select(NativeCall)
        .where(_open_to(user, now), NativeCall.path == form.path)
        .order_by(NativeCall.created_at)
        .limit(MOST)
    )
    return native_calls.NativeCalls(items=[_written(call, now) for call in calls])


@implements(native_calls.take)
def take(
    db: Session, user: User, now: datetime, id: str, form: native_calls.NativeCallReader
) -> native_calls.NativeCall:
    """Take the answer, or give the call up while there is none. Only the first reader may."""
    mine = update(NativeCall).where(
        NativeCall.id == id,
        NativeCall.user_id == user.id,
        NativeCall.expires_at > now,
        # The same one again has not had our answer.
        NativeCall.taken_by.is_(None) | (NativeCall.taken_by == form.reader),
    )
    if not rows_changed(db, mine.values(taken_by=form.reader)):
        raise native_calls.NativeCallNotFound
    return _written(db.get_one(NativeCall, id), now)


@implements(native_calls.begin)
def begin(
    db: Session, now: datetime, id: str, form: native_calls.NativeCallToken
) -> native_calls.NativeCallBegun:
    """Tell the shell what it is to do, or that it is done or given up already."""
    call = _of_token(db, id, form.token)
    over = call.state == "waiting" and (call.expires_at <= now or call.taken_by is not None)
    return native_calls.NativeCallBegun(
        kind=call.kind,
        state="cancelled" if over else call.state,
        arguments=native_calls.NativeCallArguments.read(call.arguments),
        payment=call.payment,
    )


@asks(native_calls.answer)
def ask_number(
    db: Session,
    platforms: Platforms,
    now: datetime,
    id: str,
    form: native_calls.NativeCallAnswer,
) -> Callable[[], str | None] | None:
    """The shell only has a code: what the number is, the host tells nobody but us."""
    call = _of_token(db, id, form.token)
    asked_for = call.kind == "phone_number" and form.state == "done"
    if not asked_for or call.state != "waiting" or call.expires_at <= now or call.taken_by:
        return None
    user = db.get_one(User, call.user_id)
    return phone_numbers.question(db, platforms, user, call.host, form.result or "")


@implements(native_calls.answer)
def answer(
    db: Session,
    now: datetime,
    id: str,
    form: native_calls.NativeCallAnswer,
    answered: str | None,
) -> native_calls.NativeCallEnd:
    """Take the shell's answer. The same answer again is welcome: the first may have been lost."""
    call = _of_token(db, id, form.token)
    told = token_hash(f"{form.state} {form.result or ''}")
    outcome: tuple[str, str | None] = (form.state, form.result)
    if form.state != "done":
        outcome = (form.state, None)
    elif call.kind == "phone_number":
        outcome = ("failed", None) if answered is None else ("done", json.dumps(answered))
    elif not native_results.is_sound(call.kind, form.result):
        # The page is told at once, rather than left to wait.
        outcome = ("failed", None)
    rows_changed(
        db,
        update(NativeCall)
        .where(
            NativeCall.id == id,
            NativeCall.state == "waiting",
            NativeCall.taken_by.is_(None),
            NativeCall.expires_at > now,
        )
        .values(state=outcome[0], result=outcome[1], answer_hash=told),
    )
    db.refresh(call)
    if call.answer_hash != told:
        raise native_calls.NativeCallNotFound
    return native_calls.NativeCallEnd(state=call.state)


def _needed(form: native_calls.NativeCallForm) -> native_calls.NativeCallArguments:
    """Return what the call is about; raises `Invalid` for what its kind needs and lacks."""
    given: native_calls.NativeCallArguments | None = form.arguments
    if given is None:
        given = native_calls.NativeCallArguments()
    missing = {
        f"arguments.{name}": str(given.fields[name].needed())
        for name in NEEDS[form.kind]
        if not getattr(given, name)
    }
    if missing:
        raise Invalid(missing)
    return given


def _open_to(user: User, now: datetime) -> ColumnElement[bool]:
    return (
        (NativeCall.user_id == user.id)
        & (NativeCall.expires_at > now)
        & NativeCall.taken_by.is_(None)
    )


def _of_token(db: Session, id: str, token: str) -> NativeCall:
    call = db.get(NativeCall, id)
    if call is None or not hmac.compare_digest(call.token_hash, token_hash(token)):
        raise native_calls.NativeCallNotFound
    return call


def _written(call: NativeCall, now: datetime) -> native_calls.NativeCall:
    return native_calls.NativeCall(
        id=call.id,
        kind=call.kind,
        key=call.key,
        state=call.state,
        result=call.result,
        expires_in=max(0, int((call.expires_at - now).total_seconds())),
    )
