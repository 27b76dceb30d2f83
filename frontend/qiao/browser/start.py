"""The page's start: take over what the server sent, then go from page to page without it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from qiao import client, i18n, native, problem_page, queries
from qiao.browser import dom, history, kernel, scripts, table, web
from qiao.browser.address import Address
from qiao.browser.late_bridge import LateBridge
from qiao.browser.transport import Transport
from qiao.contract.problems import Problem, Unreachable
from qiao.errors import OF_CODE, HydrationError
from qiao.i18n import N_
from qiao.i18n import gettext as _
from qiao.layouts import Frame, Inner, nest
from qiao.pages import Go, Page
from qiao.paths import match_path
from qiao.quoting import quote
from qiao.signals import Owner, current_owner, effect
from qiao.tasks import CancelledError

if TYPE_CHECKING:
    from collections.abc import Callable

    from qiao.browser.drafts import Draft
    from qiao.forms import Entry


class Broken(Problem):
    """The page's own Python failed while it was to be shown."""

    status = 500
    message = N_("Something went wrong here.")


async def login(address: str) -> None:
    """Have a person signed in and led to `address`: by the shell, else by the page for that."""
    bridge = native.bridge.get()
    if bridge is None or not await bridge.sign_in(address):
        history.leave_for("/login?next=" + quote(address))


