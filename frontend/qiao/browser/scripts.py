"""Scripts that come later, from a server that may have another build by then."""

from __future__ import annotations

from typing import Any

from qiao.browser import history, table, web
from qiao.contract.problems import Unreachable
from qiao.tasks import CancelledError


def load(files: list[str]) -> list[Any]:
    """Load scripts, all at once; return what to await for each: whether it came."""
    return [web.load_script(table.ASSETS + file) for file in files]


async def bring(files: list[str], address: str) -> None:
    """Return once scripts are there.

    Where the server has no such files any more, the document at `address` is fetched anew, which
    names those that it has: raises `CancelledError`, as this page goes. Raises `Unreachable`, and
    `ImportError` if a new document has not helped.
    """
    there = True
    for loading in load(files):
        there = await loading and there
    if there:
        return
    status, _answer = await web.request("GET", "/healthz", "", None)
    if status == 0:
        raise Unreachable()
    if history.renew(address):
        raise CancelledError()
    raise ImportError("the server lacks " + ", ".join(files))
