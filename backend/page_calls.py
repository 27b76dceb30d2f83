"""What a page asks of the API while it is rendered or its form is taken: in process, at once."""

from __future__ import annotations

from collections.abc import Coroutine
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from backend.dispatch import Caller
from backend.site import Site
from backend.visitors import Visitor
from qiao import client
from qiao.contract import Endpoint, Problem, Record

T = TypeVar("T")


class Calls:
    """The transport of a page that is rendered here; keeps the answers of reads by address."""

    def __init__(
        self, site: Site, db: Session, visitor: Visitor, now: datetime, answers: dict[str, Any]
    ) -> None:
        self.caller = Caller(site, db, visitor, now, answers)
        self.db = db
        self.visitor = visitor
        self.now = now
        self.answers: dict[str, Any] = {}
        self.may_write = False

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Return what a page's coroutine returns. It may wait for endpoints and nothing else."""
        before = client.transport.set(self)
        try:
            work.send(None)
        except StopIteration as done:
            result: T = done.value
            return result
        finally:
            client.transport.reset(before)
            client.write_key.set(None)
            work.close()
        raise RuntimeError(
            "A page waits for something that only the browser has, see the traceback"
        )

    async def __call__(
        self, endpoint: Endpoint[Any], params: dict[str, Any], form: Record | None, key: str | None
    ) -> Any:
        if endpoint.method != "GET" and not self.may_write:
            raise RuntimeError(f"{endpoint!r} writes: a page may call it in submit, not in load")
        if endpoint.method == "GET":
            # Checked like what comes from elsewhere: a page takes it from its own address.
            path, query = client.split(endpoint, params)
            answer = self.caller.call(endpoint, path, query, key)
            self.answers[client.address(endpoint, params)] = answer
            return answer
        sent: Any = {} if form is None else form
        before = self.visitor.remember()
        try:
            # A page may go on after a problem: what was begun before it showed must not stay.
            with self.db.begin_nested():
                return self.caller.call(endpoint, params, sent, key)
        except Problem:
            self.visitor.go_back(before)
            raise
