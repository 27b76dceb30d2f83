"""Native calls: what only the shell can do, asked by the page and answered through here."""

from qiao.contract.choices import choice
from qiao.contract.endpoints import endpoint
from qiao.contract.native_table import HOSTS, KINDS
from qiao.contract.numbers import integer
from qiao.contract.problems import Problem
from qiao.contract.records import Record, record, records
from qiao.contract.texts import lines, text
from qiao.i18n import N_

STATES = ("waiting", "done", "cancelled", "denied", "failed")

# A photo as hosts compress it, in base64.
LONGEST_RESULT = 3_000_000
LARGEST_ANSWER = 4 * 1024 * 1024


class NativeCallArguments(Record):
    """What a call is about; which of these, its kind says."""

    order = text("Order to pay", max=64, optional=True)
    templates = lines("Names of messages to subscribe to", max=40, most=5, optional=True)
    title = text("Title of the share card", max=100, optional=True)
    link = text("Path to share", max=400, optional=True)
    picture = text("Picture to save, as a data: address", max=200_000, optional=True)


class NativeCallForm(Record):
    kind = choice("Kind", KINDS)
    host = choice("Host", HOSTS)
    # Where the page is, and which call of it this is: so that it is found by a page loaded anew.
    path = text("Path of the page", max=400)
    key = text("Which call of the page", max=400)
    arguments = record("Arguments", NativeCallArguments, optional=True)


class NativeCall(Record):
    id = text("Call id", max=40)
    kind = choice("Kind", KINDS)
    key = text("Which call of the page", max=400)
    state = choice("State", STATES)
    result = text("Result, as JSON", max=LONGEST_RESULT, optional=True)
    expires_in = integer("Seconds until it expires")


class NativeCalls(Record):
    items = records("Calls", NativeCall)


class NativeCallPlace(Record):
    path = text("Path of the page", max=400)


class NativeCallReader(Record):
    reader = text("What the page that reads calls itself", max=40)


class NativeCallStarted(Record):
    id = text("Call id", max=40)
    token = text("Token that lets the shell answer, once", max=100)
    expires_in = integer("Seconds until it expires")


class NativeCallToken(Record):
    token = text("Token", max=100)


class NativeCallBegun(Record):
    """What the shell needs to do it."""

    kind = choice("Kind", KINDS)
    state = choice("State", STATES)
    arguments = record("Arguments", NativeCallArguments)
    payment = text("What the host's cashier takes, as JSON", max=4000, optional=True)


class NativeCallEnd(Record):
    state = choice("State", STATES)


class NativeCallAnswer(Record):
    token = text("Token", max=100)
    state = choice("State", STATES[1:])
    result = text("Result, as JSON", max=LONGEST_RESULT, optional=True)


class NativeCallNotFound(Problem):
    """No such call of this caller, or it has expired, or its answer was taken."""

    status = 404
    message = N_("This request has expired. Try again.")


class NotOffered(Problem):
    """This server is not set up for such a call from this host."""

    status = 409
    message = N_("This isn’t set up here yet.")


create = endpoint(
    "POST /native-calls",
    takes=NativeCallForm,
    gives=NativeCallStarted,
    fails=[NotOffered],
    who="guest",
)
get = endpoint("GET /native-calls/<id>", gives=NativeCall, fails=[NativeCallNotFound], who="guest")
# The answer goes to one reader: a page that is loaded anew must not act on it a second time.
take = endpoint(
    "POST /native-calls/<id>/take",
    takes=NativeCallReader,
    gives=NativeCall,
    fails=[NativeCallNotFound],
    who="guest",
)
# For a page that was loaded anew: what the one before still waits for.
find = endpoint("GET /native-calls", takes=NativeCallPlace, gives=NativeCalls, who="guest")
# The shell has no session of the page: the token is its right.
begin = endpoint(
    "POST /native-calls/<id>/begin",
    takes=NativeCallToken,
    gives=NativeCallBegun,
    fails=[NativeCallNotFound],
)
answer = endpoint(
    "POST /native-calls/<id>/result",
    takes=NativeCallAnswer,
    gives=NativeCallEnd,
    fails=[NativeCallNotFound],
    largest=LARGEST_ANSWER,
)
