"""Native calls: what the page asks of its shell waits here for the answer."""

from __future__ import annotations

import hmac
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from backend.db import rows_changed
from backend.dispatch import implements
from backend.models import NativeCall, User
from backend.secrets import new_token, token_hash
from contract import native_calls

# A person scans in this time, or begins anew.
LASTS = timedelta(minutes=5)


@implements(native_calls.create)
def create(
    db: Session, user: User, now: datetime, form: native_calls.NativeCallForm
) -> native_calls.NativeCallStarted:
    """Register a call, to be handed to the shell."""
    db.execute(delete(NativeCall).where(NativeCall.expires_at <= now))
    token = new_token()
    call = NativeCall(
        id=secrets.token_hex(16),
        user_id=user.id,
        kind=form.kind,
        token_hash=token_hash(token),
        state="waiting",
        result=None,
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
    call = db.get(NativeCall, id)
    if call is None or call.user_id != user.id or call.expires_at <= now:
        raise native_calls.NativeCallNotFound
    return _written(call)


@implements(native_calls.answer)
def answer(
    db: Session, now: datetime, id: str, form: native_calls.NativeCallAnswer
) -> native_calls.NativeCall:
    """Take the shell's answer. The same answer again is welcome: the first may have been lost."""
    call = db.get(NativeCall, id)
    if call is None or not hmac.compare_digest(call.token_hash, token_hash(form.token)):
        raise native_calls.NativeCallNotFound
    rows_changed(
        db,
        update(NativeCall)
        .where(NativeCall.id == id, NativeCall.state == "waiting", NativeCall.expires_at > now)
        .values(state=form.state, result=form.result),
    )
    db.refresh(call)
    if (call.state, call.result) != (form.state, form.result):
        raise native_calls.NativeCallNotFound
    return _written(call)


def _written(call: NativeCall) -> native_calls.NativeCall:
    return native_calls.NativeCall(id=call.id, kind=call.kind, state=call.state, result=call.result)
