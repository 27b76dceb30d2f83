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
    "/organise/events/{id}/guests/{ticket}",
    "/organise/events/{id}/guests/{ticket}/orders/{order}",
    "/organise/events/{id}/cancel",
    "/organise/events/{id}/check-in",
    "/organise/events/{id}/helpers",
    "/organise/events/{id}/guest-file",
    "/organise/events/{id}/picture",
    "/organise/access-tokens",
    "/organise/sessions",
    "/help",
    "/help?code={invitation}",
    "/login",
)


def furnish(organiser, **changes):
    """Return the paths of all pages, as `organiser` sees them with an event and a ticket."""
    event = {"description": "One.\n\nTwo <b>.\nThree", "questions": QUESTIONS, **changes}
    made = organiser.publish(**event)
    ticket = organiser.takes_place(made)
    invitation = organiser.invites(made)
    path = f"/events/{made['id']}/sign-ups/{ticket}/orders"
    order = organiser.post(path, {"amount": 6650}).json()["id"]
    names = {"id": made["id"], "ticket": ticket, "invitation": invitation, "order": order}
    return [path.format(**names) for path in PATHS]
