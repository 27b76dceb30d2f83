"""Where a write comes from: a browser that says another site made it send one is refused."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Request

from backend.errors import CrossSite

# `none` is a person's own doing, such as a form sent again from the history.
OWN = ("same-origin", "none")


def check(request: Request) -> None:
    """Raise `CrossSite` unless the request comes from our own pages, or from no page at all.

    Old web-views send neither header on their own; for those `SameSite` of the cookie holds.
    """
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in OWN:
        raise CrossSite
    origin = request.headers.get("Origin")
    # Host and port only: behind a proxy that ends TLS we may not know the scheme, and a page on
    # the same name without TLS is told apart by Sec-Fetch-Site. The origin "null" has no host.
    if origin is not None and urlsplit(origin).netloc.lower() != request.host.lower():
        raise CrossSite
