"""Sessions: where somebody is signed in, and how to end that."""

from qiao.contract import Problem, Record, choice, endpoint, flag, integer, local_time, records
from qiao.i18n import N_

APPS = (
    *("wechat", "alipay", "douyin", "qq", "kuaishou", "baidu"),
    *("chrome", "edge", "firefox", "safari", "other"),
)
SYSTEMS = ("iphone", "ipad", "harmony", "android", "windows", "mac", "linux", "other")


class LoginSession(Record):
    id = integer("Session")
    app = choice("Signed in with", APPS)
    system = choice("On", SYSTEMS)
    began = local_time("Signed in, UTC")
    seen = local_time("Last seen, UTC, to the hour")
    # The same, counted from this answer: nobody knows the zone of who reads it.
    began_hours = integer("Whole hours since it began")
    seen_hours = integer("Whole hours since it was last seen")
    current = flag("The one that asks")


class LoginSessions(Record):
    items = records("Sessions", LoginSession)


class SessionNotFound(Problem):
    """No such session of this person, or it has ended."""

    status = 404
    message = N_("That session has ended already.")


find = endpoint("GET /sessions", gives=LoginSessions, who="user", sessions_only=True)
end = endpoint(
    "POST /sessions/<int:id>/end",
    gives=LoginSessions,
    fails=[SessionNotFound],
    who="user",
    sessions_only=True,
)
end_others = endpoint(
    "POST /sessions/end-others", gives=LoginSessions, who="user", sessions_only=True
)
