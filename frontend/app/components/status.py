"""What has become of a sign-up, in words."""

from qiao import gettext as _


def status_text(status: str) -> str:
    """Return the word for a status."""
    texts = {
        "confirmed": _("Confirmed"),
        "cancelled": _("Cancelled"),
    }
    return texts[status]