class Navigator:
    """Shows one page at a time."""

    def __init__(self, session: bool) -> None:
        # Whether the document was sent to somebody who may be signed in.
        self.session = session
        self.address = Address()
        self.owner = Owner()
        # What belongs to the page alone: the owner inside of the layouts.
        self.inside = self.owner
        self.frames: list[Frame] = []
        # Of the way to the next page, while there is one: the next way ends it.
        self.going: Any = None
        # The page shown, and the address that it has.
        self.shown = ""
        self.page: Page | None = None
        self.params: dict[str, Any] = {}
        self.draft: Draft | None = None

    # What the document, links and the back button ask for.

    async def begin(self, state: dict[str, Any]) -> None:
        """Adopt the page that the server rendered."""
        # First: the page's own code knows its address without what the shell adds.
        shell = history.strip_shell()
        if shell:
            # A page that is loaded anew has no shell to tell it.
            web.keep("shell", shell)
        name = state["page"]
        if name:
            page = Page(name, import_page(name))
            params = state["params"]
            data = await page.load(params)
            frames = await page.frames(params, [])
            entry = page.entry(data)
            if entry is not None:
                entry.restore(state["entry"])
            self.take_over(page, params, frames, data, entry)
        self.shown = history.address()
        history.listen(self.follow, self.travel, self.prepare)
        web.mark("hydrated")

    def take_over(
        self, page: Page, params: dict[str, Any], frames: list[Frame], data: Any, entry: Any
    ) -> None:
        self.page, self.params, self.frames = page, params, frames
        render = nest(frames, self.inner(page, data, entry))
        try:
            self.owner.run(lambda: kernel.hydrate(web.root(), render()))
        except HydrationError as error:
            # What is shown next is right: nothing that a person needs to hear of.
            web.record(error)
            self.owner.dispose()
            self.owner.run(lambda: kernel.mount(web.root(), render()))
        self.keep_draft(entry)

    def keep_draft(self, entry: Entry | None) -> None:
        """Put back what was typed before, and keep what is typed from now on."""
        self.draft = None
        if entry is not None and self.page is not None and self.page.keeps_draft:
            # By name: its script has come with the page's.
            drafts = __import__("qiao.browser.drafts", None, None, ["Draft"])
            self.draft = draft = drafts.Draft(history.pathname(), entry)
            # The server has said something about what was sent: that is newer than any draft.
            if not entry.has_problem():
                draft.restore()
            self.inside.run(draft.watch)

    def follow(self, address: str) -> None:
        """Go where a link leads."""
        self.address.flush()
        shown = history.address()
        changed = history.differences(address, shown)
        if changed and self.stays(address, shown, changed):
            history.push(address)
            self.stay()
        else:
            web.start(self.go(address, push=True))

    def travel(self, scroll: int) -> None:
        """Show the page of the address that back or forward has put up."""
        address, shown = history.address(), self.shown
        changed = history.differences(address, shown)
        if self.stays(address, shown, changed):
            self.stay()
            if scroll >= 0:
                history.scroll_to(scroll)
        else:
            web.start(self.go(address, push=False, scroll=max(scroll, 0)))

    def stays(self, address: str, shown: str, changed: list[str]) -> bool:
        """Tell whether the page that is shown has `address` as well: its signals follow."""
        same = history.path_of(address) == history.path_of(shown)
        return same and self.page is not None and self.address.covers(changed)

    def stay(self) -> None:
        """Have the page that is shown follow the address; what was on its way is not wanted."""
        self.give_up()
        self.shown = history.address()
        self.address.tell()

    def prepare(self, path: str) -> None:
        """Fetch the script of a page that is likely to be next."""
        found = find_page(path)
        if found is not None:
            scripts.load(table.PAGES[found[0]]["files"])

    def give_up(self) -> None:
        """End the way to the next page, if there is one."""
        if self.going is not None:
            scope, self.going = self.going, None
            web.close_scope(scope, CancelledError())
            web.set_pending(False)

    async def go(self, address: str, push: bool, scroll: int = 0) -> None:
        """Show the page at `address`, and nothing that was on its way before."""
        self.give_up()
        scope = self.going = web.open_scope(None)
        web.set_pending(True)
        try:
            await web.run(self.visit(address, push, scroll), scope)
        finally:
            if self.going is scope:
                self.going = None
                web.set_pending(False)

    async def visit(self, address: str, push: bool, scroll: int) -> None:
        """Show the page at `address`; leave the document where it isn't one of ours."""
        found = find_page(history.path_of(address))
        if found is None:
            history.leave_for(address)
            return
        name, params = found
        if table.PAGES[name]["who"] == "user" and not self.session:
            await login(address)
            return
        page, data, frames, problem = None, None, self.frames, None
        try:
            await scripts.bring(table.PAGES[name]["files"], address)
            page = Page(name, import_page(name))
            params.update({one: history.query_value(address, one) for one in page.query})
            frames = await page.frames(params, self.frames)
            data = await page.load(params)
        except Problem as failure:
            problem = failure
        except Exception as failure:
            web.record(failure)
            problem = Broken()
        if problem is not None and problem.status == 401:
            await login(address)
            return
        # Another try of what did not work is not another step to go back.
        if push and history.differs(address):
            history.push(address)
        if problem is None and page is not None:
            self.show(page, params, frames, data, None)
        elif problem is not None:
            self.show_problem(problem, address)
        if push:
            history.scroll_to_hash(history.hash_of(address))
        else:
            history.scroll_to(scroll)
        web.focus_heading()

    # What is on the screen.

    def show(
        self, page: Page, params: dict[str, Any], frames: list[Frame], data: Any, result: Any
    ) -> None:
        entry = page.entry(data)
        if entry is not None:
            entry.key = web.random_hex(16)
            entry.result.value = result
        try:
            self.page, self.params = page, params
            self.mount(frames, self.inner(page, data, entry))
            self.keep_draft(entry)
        except Exception as error:
            # The address bar has this page already: the one before must not stay under it.
            web.record(error)
            self.show_problem(Broken(), history.address())

    def show_problem(self, problem: Problem, address: str) -> None:
        self.page = None
        again = address if isinstance(problem, (Broken, Unreachable)) else ""

        def render() -> Any:
            web.set_title(problem_page.title(problem))
            return problem_page.view(problem, again)

        self.mount([], render)

    def mount(self, frames: list[Frame], render: Callable[[], Any]) -> None:
        """Show what `render` gives within `frames`; those that are shown already stay."""
        self.shown = history.address()
        kept = 0
        while kept < len(frames) and frames[: kept + 1] == self.frames[: kept + 1]:
            kept += 1
        self.frames = frames
        render = nest(frames[kept:], render)
        if kept:
            frames[kept - 1].inner.value = [Inner(render)]
        else:
            self.owner.dispose()
            self.owner.run(lambda: kernel.mount(web.root(), render()))

    def inner(self, page: Page, data: Any, entry: Entry | None) -> Callable[[], Any]:
        """Return what renders the page itself, within whatever layouts."""

        def render() -> Any:
            owner = current_owner()
            assert owner is not None
            self.inside = owner
            if entry is not None:
                entry.sender = self.send
            tree = page.view(data, entry)
            effect(lambda: web.set_title(page.title(data)))
            return tree

        return render

    async def send(self, entry: Entry) -> None:
        """Submit the entry of the page that is shown."""
        page, params = self.page, self.params
        if page is None:
            return
        # In no scope: who leaves the page now has sent it all the same.
        result = await web.run(self.submit(page, params, entry, self.draft), None)
        if isinstance(result, Go) and result.reload:
            history.leave_for(result.address)
        elif isinstance(result, Go):
            await self.go(result.address, push=True)
        elif entry.status == 401:
            # The session has ended. What was typed is kept as a draft, and waits.
            await login(history.address())
        elif entry.has_problem():
            web.focus_first_wrong()
        else:
            await self.show_told(page, params, entry)

    async def submit(
        self, page: Page, params: dict[str, Any], entry: Entry, draft: Draft | None
    ) -> Go | None:
        result = await page.submit(params, entry)
        if draft is not None and not entry.has_problem():
            draft.drop()
        return result

    async def show_told(self, page: Page, params: dict[str, Any], entry: Entry) -> None:
        """As without script: show the page as it is now, with what `submit` had to say.

        Both at once: who reads that it went well may type into the form that is there then.
        """
        try:
            frames = await page.frames(params, self.frames)
            data = await page.load(params)
        except Problem:
            # It is done all the same; the numbers around it are old ones.
            entry.result.value = entry.told
            return
        self.show(page, params, frames, data, entry.told)
        web.focus_told()


def find_page(path: str) -> tuple[str, dict[str, Any]] | None:
    """Return name and parameters of the page at `path`."""
    for name, page in table.PAGES.items():
        params = match_path(page["path"], path)
        if params is not None:
            return name, params
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
    # First of all: what comes after may fail.
    web.set_notice(Broken().text(), _("Reload the page"), _("To the events"), OF_CODE)
    client.transport.set(Transport(dict(state["calls"])))
    bridge = LateBridge()
    native.bridge.set(bridge)
    web.load_at_first_touch(table.ASSETS + table.EXTRA["native"])
    dom.setup()
    navigator = Navigator(state["session"])
    queries.place.set(navigator.address)
    web.start(navigator.begin(state))
    web.start(bridge.begin())


main()
