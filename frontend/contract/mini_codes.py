"""Mini program codes, which open an event inside WeChat."""

from contract.events import EventNotFound
from qiao.contract import Record, endpoint, text
from qiao.contract.native_calls import NotOffered

# A picture of 430 pixels, in base64.
LONGEST = 1_000_000


class MiniCode(Record):
    picture = text("Picture, as a data: address", max=LONGEST)


create = endpoint(
    "POST /events/<int:id>/mini-code",
    gives=MiniCode,
    fails=[EventNotFound, NotOffered],
    who="organiser",
)
