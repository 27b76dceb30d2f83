"""The language of a request: what its person chose, else what their browser asks for."""

from __future__ import annotations

from flask import Request, Response

LANGUAGES = ("en", "zh")
# English is the source of all texts, so it is complete. It is also the answer for who asks for
# nothing: browsers always ask, so that is a script or its developer.
FALLBACK = "en"
COOKIE = "lang"
YEAR = 365 * 24 * 3600


def chosen(request: Request) -> str | None:
    """Return the language that the address asks for with `?lang=`, if we speak it."""
    wanted = request.args.get("lang", "")
    return wanted if wanted in LANGUAGES else None


def language_of(request: Request) -> str:
    """Return the language to answer in."""
    cookie = request.cookies.get(COOKIE, "")
    if cookie not in LANGUAGES:
        cookie = ""
    return chosen(request) or cookie or _asked_for(request) or FALLBACK


def remember(request: Request, response: Response) -> None:
    """Keep a language that was chosen, for the pages to come."""
    wanted = chosen(request)
    if wanted is not None and request.cookies.get(COOKIE) != wanted:
        response.set_cookie(
            COOKIE, wanted, max_age=YEAR, secure=request.is_secure, samesite="Lax", httponly=True
        )


def _asked_for(request: Request) -> str | None:
    # The first that we speak in the order of preference: `zh-TW` and `zh-Hans-CN` are `zh`.
    for tag, quality in request.accept_languages:
        base = tag.replace("_", "-").partition("-")[0].lower()
        if quality > 0 and base in LANGUAGES:
            return base
    return None
