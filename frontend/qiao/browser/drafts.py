"""Drafts: what was typed into a form survives a killed page, until it is sent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qiao.browser import web
from qiao.signals import batch, effect

if TYPE_CHECKING:
    from qiao.forms import Entry


class Draft:
    """The draft of one entry, kept by the address of its page."""

    def __init__(self, address: str, entry: Entry) -> None:
        self.name = "qiao-draft " + address
        self.entry = entry
        # What the form started with: a draft over other data (changed since) is no use.
        self.base = json.dumps(entry.controls())

    def restore(self) -> None:
        """Put back what was typed, if there is something."""
        kept = web.kept(self.name)
        if not kept:
            return
        draft = json.loads(kept)
        if draft["base"] == self.base:
            # With its key: it may have been sent before the page was killed.
            self.entry.key = draft["key"]
            batch(lambda: self.entry.take(draft["controls"]))
        else:
            self.drop()

    def watch(self) -> None:
        """Keep what is typed from now on."""
        effect(self.keep)

    def keep(self) -> None:
        controls = self.entry.controls()
        if json.dumps(controls) != self.base:
            draft = {"base": self.base, "key": self.entry.key, "controls": controls}
            web.keep(self.name, json.dumps(draft))

    def drop(self) -> None:
        """Forget it: it has been sent."""
        web.forget(self.name)
