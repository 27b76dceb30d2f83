"""Orders: what a guest is asked to pay, in fen, and what has become of it."""

from contract.events import EventNotFound, NotYours
from contract.sign_ups import SignUpNotFound
from contract.tickets import ForgedTicket, TicketNotFound
from qiao.contract import Problem, Record, choice, endpoint, flag, integer, records, text
from qiao.i18n import N_
from rules.paying import ORDER_STATES

# What people read for each of the states.
ORDER_LABELS = (
    N_("Not paid yet"),
    N_("Not paid"),
    N_("Paid"),
    N_("Being paid back"),
    N_("Paid back"),
)
# 100,000 yuan.
MOST = 10_000_000


class OrderForm(Record):
    amount = integer(N_("Amount in fen"), min=1, max=MOST)


class RefundForm(Record):
    reason = text(N_("Reason"), max=500, multiline=True, optional=True)


class Order(Record):
    id = text("Order id, as the platforms know it", max=32)
    ticket = text("Ticket code", max=40)
    title = text("What it is for", max=120)
    amount = integer("Amount in fen")
    state = choice("State", ORDER_STATES)
    # Paid to the organiser, who pays it back by hand.
    cash = flag("Paid in cash")


class OrderList(Record):
    items = records("Orders", Order)


class OrderNotFound(Problem):
    """There is no such order."""

    status = 404
    message = N_("There is no such order.")


class NotOpen(Problem):
    """Only what is still to be paid can be paid in cash."""

    status = 409
    message = N_("This order can't be paid any more.")


class NotPaid(Problem):
    """Only what was paid can be paid back."""

    status = 409
    message = N_("This order has not been paid.")


create = endpoint(
    "POST /events/<int:id>/sign-ups/<code>/orders",
    takes=OrderForm,
    gives=Order,
    fails=[EventNotFound, NotYours, SignUpNotFound],
    who="organiser",
)
find = endpoint(
    "GET /tickets/<code>/orders",
    gives=OrderList,
    fails=[ForgedTicket, TicketNotFound, NotYours],
    who="holder",
)
# Notices can be late: who has just paid has the platform asked.
check = endpoint("POST /orders/<id>/check", gives=Order, fails=[OrderNotFound], who="guest")
take_cash = endpoint(
    "POST /events/<int:id>/orders/<order>/cash-payment",
    gives=Order,
    fails=[EventNotFound, NotYours, OrderNotFound, NotOpen],
    who="organiser",
)
refund = endpoint(
    "POST /events/<int:id>/orders/<order>/refund",
    takes=RefundForm,
    gives=Order,
    fails=[EventNotFound, NotYours, OrderNotFound, NotPaid],
    who="organiser",
)
