"""Native calls: what only the shell can do, asked by the page and answered through here."""

from qiao.contract.choices import choice
from qiao.contract.endpoints import endpoint
from qiao.contract.numbers import integer
from qiao.contract.problems import Problem
from qiao.contract.records import Record
from qiao.contract.texts import text
from qiao.i18n import N_

KINDS = ("scan",)
STATES = ("waiting", "done", "cancelled", "denied", "failed")


class NativeCallForm(Record):
    kind = choice("Kind", KINDS)


class NativeCall(Record):
    id = text("Call id", max=40)
    kind = choice("Kind", KINDS)
    state = choice("State", STATES)
    result = text("Result", max=4000, optional=True)


class NativeCallStarted(Record):
    id = text("Call id", max=40)
    token = text("Token that lets the shell answer, once", max=100)
    expires_in = integer("Seconds until it expires")


class NativeCallAnswer(Record):
    token = text("Token", max=100)
    state = choice("State", STATES[1:])
    result = text("Result", max=4000, optional=True)


class NativeCallNotFound(Problem):
    """No such call of this caller, or it has expired."""

    status = 404
    message = N_("This request has expired. Try again.")


create = endpoint("POST /native-calls", takes=NativeCallForm, gives=NativeCallStarted, who="guest")
get = endpoint("GET /native-calls/<id>", gives=NativeCall, fails=[NativeCallNotFound], who="guest")
# The shell answers: it has no session of the page, the token is its right.
answer = endpoint(
    "POST /native-calls/<id>/result",
    takes=NativeCallAnswer,
    gives=NativeCall,
    fails=[NativeCallNotFound],
)
