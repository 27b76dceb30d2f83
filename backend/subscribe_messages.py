"""Subscribe messages: what a guest is told reaches them in WeChat, if they agreed to that kind.

A message stands on the ticket in any case. So where it is not certain whether WeChat took one
along, it is not sent again: nobody is told the same twice, and no agreement is used up for it.
"""

from __future__ import annotations

import logging
from urllib.parse import quote

from backend import messages, users
from backend.codes import show
from backend.models import Message
from backend.platforms.errors import PlatformAway, PlatformError
from backend.platforms.wechat import NOT_WANTED
from backend.site import Site
from qiao.i18n import language

log = logging.getLogger("qiao")


class WeChatCarrier:
    """Carries messages to people in WeChat."""

    def carry(self, site: Site, message: Message) -> bool:
        """Send a message, see `messages.Carrier`."""
        settings, wechat = site.config.platforms.wechat, site.platforms.wechat
        template = settings and settings.templates.get(message.kind)
        user = message.sign_up.user
        if wechat is None or not template or user is None:
            return False
        openid = site.database.run(lambda db: users.id_at(db, user, "wechat"), writes=False)
        if openid is None:
            return False
        page = f"pages/web/web?path={quote('/tickets/' + show(message.sign_up.code), safe='')}"
        try:
            wechat.send(openid, template.id, page, template.fill(_values(message)))
        except PlatformError as error:
            # Trying again would change nothing.
            level = logging.INFO if error.code == NOT_WANTED else logging.ERROR
            log.log(level, "message %s stays on its ticket: %s", message.id, error)
            return False
        except PlatformAway as away:
            if not away.done:
                raise
            log.warning("message %s may have gone, and is not sent again: %s", message.id, away)
        return True


def _values(message: Message) -> dict[str, str]:
    event = message.sign_up.event
    # WeChat does not say which language its user reads. Nearly all read this one.
    before = language.set("zh")
    try:
        text = messages.text_of(message.kind, message.data)
    finally:
        language.reset(before)
    date, time = event.starts_local.split("T")
    return {"title": event.title, "time": f"{date} {time}", "place": event.place, "text": text}


messages.carriers["wechat"] = WeChatCarrier()
