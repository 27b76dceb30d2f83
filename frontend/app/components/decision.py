"""What an organiser decides by a form whose buttons carry the decision."""

from typing import Any

from qiao import Entry
from qiao.elements import button, span


def decide(entry: Entry, decision: str, text: str, look: str) -> Any:
    """Return a button that sends the form with this decision; without script by its value."""
    return button(
        type="submit",
        name="decision",
        value=decision,
        class_=look,
        aria_disabled=lambda: "true" if entry.pending.value else None,
        on_click=lambda event: entry.type("decision", [decision]),
    )[span[text]]
