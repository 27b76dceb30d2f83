"""Long lists, a page at a time: a cursor says where the next page begins."""

from qiao.contract import Problem, Record, text
from qiao.i18n import N_

LONGEST = 40


class ListQuery(Record):
    # The `next` of the page before; without one the list begins.
    cursor = text("Where the page begins", max=LONGEST, optional=True)


class BadCursor(Problem):
    """The cursor is none that this API has given."""

    status = 422
    message = N_("The list has no such page. Begin at its first one.")
