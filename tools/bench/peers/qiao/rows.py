"""The table as a page of Qiao: rows hold signals for what changes in them, `each` the rest."""

from __future__ import annotations

from typing import Any

from qiao import each, signal
from qiao.elements import a, button, div, table, tbody, td, tr
from qiao.signals import Signal

path = "/bench/rows"

SIZES = ("big", "small", "long", "short", "wide", "narrow", "round", "flat", "tiny", "vast")
COLOURS = ("red", "green", "blue", "white", "black", "brown", "grey", "pink", "gold", "jade")
THINGS = ("bridge", "boat", "lamp", "kite", "bell", "cup", "fan", "gate", "drum", "scroll")


class Row:
    """A row: its number stays, its label and whether it is chosen change."""

    def __init__(self, id: int, label: str) -> None:
        self.id = id
        self.label = signal(label)
        self.chosen = signal(False)


class Table:
    """The rows, and what the buttons do to them."""

    def __init__(self) -> None:
        self.rows: Signal[list[Row]] = signal([])
        self.chosen: Row | None = None
        self.next = 1
        self.seed = 42

    def draw(self, words: tuple[str, ...]) -> str:
        self.seed = (self.seed * 171 + 11213) % 53125
        return words[self.seed % len(words)]

    def make(self) -> list[Row]:
        rows = []
        for _ in range(1000):
            label = f"{self.draw(SIZES)} {self.draw(COLOURS)} {self.draw(THINGS)}"
            rows.append(Row(self.next, label))
            self.next += 1
        return rows

    def create(self) -> None:
        self.chosen = None
        self.rows.value = self.make()

    def append(self) -> None:
        self.rows.value = self.rows.value + self.make()

    def update(self) -> None:
        for row in self.rows.value[::10]:
            row.label.value += " !!!"

    def swap(self) -> None:
        rows = list(self.rows.value)
        if len(rows) >= 999:
            rows[1], rows[998] = rows[998], rows[1]
            self.rows.value = rows

    def clear(self) -> None:
        self.chosen = None
        self.rows.value = []

    def choose(self, row: Row) -> None:
        if self.chosen is not None:
            self.chosen.chosen.value = False
        self.chosen = row
        row.chosen.value = True

    def remove(self, gone: Row) -> None:
        self.rows.value = [row for row in self.rows.value if row is not gone]


def title(_data: Any) -> str:
    return "Rows"


def view(_data: Any) -> Any:
    rows = Table()
    return [
        div[
            button(type="button", id="create", on_click=rows.create)["Create 1,000"],
            button(type="button", id="append", on_click=rows.append)["Append 1,000"],
            button(type="button", id="update", on_click=rows.update)["Update every 10th"],
            button(type="button", id="swap", on_click=rows.swap)["Swap two"],
            button(type="button", id="clear", on_click=rows.clear)["Clear"],
        ],
        table[
            tbody(id="rows")[
                each(rows.rows, key=lambda row: row.id, render=lambda row: line(rows, row))
            ]
        ],
    ]


def line(rows: Table, row: Row) -> Any:
    return tr(class_=lambda: "chosen" if row.chosen.value else None)[
        td(class_="id")[row.id],
        td(class_="label")[a(on_click=lambda: rows.choose(row))[row.label]],
        td[a(class_="remove", on_click=lambda: rows.remove(row))["×"]],
    ]
