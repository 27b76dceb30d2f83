"""The document around a page: its head, the rendered tree, the data that travels with it."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

from backend.icons import ICON
from qiao.html import escape

log = logging.getLogger("qiao")

ASSETS = "/assets/"
# `cover`: the theme keeps clear of notches itself, by safe-area insets.
VIEWPORT = "width=device-width, initial-scale=1, viewport-fit=cover"


class Documents:
    """Writes documents for the build in a folder, as its manifest names the files."""

    def __init__(self, build: Path) -> None:
        self.manifest = _read_manifest(build / "manifest.json")
        self.build: str = self.manifest.get("build", "")

    def write(self, *, title: str, html: str, state: dict[str, Any]) -> str:
        """Return a document. `state` is what the page needs to take over; `page` names it."""
        language = state["language"]
        head = [
            '<meta charset="utf-8">',
            f'<meta name="viewport" content="{VIEWPORT}">',
            # An iPhone would make links of what looks like a telephone number or an address, and
            # the page would no longer find the nodes that were sent.
            '<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">',
            f"<title>{escape(title)}</title>",
            f'<link rel="icon" href="{ICON}" type="image/svg+xml">',
            *self._links(language, state["page"]),
        ]
        return (
            f'<!doctype html>\n<html lang="{language}" data-build="{escape(self.build)}">'
            f"<head>{''.join(head)}</head>"
            f'<body><div id="root">{html}</div>'
            f'<script type="application/json" id="qiao-data">{island(state)}</script>'
            "</body></html>\n"
        )

    def _links(self, language: str, page: str) -> list[str]:
        """Return the links to style and scripts, in the order in which scripts need each other."""
        manifest = self.manifest
        if not manifest:
            return []
        scripts = [
            manifest["runtime"],
            manifest["texts"].get(language),
            *manifest["pages"].get(page, {}).get("files", ()),
            manifest["app"],
        ]
        return [
            # Async: it keeps taps from the moment it is there, and no paint waits for it.
            f'<script async src="{ASSETS}{escape(manifest["extra"]["early"])}"></script>',
            f'<link rel="stylesheet" href="{ASSETS}{escape(manifest["style"])}">',
            *(f'<script defer src="{ASSETS}{escape(name)}"></script>' for name in scripts if name),
        ]


def island(state: dict[str, Any]) -> str:
    """Return `state` as JSON that no text in it can end: `</script>` has lost its `<`."""
    text = json.dumps(state, ensure_ascii=False, separators=(",", ":"))
    # Inside a JSON string `<` may be written as an escape, and outside there is none.
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _read_manifest(path: Path) -> dict[str, Any]:
    if not path.exists():
        # Pages work without script, so this is no reason not to start.
        log.warning("%s is missing: pages go out without script and style. Build first.", path)
        return {}
    manifest: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return manifest
