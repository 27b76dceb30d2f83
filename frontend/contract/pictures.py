"""Pictures: an event has one, or none."""

from contract.events import Event, EventNotFound, NotYours, UnsuitableText
from qiao.contract import Problem, Record, endpoint, text, upload
from qiao.i18n import N_

LARGEST = 10 * 1024 * 1024
# What phones take and programs write. An iPhone makes a JPEG of its own format for these.
ACCEPT = "image/jpeg,image/png,image/webp"


class PictureForm(Record):
    # Without one, the picture that is there gets the words.
    picture = upload(
        N_("Picture"),
        max=LARGEST,
        accept=ACCEPT,
        optional=True,
        help=N_("A JPEG, PNG or WebP of 10 MB at most."),
    )
    alt = text(
        N_("What can be seen on it"),
        max=200,
        optional=True,
        help=N_("It is read to people who don't see the picture."),
    )


class PicturesClosed(Problem):
    """WeChat wants to check pictures, and this server is not set up to be told what it found."""

    status = 403
    message = N_("Pictures can't be taken here from WeChat.")


put = endpoint(
    "POST /events/<int:id>/picture",
    takes=PictureForm,
    gives=Event,
    fails=[EventNotFound, NotYours, PicturesClosed, UnsuitableText],
    who="organiser",
    largest=LARGEST + 256 * 1024,
)
remove = endpoint(
    "POST /events/<int:id>/picture/removal",
    gives=Event,
    fails=[EventNotFound, NotYours],
    who="organiser",
)
