"""Pages: modules with a path, what they load, how they look, what they do with a form.

path = "/events/<int:id>"

async def load(id):               # what the page needs; its result goes to the others
    return await events.get(id=id)

def title(event): ...
def view(event): ...              # with a form: view(event, entry)

takes = SignUpForm                # the record the page's form fills
def entry(event): ...             # optional: the entry to start with
async def submit(form, id): ...   # returns go("/tickets/…"), or something to show

query = ("next",)                 # optional: parameters of the query for load, "" when absent
from app.layouts import organise as layout   # optional, see layouts.py
"""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any

from qiao import client
from qiao.contract.problems import Invalid, Problem
from qiao.errors import PageError
from qiao.layouts import Frame, layouts_of, nest

if TYPE_CHECKING:
    from qiao.forms import Entry


class Go:
    """Where to go next, see `go`."""

    def __init__(self, address: str, reload: bool) -> None:
        self.address = address
        self.reload = reload


def go(address: str, *, reload: bool = False) -> Go:
    """Return what a `submit` answers with to show another page of the same site.

    With `reload` the page is fetched as a document, which signing in needs. Raises
    `ValueError` for an address that leaves the site.
    """
    if not stays_here(address):
        raise ValueError(f"{address!r} is not a path of this site: go() takes '/tickets/…'")
    return Go(address, reload)


def stays_here(address: str) -> bool:
    """Tell whether `address` is a path of this site, wherever it came from."""
    # "//host" and "/\host" leave the site in a browser, which drops tabs and line ends first.
    plain = all(letter > " " for letter in address)
    return plain and address.startswith("/") and address[1:2] not in ("/", "\\")


class Page:
    """One page module, the same for both ends."""

    def __init__(self, name: str, module: ModuleType) -> None:
        self.name = name
        self.module = module
        for needed in ("path", "view", "title"):
            if not hasattr(module, needed):
                raise PageError(f"page {name!r} lacks {needed!r}: a page has path, title and view")
        self.path: str = module.path
        self.who: str = getattr(module, "who", "anyone")
        self.query: tuple[str, ...] = getattr(module, "query", ())
        # Whether what is typed is kept on the device until it is sent.
        self.keeps_draft: bool = getattr(module, "keeps_draft", True)
        # The layouts around it, the outermost first.
        self.layouts = layouts_of(module)
        self.takes_form = hasattr(module, "submit")
        if self.takes_form and not (hasattr(module, "takes") or hasattr(module, "entry")):
            raise PageError(
                f"page {name!r} has submit, but no 'takes': name the record of its form"
            )

    async def load(self, params: dict[str, Any]) -> Any:
        """Return what the page needs; raises a `Problem`."""
        if not hasattr(self.module, "load"):
            return None
        return await self.module.load(**params)

    async def frames(self, params: dict[str, Any], shown: list[Frame]) -> list[Frame]:
        """Return the layouts with what they load; those of `shown` that fit stay as they are."""
        frames: list[Frame] = []
        for at, layout in enumerate(self.layouts):
            kept = at < len(shown) and frames == shown[:at] and shown[at].fits(layout, params)
            frames.append(shown[at] if kept else await layout.load(params))
        return frames

    def entry(self, data: Any) -> Entry | None:
        """Return the entry to start with, `None` for a page without a form."""
        if not self.takes_form:
            return None
        if hasattr(self.module, "entry"):
            return self.module.entry(data)  # type: ignore[no-any-return]
        # By name: in the page, only pages with a form bring the script that it is in.
        forms = __import__("qiao.forms", None, None, ["Entry"])
        return forms.Entry(self.module.takes)  # type: ignore[no-any-return]

    def title(self, data: Any) -> str:
        title: str = self.module.title(data)
        return title

    def view(self, data: Any, entry: Entry | None) -> Any:
        """Return the tree, without the layouts."""
        return self.module.view(data) if entry is None else self.module.view(data, entry)

    def tree(self, frames: list[Frame], data: Any, entry: Entry | None) -> Any:
        """Return the tree with the layouts around it."""
        return nest(frames, lambda: self.view(data, entry))()

    async def submit(self, params: dict[str, Any], entry: Entry) -> Go | None:
        """Check the entry and hand it to the page's `submit`.

        What is wrong ends up in the entry; so does a result that isn't a way to go.
        """
        try:
            form = entry.read()
        except Invalid as problem:
            entry.refuse(problem)
            return None
        client.write_key.set(entry.key or None)
        try:
            result = await self.module.submit(form, **params)
        except Problem as problem:
            entry.refuse(problem)
            return None
        entry.accept(None if isinstance(result, Go) else result)
        return result if isinstance(result, Go) else None
