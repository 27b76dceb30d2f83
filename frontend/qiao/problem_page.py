"""What is shown instead of a page that can't be: what happened, and a way on."""

from __future__ import annotations

from typing import Any

from qiao.contract.problems import Problem
from qiao.elements import a, div, h1, main, p
from qiao.i18n import gettext as _


def title(problem: Problem) -> str:
    return problem.text()


def view(problem: Problem, again: str = "") -> Any:
    """Return the tree; `again` is the address to try once more where that may help.

    After a mistake of the page's own that is a document from the server, which needs no script.
    """
    rel = "external" if problem.status == 500 else None
    return main(class_="problem-page")[
        h1[_("Something is missing here") if problem.status == 404 else _("That did not work")],
        p(role="alert")[problem.text()],
        div(class_="actions")[
            a(class_="button primary", href=again, rel=rel)[_("Try again")] if again else None,
            a(class_="button", href="/")[_("To the events")],
        ],
    ]
