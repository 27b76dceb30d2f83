"""Pictures of events: taken, shown, removed, and checked by WeChat where somebody from there sent
them. Until WeChat has passed one, only its organiser sees it.

Who is not known to WeChat can't be checked by it, since it wants to know whose picture it is; what
they send is shown at once, as their texts are.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from backend import event_records, lookup, outbox, text_checks, users
from backend.config import Config
from backend.implementations import asks, implements
from backend.models import Event, Picture, User
from backend.picture_files import BadPicture, PictureFiles, Stored, addresses
from backend.platforms.doors import Platforms
from backend.platforms.errors import PlatformError
from backend.platforms.wechat import FORUM, NOT_HERE
from backend.site import Site
from contract import events, pictures
from qiao.contract import Invalid
from qiao.i18n import gettext as _

log = logging.getLogger("qiao")

# WeChat tells its result within half an hour.
PATIENCE = timedelta(hours=1)
MOST_CHECKS = 5
# A file that no event shows may belong to one that is just being written.
SPARED = 24 * 3600


@asks(pictures.put)
def store(
    db: Session, config: Config, platforms: Platforms, user: User, form: pictures.PictureForm
) -> Callable[[], Stored | None]:
    """Have its words checked; decode and store it, while nobody waits for the database."""
    check_words = text_checks.question(db, platforms, user, [form.alt or ""], FORUM)

    def ask() -> Stored | None:
        if check_words is not None:
            check_words()
        if form.picture is None:
            return None
        try:
            return PictureFiles(config.uploads).store(form.picture)
        except BadPicture as bad:
            raise Invalid({"picture": _why(bad.why)}) from None

    return ask


@implements(pictures.put)
def put(
    db: Session,
    user: User,
    now: datetime,
    platforms: Platforms,
    id: int,
    form: pictures.PictureForm,
    answered: Stored | None,
) -> events.Event:
    """Give the event a picture instead of the one it has, or that one other words."""
    event = lookup.locked_event(db, id)
    if answered is None:
        found = db.scalar(select(Picture).where(Picture.event_id == event.id))
        if found is None:
            raise Invalid({"picture": str(form.fields["picture"].needed())})
        found.alt = form.alt or ""
        return event_records.written(db, event, user, now)
    openid = users.id_at(db, user, "wechat") if platforms.wechat else None
    if openid is not None and platforms.wechat_push is None:
        raise pictures.PicturesClosed
    take_away(db, event)
    picture = Picture(
        event_id=event.id,
        hash=answered.hash,
        width=answered.width,
        height=answered.height,
        alt=form.alt or "",
        state="shown" if openid is None else "pending",
        trace_id=None,
        created_at=now,
    )
    db.add(picture)
    db.flush()
    if openid is not None:
        _order_check(db, picture, openid, now, now, tries=0)
    return event_records.written(db, event, user, now)


@implements(pictures.remove)
def remove(db: Session, user: User, now: datetime, id: int) -> events.Event:
    """Take the event's picture away."""
    event = lookup.locked_event(db, id)
    take_away(db, event)
    return event_records.written(db, event, user, now)


@outbox.runs("check_picture")
def check(site: Site, now: datetime, id: int, openid: str, tries: int) -> None:
    """Have WeChat look at a picture, and again where nothing is heard of it."""

    wechat = site.platforms.wechat
    path = site.database.run(lambda db: _path_of_pending(db, id), writes=False)
    if path is None or wechat is None:
        return
    trace: str | None = None
    try:
        trace = wechat.check_picture(openid, f"{site.config.platforms.address}{path}", FORUM)
    except PlatformError as error:
        if error.code != NOT_HERE:
            raise
        log.warning("a picture could not be checked: its sender was not in WeChat lately")

    def note(db: Session) -> None:
        found = db.get(Picture, id)
        if found is None or found.state != "pending":
            return
        if trace is None:
            found.state = "shown"
        elif tries < MOST_CHECKS:
            found.trace_id = trace
            _order_check(db, found, openid, now, now + PATIENCE, tries=tries + 1)
        else:
            log.error("WeChat tells nothing of a picture, asked %s times", tries)

    site.database.run(note, writes=True, repeatable=True)


def take_verdict(site: Site, message: Mapping[str, Any]) -> None:
    """Take the message with which WeChat tells what it found on a picture."""
    result = message.get("result")
    verdict = result.get("suggest") if isinstance(result, dict) else None
    trace = message.get("trace_id")
    if message.get("errcode", 0) != 0 or not isinstance(verdict, str) or not isinstance(trace, str):
        # It could not fetch it, or not look at it: it is asked again when its time is over.
        log.warning("WeChat could not check a picture: %s", message.get("errcode"))
        return
    gone = site.database.run(lambda db: settle(db, trace, verdict), writes=True, repeatable=True)
    if gone is not None:
        drop(site, files_of(site), gone)


def settle(db: Session, trace: str, verdict: str) -> str | None:
    """Take WeChat's verdict on a picture: "pass", "review" or "risky".

    Returns the hash of one that must go, once this is committed. What wants a person's eye
    ("review") is not shown: there is nobody here who would look.
    """
    picture = db.scalar(select(Picture).where(Picture.trace_id == trace).with_for_update())
    if picture is None:
        log.warning("WeChat has checked a picture that is not here any more")
        return None
    if verdict == "pass":
        if picture.state == "pending":
            picture.state = "shown"
        return None
    picture.state = "refused"
    return picture.hash


@outbox.runs("sweep_pictures")
def sweep(site: Site, now: datetime) -> None:
    """Remove the files of pictures that no event shows any more."""
    files = files_of(site)
    for hash in sorted(set(files.older_than(SPARED))):
        drop(site, files, hash)


def take_away(db: Session, event: Event) -> str | None:
    """Take an event's picture away; return the hash of its files, which are still there."""
    hash = db.scalar(select(Picture.hash).where(Picture.event_id == event.id))
    db.execute(delete(Picture).where(Picture.event_id == event.id))
    return hash


def files_of(site: Site) -> PictureFiles:
    """Return where the pictures of this server lie."""
    return PictureFiles(site.config.uploads)


def drop(site: Site, files: PictureFiles, hash: str) -> None:
    """Remove the files of a picture, unless an event shows it."""
    shown = select(Picture.id).where(Picture.hash == hash, Picture.state != "refused").limit(1)
    if site.database.run(lambda db: db.scalar(shown), writes=False) is None:
        files.remove(hash)


def _path_of_pending(db: Session, id: int) -> str | None:
    picture = db.get(Picture, id)
    if picture is None or picture.state != "pending":
        return None
    return addresses(picture.hash, picture.width)[1]


def _order_check(
    db: Session, picture: Picture, openid: str, now: datetime, at: datetime, *, tries: int
) -> None:
    payload = {"id": picture.id, "openid": openid, "tries": tries}
    outbox.add(db, "check_picture", payload, now, at)


def _why(why: str) -> str:
    texts = {
        "too many pixels": _("This picture is too large. Send one with fewer pixels."),
        "too small": _("This picture is too small: 64 pixels each way are needed."),
    }
    return texts.get(why) or _("This is no picture that can be read. Send a JPEG, PNG or WebP.")
