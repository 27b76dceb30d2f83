"""All pages of the app, with something on each of them."""

from tests.e2e.person import QUESTIONS

PATHS = (
    "/",
    "/events/{id}",
    "/events/{id}/sign-up",
    "/tickets",
    "/tickets/{ticket}",
    "/tickets/{ticket}/cancel",
    "/organise",
    "/organise/events/new",
    "/organise/events/{id}",
    "/organise/events/{id}/edit",
    "/organise/events/{id}/check-in",
    "/login",
)


def furnish(organiser, **changes):
    """Return the paths of all pages, as `organiser` sees them with an event and a ticket."""
    event = {"description": "One.\n\nTwo <b>.\nThree", "questions": QUESTIONS, **changes}
    made = organiser.publish(**event)
    ticket = organiser.takes_place(made)
    return [path.format(id=made["id"], ticket=ticket) for path in PATHS]
