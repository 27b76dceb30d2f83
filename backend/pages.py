"""Pages: rendered here for whoever asks, with the same Python that runs in the browser.

A page's calls of the API are answered in process, by the same dispatch and in one transaction,
and travel with the document, so that the browser does not ask for them again.
"""

from __future__ import annotations

import importlib
import pkgutil
import secrets
from datetime import UTC, datetime
from typing import Any, TypeVar

from flask import Blueprint, Response, g, request
from sqlalchemy.orm import Session
from werkzeug.urls import iri_to_uri

import app.pages
from backend import bodies, dispatch, logins, mini_codes, origin
from backend.documents import Documents
from backend.errors import NotFound
from backend.page_calls import Calls
from backend.site import Site
from backend.visitors import Visitor
from contract.logins import LoginRequired
from qiao import problem_page, queries
from qiao.contract import Problem
from qiao.contract.endpoints import LARGEST
from qiao.contract.uploads import uploads_in
from qiao.forms import ADD, KEY, REMOVE, Entry
from qiao.html import to_html
from qiao.i18n import language
from qiao.pages import Page
from qiao.quoting import quote
from qiao.signals import Owner

T = TypeVar("T")


def load_pages() -> list[Page]:
    """Return the pages of the app: every module in `app/pages`."""
    return [
        Page(found.name, importlib.import_module(f"app.pages.{found.name}"))
        for found in pkgutil.iter_modules(app.pages.__path__)
    ]


def blueprint(site: Site, documents: Documents) -> Blueprint:
    """Return a route for each page."""
    bp = Blueprint("pages", __name__)
    for page in load_pages():
        methods = ["GET", "POST"] if page.takes_form else ["GET"]
        view = PageView(site, documents, page)
        bp.add_url_rule(page.path, page.name, view.answer, methods=methods)
    bp.add_url_rule("/s/<name>", "short_link", lambda name: short_link(site, name))
    return bp


def short_link(site: Site, name: str) -> Response:
    """Send the browser on from the short name of a path, with the ticket that the shell added."""
    path = site.database.run(lambda db: mini_codes.path_of(db, name), writes=False)
    if path is None:
        raise NotFound
    query = request.query_string.decode("ascii", "replace")
    return see_other(f"{path}?{query}" if query else path)


