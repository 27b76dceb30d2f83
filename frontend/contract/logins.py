"""Logins: a host's code becomes a one-time ticket, the ticket a session."""

from qiao.contract import Problem, Record, choice, endpoint, flag, integer, text
from qiao.i18n import N_

# "code" is no host: somebody types what `create_code` gave them on their phone.
HOSTS = ("preview", "wechat", "alipay", "douyin", "qq", "kuaishou", "baidu", "code")


class LoginForm(Record):
    host = choice("Host", HOSTS)
    code = text(N_("Your name"), max=200)


class Login(Record):
    ticket = text("One-time ticket", max=100)
    expires_in = integer("Seconds until it expires")


class Person(Record):
    """Who is calling; `name` is empty for nobody and for a guest without an account."""

    name = text("Name", max=80, optional=True, default="")
    signed_in = flag("Signed in")
    # May anybody log in by a mere name? Only in previews.
    preview = flag("Preview login")


class HostClosed(Problem):
    """This server doesn't take logins from this host."""

    status = 403
    message = N_("Logging in from {host} is not open here.")


class LoginRefused(Problem):
    """The host does not vouch for this code."""

    status = 401
    message = N_("The login did not work. Try again.")


class CodeRefused(Problem):
    """No such login code: used, too old, or mistyped."""

    status = 401
    message = N_("This code is not valid, or has expired. Get another one on your phone.")


class LoginCode(Record):
    code = text("Code to type on the other device", max=20)
    address = text("Page to type it into", max=200)
    expires_in = integer("Seconds until it expires")


class JoinForm(Record):
    code = text(N_("Code"), max=40)


class LoginRequired(Problem):
    """Nobody is signed in, or the session has ended."""

    status = 401
    message = N_("Sign in first.")


create = endpoint(
    "POST /logins",
    takes=LoginForm,
    gives=Login,
    fails=[HostClosed, LoginRefused, CodeRefused],
    sessions_only=True,
)
create_code = endpoint("POST /login-codes", gives=LoginCode, who="user", sessions_only=True)
join = endpoint(
    "POST /logins/joins",
    takes=JoinForm,
    gives=Person,
    fails=[CodeRefused],
    who="user",
    sessions_only=True,
)
me = endpoint("GET /me", gives=Person)
