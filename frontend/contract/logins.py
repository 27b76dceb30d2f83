"""Logins: a host's code becomes a one-time ticket, the ticket a session."""

from qiao.contract import Problem, Record, choice, endpoint, flag, integer, text
from qiao.i18n import N_

HOSTS = ("preview", "wechat", "alipay")


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


class LoginRequired(Problem):
    """Nobody is signed in, or the session has ended."""

    status = 401
    message = N_("Sign in first.")


create = endpoint("POST /logins", takes=LoginForm, gives=Login, fails=[HostClosed, LoginRefused])
me = endpoint("GET /me", gives=Person)
