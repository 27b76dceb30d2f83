"""Page errors: what failed in somebody's page, told by the page to those who can mend it."""

from qiao.contract import Endpoint, Problem, Record, endpoint, integer, records, text
from qiao.i18n import N_

# Of a recursion the innermost are told.
MOST_FRAMES = 30
LARGEST_REPORT = 16 * 1024


class PageErrorFrame(Record):
    """A line of Python that the error went through."""

    file = text("File, below the frontend folder", max=200)
    line = integer("Line")
    name = text("Function", max=100)


class PageErrorPlace(Record):
    """A place in a packed script, as a browser's stack has it: line and column from 1."""

    script = text("Script", max=100)
    line = integer("Line")
    column = integer("Column")


class PageErrorForm(Record):
    """Nothing that a person typed, and no address: a ticket's code may stand in that."""

    build = text("Build of the page", max=40)
    kind = text("Class of the error", max=100)
    message = text("Message", max=300, optional=True)
    frames = records("Frames, the innermost last", PageErrorFrame, most=MOST_FRAMES)
    places = records(
        "Stack of a JavaScript error, the innermost first",
        PageErrorPlace,
        most=MOST_FRAMES,
        optional=True,
    )


class UnknownBuild(Problem):
    """This server has not made the page's build, or too long ago to know its lines."""

    status = 409
    message = N_("This page is of another build. Reload it.")


class TooManyReports(Problem):
    """Enough is known already; `retry_after` has the seconds until more is taken."""

    status = 429
    message = N_("That was reported often enough for now.")


create: Endpoint[None] = endpoint(
    "POST /page-errors",
    takes=PageErrorForm,
    gives=None,
    fails=[UnknownBuild, TooManyReports],
    largest=LARGEST_REPORT,
)