class PageView:
    """What answers requests for one page."""

    def __init__(self, site: Site, documents: Documents, page: Page) -> None:
        self.site = site
        self.documents = documents
        self.page = page
        files = uploads_in(page.module.takes) if hasattr(page.module, "takes") else []
        self.largest = LARGEST + sum(field.max for field in files)

    def answer(self, **params: Any) -> Response:
        """Show the page, or take its form."""
        now = datetime.now(UTC)
        visitor: Visitor = g.visitor
        params |= {name: request.args.get(name, "") for name in self.page.query}
        try:
            if request.method == "POST":
                origin.check(request)
                response = self._take(params, visitor, now)
            else:
                self._redeem(visitor, now)
                response = dispatch.run(
                    self.site,
                    lambda db, answers: self._show(
                        params, Calls(self.site, db, visitor, now, answers)
                    ),
                    writes=False,
                )
        except LoginRequired:
            response = to_login()
        visitor.keep_alive(self.site.database, now)
        return response

    def _redeem(self, visitor: Visitor, now: datetime) -> None:
        """Log in with the ticket in the address, if there is one."""
        ticket = request.args.get("ticket")
        # Who only looks ahead (a link preview, a prefetch) must not use it up.
        if not ticket or request.method == "HEAD" or "Sec-Purpose" in request.headers:
            return
        # Before the page, in a transaction of its own: the page only reads.
        self.site.database.run(lambda db: logins.redeem(db, visitor, ticket, now), writes=True)
        visitor.settle()

    def _show(self, params: dict[str, Any], calls: Calls) -> Response:
        self._check_access(calls)
        data = calls.run(self.page.load(params))
        entry = self.page.entry(data)
        if entry is not None:
            calls.visitor.mark_browser()
            entry.key = new_key()
        return self._document(params, data, entry, calls)

    def _take(self, params: dict[str, Any], visitor: Visitor, now: datetime) -> Response:
        def work(db: Session, answers: dict[str, Any]) -> tuple[Response, bool]:
            response, done = self._submit(params, Calls(self.site, db, visitor, now, answers))
            if not done:
                # What was done before the problem showed is undone, a new account included.
                db.rollback()
            return response, done

        posted_key = KEY in bodies.read_form(request, self.largest)
        response, done = dispatch.run(self.site, work, writes=True, repeatable=posted_key)
        if done:
            visitor.settle()
        return response

    def _submit(self, params: dict[str, Any], calls: Calls) -> tuple[Response, bool]:
        """Return the answer to a posted form, and whether it was carried out."""
        self._check_access(calls)
        data = calls.run(self.page.load(params))
        entry = self.page.entry(data)
        if entry is None:
            raise TypeError(f"page {self.page.name!r} takes a form, but its entry() gave none")
        posted = bodies.read_form(request, self.largest)
        entry.take(posted)
        if ADD in posted or REMOVE in posted:
            # One row more or less in the form: nothing is sent yet.
            return self._document(params, data, entry, calls), False
        calls.may_write = True
        going = calls.run(self.page.submit(params, entry))
        if going is not None:
            return see_other(going.address), True
        if entry.has_problem():
            return self._document(params, data, entry, calls, status=422), False
        # As in the browser: the page as it is now, its form empty, and what there is to tell.
        told = entry.told
        calls.answers.clear()
        data = calls.run(self.page.load(params))
        entry = self.page.entry(data) or entry
        entry.key = new_key()
        entry.result.value = told
        return self._document(params, data, entry, calls), True

    def _check_access(self, calls: Calls) -> None:
        if self.page.who != "anyone":
            user = calls.visitor.user(calls.db, calls.now)
            if user is None or user.guest:
                raise LoginRequired

    def _document(
        self,
        params: dict[str, Any],
        data: Any,
        entry: Entry | None,
        calls: Calls,
        status: int = 200,
    ) -> Response:
        owner = Owner()
        frames = calls.run(self.page.frames(params, []))
        queries.place.set(queries.Given(request.args.to_dict()))
        html = owner.run(lambda: to_html(self.page.tree(frames, data, entry)))
        title = self.page.title(data)
        owner.dispose()
        state = {
            "page": self.page.name,
            "params": params,
            "language": language.get(),
            "calls": list(calls.answers.items()),
            "entry": None if entry is None else entry.state(),
            "session": calls.visitor.token is not None,
        }
        text = self.documents.write(title=title, html=html, state=state)
        return Response(text, status=status, mimetype="text/html")


def problem_document(documents: Documents, problem: Problem, again: str = "") -> Response:
    """Return the page that is shown instead of one that can't be."""
    html = to_html(problem_page.view(problem, again))
    state: dict[str, Any] = {
        "page": "",
        "params": {},
        "language": language.get(),
        "calls": [],
        "entry": None,
        "session": g.visitor.token is not None,
    }
    text = documents.write(title=problem_page.title(problem), html=html, state=state)
    return Response(text, status=problem.status, mimetype="text/html")


def to_login() -> Response:
    """Send the browser to the login, and from there back to where it wanted to go."""
    wanted = request.path
    query = "&".join(
        f"{quote(name)}={quote(value)}"
        for name, value in request.args.items(multi=True)
        if name not in ("ticket", "lang")
    )
    return see_other(f"/login?next={quote(wanted + ('?' + query if query else ''))}")


def see_other(address: str) -> Response:
    """Return the answer that has the browser open another page of this site."""
    return Response(status=303, headers={"Location": iri_to_uri(address)})


def new_key() -> str:
    """Return an idempotency key for a form that goes out."""
    return secrets.token_hex(16)
