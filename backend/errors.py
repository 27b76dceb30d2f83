"""Problems that any request can meet, whatever it asks for, in the contract's one shape."""

from __future__ import annotations

from werkzeug.exceptions import HTTPException

from qiao.contract import Problem
from qiao.i18n import N_


class NotFound(Problem):
    """Nothing has this address."""

    status = 404
    message = N_("There is nothing at this address.")


class MethodNotAllowed(Problem):
    """The address exists, but not for this method."""

    status = 405
    message = N_("That can't be done at this address.")


class BadRequest(Problem):
    """The request is not HTTP as it should be."""

    status = 400
    message = N_("The request can't be read.")


class BadJson(Problem):
    """The body is not JSON."""

    status = 400
    message = N_("The body is not valid JSON.")


class NotJson(Problem):
    """The body is declared as something else than JSON."""

    status = 415
    message = N_("Send JSON, with Content-Type: application/json.")


class NotMultipart(Problem):
    """The body is declared as something else than a form with files."""

    status = 415
    message = N_("Send a form with a file, with Content-Type: multipart/form-data.")


class TooLarge(Problem):
    """The body is larger than anything that is meant to be sent."""

    status = 413
    message = N_("That is more than can be sent at once.")


class CrossSite(Problem):
    """A write that another site made a browser send."""

    status = 403
    message = N_("This came from another site, so it was not carried out.")


class BadKey(Problem):
    """The idempotency key can't serve as one."""

    status = 400
    message = N_(
        "Idempotency-Key must have 1 to 100 visible characters, and at least 16 without a session."
    )


class KeyReused(Problem):
    """The idempotency key was used before, for something else."""

    status = 409
    message = N_("This Idempotency-Key was used for another request.")


class TooManyRequests(Problem):
    """More than one address, or one user, may ask for in a while: see `backend.limits`."""

    status = 429
    message = N_("That is more than we can answer. Try again in {retry_after} s.")


class Internal(Problem):
    """A mistake of ours. The request id leads to its traceback in the log."""

    status = 500
    message = N_("Something went wrong here. It was noted; try again in a while.")


class Busy(Problem):
    """The database stayed busy, or is away. Nothing was done; the same again may succeed."""

    status = 503
    message = N_("Too much is going on here right now. Nothing was changed; try again in a moment.")


class Uncertain(Problem):
    """The connection to the database broke at the one moment when nobody can tell."""

    status = 503
    message = N_("The connection broke off. See whether this was done before you try again.")


class HostAway(Problem):
    """The platform that has to be asked for this does not answer, or is busy. Nothing was done."""

    status = 503
    message = N_("WeChat or Alipay does not answer right now. Try again in a moment.")


# What any endpoint may answer beside its own problems: these stand in OpenAPI, too.
ALWAYS: tuple[type[Problem], ...] = (Internal, Busy, TooManyRequests)
WITH_BODY: tuple[type[Problem], ...] = (BadJson, NotJson, TooLarge)
WITH_FILES: tuple[type[Problem], ...] = (BadRequest, NotMultipart, TooLarge)
WRITES: tuple[type[Problem], ...] = (BadKey, KeyReused, CrossSite, Uncertain)

_BY_STATUS: dict[int, type[Problem]] = {
    400: BadRequest,
    404: NotFound,
    405: MethodNotAllowed,
    413: TooLarge,
    415: NotJson,
}


def problem_of(error: HTTPException) -> Problem:
    """Return the problem that says what an HTTP error of Flask or Werkzeug says."""
    kind = _BY_STATUS.get(error.code or 500)
    if kind is not None:
        return kind()
    problem = Internal() if (error.code or 500) >= 500 else BadRequest()
    problem.status = error.code or 500
    return problem
