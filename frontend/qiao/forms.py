"""The state of a form: what was typed, what is wrong with it, whether it is on its way.

An entry is made from a record class; the same object serves the page (signals that its inputs
follow) and the server (filled from a posted form, rendered once).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qiao.contract.fields import Field
from qiao.contract.problems import Invalid, Problem
from qiao.contract.questions import check_answers, question_field
from qiao.contract.records import Record, RecordsField
from qiao.signals import Signal, batch, signal

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

# Name of the hidden input with the idempotency key, and of the buttons that change rows.
KEY = "_key"
ADD = "_add"
REMOVE = "_remove"


class Entry:
    """What a person has entered for `takes`, a record class.

    `values[name]` holds texts as the form's controls send them (a list, because a group of
    boxes sends several), `errors[name]` a message or "". `rows[name]` holds the entries of a
    field that is a list of records. `problem` is what is wrong with the whole, `result` what
    `submit` had to say.
    """

    def __init__(
        self,
        takes: type[Record],
        given: Record | None = None,
        *,
        questions: list[Any] | None = None,
        prefix: str = "",
        key: str = "",
    ) -> None:
        self.takes = takes
        self.prefix = prefix
        self.key = key
        self.questions = questions or []
        self.fields: dict[str, Field[Any]] = {}
        self.values: dict[str, Signal[list[str]]] = {}
        self.errors: dict[str, Signal[str]] = {}
        self.rows: dict[str, Signal[list[Entry]]] = {}
        self.last_row = 0
        self.touched: set[str] = set()
        self.problem = signal("")
        # The HTTP status of the last problem, 0 for none.
        self.status = 0
        self.pending = signal(False)
        self.result: Signal[Any] = signal(None)
        # What `submit` had to say, until it becomes the `result` of the page as it is then.
        self.told: Any = None
        # Set by whoever can send it (the page); the server never sends, it is sent to.
        self.sender: Callable[[Entry], Awaitable[None]] | None = None
        for name, field in takes.fields.items():
            if isinstance(field, RecordsField):
                self.rows[name] = signal([])
                for one in (getattr(given, name) if given else None) or []:
                    self.add(name, one)
            elif field.widget != "answers":
                self.declare(name, field, getattr(given, name) if given else field.missing())
        for question in self.questions:
            asked = question_field(question)
            self.declare(asked.name, asked, None)

    def declare(self, name: str, field: Field[Any], value: Any) -> None:
        shown = field.show(value)
        self.fields[name] = field
        self.values[name] = signal([shown] if isinstance(shown, str) else shown)
        self.errors[name] = signal("")

    def text(self, name: str) -> str:
        """Return what a control with one value holds."""
        typed = self.values[name].value
        return typed[0] if typed else ""

    def type(self, name: str, typed: list[str]) -> None:
        """Take what a control holds now; a message that stood there is checked again."""
        self.touched.add(name)
        self.values[name].value = typed
        if self.errors[name].peek():
            self.errors[name].value = self.wrong().get(name, "")

    def leave(self, name: str) -> None:
        """Check a field that was typed in, once the person moves on; not before."""
        if name in self.touched:
            self.errors[name].value = self.wrong().get(name, "")

    def add(self, name: str, given: Record | None = None) -> None:
        """Append an empty (or given) row to a list of records."""
        field = self.takes.fields[name]
        assert isinstance(field, RecordsField)
        rows = self.rows[name]
        self.last_row += 1
        prefix = f"{self.prefix}{name}.{self.last_row}."
        rows.value = [*rows.peek(), Entry(field.kind, given, prefix=prefix)]

    def remove(self, name: str, row: Entry) -> None:
        """Take a row out of a list of records."""
        self.rows[name].value = [one for one in self.rows[name].peek() if one is not row]

    def data(self) -> dict[str, Any]:
        """Return what was entered as the JSON object that `takes` reads."""
        found: dict[str, Any] = {}
        asked: dict[str, Any] = {}
        for name, field in self.fields.items():
            value = field.parse(self.values[name].peek())
            if name.startswith("answers."):
                asked[name[len("answers.") :]] = value
            else:
                found[name] = value
        for name, rows in self.rows.items():
            found[name] = [row.data() for row in rows.peek()]
        if asked:
            found["answers"] = asked
        return found

    def read(self) -> Record:
        """Return the record; raises `Invalid` with everything that is wrong."""
        data = self.data()
        wrong: dict[str, str] = {}
        try:
            form = self.takes.read(data)
        except Invalid as problem:
            wrong = {**problem.fields}
        if self.questions:
            try:
                checked = check_answers(self.questions, data.get("answers") or {})
            except Invalid as problem:
                wrong = {**wrong, **problem.fields}
        if wrong:
            raise Invalid(wrong)
        if self.questions:
            form.answers = checked  # type: ignore[attr-defined]
        return form

    def wrong(self) -> dict[str, str]:
        """Return path -> message for all that is wrong now."""
        try:
            self.read()
        except Invalid as problem:
            return problem.fields
        return {}

    def accept(self, result: Any) -> None:
        """Take what `submit` had to say: nothing is wrong any more."""

        def clear() -> None:
            self.place(Invalid({}))
            self.problem.value = ""

        self.status = 0
        self.told = result
        batch(clear)

    def refuse(self, problem: Problem) -> None:
        """Show a problem: at its fields, or above the form."""
        self.status = problem.status
        batch(lambda: self.place(problem))

    def place(self, problem: Problem) -> None:
        self.result.value = None
        fields = {**problem.fields} if isinstance(problem, Invalid) else {}
        for name, error in self.errors.items():
            error.value = fields.pop(name, "")
        for name, rows in self.rows.items():
            for at, row in enumerate(rows.peek()):
                start = f"{name}.{at}."
                inside = {
                    path[len(start) :]: fields.pop(path)
                    for path in list(fields)
                    if path.startswith(start)
                }
                row.refuse(Invalid(inside))
        # What has no control of its own (or is no field at all) still has to be said.
        self.problem.value = " ".join([problem.text(), *fields.values()])

    # Over a page load: as a posted form, and as the state the server hands to the page.

    def take(self, posted: dict[str, list[str]]) -> None:
        """Take a posted form: name of the control -> texts."""
        self.key = "".join(posted.get(KEY, [self.key]))
        for name in self.values:
            self.values[name].value = posted.get(self.prefix + name, [])
        for name, rows in self.rows.items():
            start = f"{self.prefix}{name}."
            numbers = {
                int(number)
                for control in posted
                if control.startswith(start)
                and (number := control[len(start) :].partition(".")[0]).isdecimal()
                and number.isascii()
                and len(number) < 7
            }
            rows.value = []
            for row in sorted(numbers)[:100]:
                self.last_row = row - 1
                self.add(name)
                rows.peek()[-1].take(posted)
        for name in posted.get(ADD, []):
            if name in self.rows:
                self.add(name)
        for prefix in posted.get(REMOVE, []):
            for rows in self.rows.values():
                rows.value = [row for row in rows.peek() if row.prefix != prefix]

    def controls(self) -> dict[str, list[str]]:
        """Return the form as `take` reads it."""
        # But files: nothing can put those back into a form.
        found = {
            self.prefix + name: value.value
            for name, value in self.values.items()
            if self.fields[name].widget != "file"
        }
        for rows in self.rows.values():
            for row in rows.value:
                found.update(row.controls())
        return found

    def state(self) -> dict[str, Any]:
        """Return everything as JSON, for the page that the server renders."""
        return {
            "key": self.key,
            "controls": self.controls(),
            "errors": self.messages(),
            "problem": self.problem.peek(),
            "result": self.result.peek(),
        }

    def has_problem(self) -> bool:
        """Tell whether something is shown as wrong."""
        return bool(self.problem.peek() or self.messages())

    def messages(self) -> dict[str, str]:
        """Return path -> message for what is shown as wrong."""
        found = {name: error.peek() for name, error in self.errors.items() if error.peek()}
        for name, rows in self.rows.items():
            for at, row in enumerate(rows.peek()):
                for path, message in row.messages().items():
                    found[f"{name}.{at}.{path}"] = message
        return found

    def restore(self, state: dict[str, Any]) -> None:
        """Take back what `state` gave."""
        self.take({**state["controls"], KEY: [state["key"]]})
        if state["errors"]:
            self.place(Invalid(state["errors"]))
        self.problem.value = state["problem"]
        self.result.value = state["result"]

    async def send(self) -> None:
        """Submit it, once at a time: a second tap while it is on its way does nothing."""
        if self.pending.peek() or self.sender is None:
            return
        self.pending.value = True
        try:
            await self.sender(self)
        finally:
            self.pending.value = False
