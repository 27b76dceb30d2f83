"""Ticket kinds: the tickets of one event, each with its own price, places and time of sale."""

from qiao.contract import Record, choice, integer, local_time, money, text
from qiao.i18n import N_

# At one event.
MOST = 10
# 100,000 yuan.
HIGHEST_PRICE = 10_000_000

STATES = ("open", "full", "early", "closed")


class TicketKindForm(Record):
    """A kind as the organiser writes it."""

    id = integer(N_("Id of the kind of ticket"), min=1, optional=True)
    name = text(N_("Name of the ticket"), max=40)
    price = money(
        N_("Price in yuan"), max=HIGHEST_PRICE, default=0, help=N_("Of one place; 0 is free.")
    )
    capacity = integer(
        N_("Places for this ticket"),
        min=1,
        max=100_000,
        optional=True,
        help=N_("Left empty: as many as the event has left."),
    )
    opens_at = local_time(N_("On sale from"), optional=True)
    closes_at = local_time(N_("On sale until"), optional=True)


class TicketKind(Record):
    id = integer("Ticket kind id")
    name = text("Name of the ticket", max=40)
    price = integer("Price of one place in fen")
    # Null: those of the event.
    capacity = integer("Places for this ticket", optional=True)
    taken = integer("Places taken")
    places_left = integer("Places left")
    opens_at = local_time("On sale from", optional=True)
    closes_at = local_time("On sale until", optional=True)
    state = choice("State", STATES)
