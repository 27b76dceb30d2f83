"""The page's start: take over what the server sent, then go from page to page without it."""

from __future__ import annotations

import json
from typing import Any

from qiao import client, i18n, native, problem_page, timers
from qiao.browser import dom, kernel, table, web
from qiao.browser.bridge import Bridge
from qiao.browser.drafts import Draft
from qiao.browser.transport import Transport
from qiao.contract.problems import Problem, Unreachable
from qiao.errors import HydrationError
from qiao.forms import Entry
from qiao.i18n import gettext as _
from qiao.pages import Go, Page
from qiao.paths import match_path, quote
from qiao.signals import Owner


class Navigator:
    """Shows one page at a time."""

    def __init__(self) -> None:
        self.owner = Owner()
        # Counts navigations: an answer that comes after the next one was started is dropped.
        self.turn = 0
        # The page shown: path and query, to load it anew.
        self.page: Page | None = None
        self.params: dict[str, Any] = {}
        self.draft: Draft | None = None

    # What the document, links and the back button ask for.

    async def begin(self, state: dict[str, Any]) -> None:
        """Adopt the page that the server rendered."""
        name = state["page"]
        if name:
            page = Page(name, import_page(name))
            data = await page.load(state["params"])
            entry = page.entry(data)
            if entry is not None:
                entry.restore(state["entry"])
            self.take_over(page, state["params"], data, entry)
        web.strip_query("ticket", "lang")
        web.listen(self.follow, self.travel, self.prepare)
        web.mark("hydrated")

    def take_over(self, page: Page, params: dict[str, Any], data: Any, entry: Entry | None) -> None:
        self.page, self.params = page, params
        tree = self.tree(page, data, entry)
        try:
            self.owner.run(lambda: kernel.hydrate(web.root(), tree))
        except HydrationError as error:
            web.report(error)
            self.owner.dispose()
            self.owner.run(lambda: kernel.mount(web.root(), self.tree(page, data, entry)))
        self.keep_draft(entry)

    def keep_draft(self, entry: Entry | None) -> None:
        """Put back what was typed before, and keep what is typed from now on."""
        self.draft = None
        if entry is not None and self.page is not None and self.page.keeps_draft:
            self.draft = draft = Draft(web.pathname(), entry)
            # The server has said something about what was sent: that is newer than any draft.
            if not entry.has_problem():
                draft.restore()
            self.owner.run(draft.watch)

    def follow(self, address: str) -> None:
        """Go where a link leads."""
        web.start(self.visit(address, push=True))

    def travel(self, scroll: int) -> None:
        """Show the page of the address that back or forward has put up."""
        web.start(self.visit(web.address(), push=False, scroll=scroll))

    def prepare(self, path: str) -> None:
        """Fetch the script of a page that is likely to be next."""
        found = find_page(path)
        if found is not None:
            web.load_script(table.ASSETS + table.PAGES[found[0]]["file"])

    async def visit(self, address: str, push: bool, scroll: int = 0) -> None:
        """Show the page at `address`; leave the document where it isn't one of ours."""
        found = find_page(web.path_of(address))
        if found is None:
            web.leave_for(address)
            return
        name, params = found
        self.turn += 1
        turn = self.turn
        web.set_pending(True)
        try:
            page, data, problem = None, None, None
            try:
                page = await fetch_page(name)
                if page is None:
                    web.leave_for(address)
                    return
                params.update({one: web.query_value(address, one) for one in page.query})
                data = await page.load(params)
            except Problem as failure:
                problem = failure
            if turn != self.turn:
                return
            if problem is not None and problem.status == 401:
                web.leave_for("/login?next=" + quote(address))
                return
            # Another try of what did not work is not another step to go back.
            if push and address != web.address():
                web.push(address)
            if problem is not None:
                self.show_problem(problem, address)
            elif page is not None:
                self.show(page, params, data, None)
            web.scroll_to(scroll)
            web.focus_heading()
        finally:
            if turn == self.turn:
                web.set_pending(False)

    # What is on the screen.

    def show(self, page: Page, params: dict[str, Any], data: Any, result: Any) -> None:
        self.page, self.params = page, params
        entry = page.entry(data)
        if entry is not None:
            entry.key = web.random_hex(16)
            entry.result.value = result
        self.mount(page.title(data), self.tree(page, data, entry))
        self.keep_draft(entry)

    def show_problem(self, problem: Problem, address: str) -> None:
        self.page = None
        again = address if isinstance(problem, Unreachable) else ""
        self.mount(problem_page.title(problem), problem_page.view(problem, again))

    def mount(self, title: str, tree: Any) -> None:
        self.owner.dispose()
        web.turn_page()
        web.set_title(title)
        self.owner.run(lambda: kernel.mount(web.root(), tree))

    def tree(self, page: Page, data: Any, entry: Entry | None) -> Any:
        if entry is not None:
            entry.sender = self.send
        return self.owner.run(page.view, data, entry)

    async def send(self, entry: Entry) -> None:
        """Submit the entry of the page that is shown."""
        page, params, turn = self.page, self.params, self.turn
        if page is None:
            return
        result = await page.submit(params, entry)
        if self.draft is not None and not entry.has_problem():
            self.draft.drop()
        if turn != self.turn:
            return
        if isinstance(result, Go) and result.reload:
            web.leave_for(result.address)
        elif isinstance(result, Go):
            await self.visit(result.address, push=True)
        elif entry.status == 401:
            # The session has ended. What was typed is kept as a draft, and waits.
            web.leave_for("/login?next=" + quote(web.address()))
        elif entry.has_problem():
            web.focus_first_wrong()
        else:
            await self.show_told(page, params, entry)

    async def show_told(self, page: Page, params: dict[str, Any], entry: Entry) -> None:
        """As without script: show the page as it is now, with what `submit` had to say.

        Both at once: who reads that it went well may type into the form that is there then.
        """
        turn = self.turn
        try:
            data = await page.load(params)
        except Problem:
            # It is done all the same; the numbers around it are old ones.
            entry.result.value = entry.told
            return
        if turn == self.turn:
            self.show(page, params, data, entry.told)
            web.focus_told()


def find_page(path: str) -> tuple[str, dict[str, Any]] | None:
    """Return name and parameters of the page at `path`."""
    for name, page in table.PAGES.items():
        params = match_path(page["path"], path)
        if params is not None:
            return name, params
    return None


async def fetch_page(name: str) -> Page | None:
    """Return a page once its script is there; `None` if the server has none of this name.

    Raises `Unreachable`.
    """
    if await web.load_script(table.ASSETS + table.PAGES[name]["file"]):
        return Page(name, import_page(name))
    status, _answer = await web.request("GET", "/healthz", "", None)
    if status == 0:
        raise Unreachable()
    # Gone after a deploy: the new document knows the new name.
    return None


def import_page(name: str) -> Any:
    return __import__(f"app.pages.{name}", None, None, ["view"])


def main() -> None:
    """Start the page."""
    state = json.loads(web.island())
    language = state["language"]
    i18n.language.set(language)
    if language in table.TEXTS:
        i18n.catalogs[language] = __import__(f"app.texts.{language}", None, None, ["x"]).MESSAGES
    client.transport.set(Transport(dict(state["calls"])))
    native.bridge.set(Bridge())
    timers.timer.set(web.sleep)
    web.set_notice(_("Something went wrong. Try again, or reload the page."))
    dom.setup()
    web.start(Navigator().begin(state))


main()
