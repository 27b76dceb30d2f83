"""Access tokens: what somebody's scripts call the API with, `Authorization: Bearer qiao_…`."""

from qiao.contract import (
    Problem,
    Record,
    choice,
    endpoint,
    flag,
    integer,
    local_time,
    records,
    text,
)
from qiao.i18n import N_

SCOPES = ("read", "write")
DAYS = ("7", "30", "90", "365")


class AccessTokenForm(Record):
    name = text(
        N_("Name of the token"), max=60, help=N_("What it is for, so that you know it again.")
    )
    scope = choice(
        N_("Permission"), SCOPES, labels=(N_("Read only"), N_("Read and change")), default="read"
    )
    days = choice(
        N_("Valid for"),
        DAYS,
        labels=(N_("7 days"), N_("30 days"), N_("90 days"), N_("A year")),
        default="30",
    )


class AccessToken(Record):
    id = integer("Access token id")
    name = text("Name", max=60)
    scope = choice("Permission", SCOPES)
    ending = text("Its last characters", max=10)
    made = local_time("Made, UTC")
    expires = local_time("Good until, UTC")
    expired = flag("Good no more")
    used = local_time("Last used, UTC, to the hour", optional=True)


class AccessTokens(Record):
    items = records("Access tokens", AccessToken)


class NewAccessToken(Record):
    """The one time that the token itself is told."""

    id = integer("Access token id")
    token = text("The token", max=100)


class BadToken(Problem):
    """The bearer token of the request is none of ours, was revoked, or has expired."""

    status = 401
    message = N_("This access token is not valid, or not any more.")


class TokenNotAllowed(Problem):
    """What decides who may sign in is out of reach of tokens."""

    status = 403
    message = N_("This can't be done with an access token. Sign in for it.")


class ReadOnlyToken(Problem):
    """The token was made to read only."""

    status = 403
    message = N_("This access token may only read.")


class TooManyTokens(Problem):
    """Somebody with so many has lost sight of them."""

    status = 409
    message = N_("You have {most} access tokens. Revoke one that you don't need.")


class TokenNotFound(Problem):
    """No such access token of this person, or it was revoked."""

    status = 404
    message = N_("This access token was revoked already.")


find = endpoint("GET /access-tokens", gives=AccessTokens, who="user", sessions_only=True)
create = endpoint(
    "POST /access-tokens",
    takes=AccessTokenForm,
    gives=NewAccessToken,
    fails=[TooManyTokens],
    who="user",
    sessions_only=True,
)
revoke = endpoint(
    "POST /access-tokens/<int:id>/revocation",
    gives=AccessTokens,
    fails=[TokenNotFound],
    who="user",
    sessions_only=True,
)
