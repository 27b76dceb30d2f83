"""The picture of an event: whole on its page, small on a card."""

from typing import Any

from contract.events import Event
from qiao.elements import img


def picture(event: Event) -> Any:
    """Return the picture, if there is one that everybody may see."""
    return whole(event.picture) if is_shown(event.picture) else None


def is_shown(found: Any) -> bool:
    return bool(found and found.state == "shown")


def whole(found: Any) -> Any:
    """Return a picture as wide as the page. Its size is told, so that nothing moves later."""
    return img(
        class_="picture",
        src=found.address,
        width=found.width,
        height=found.height,
        alt=found.alt,
    )


def thumbnail(found: Any) -> Any:
    """Return a picture as it stands on a card, whose words say all that matters of it."""
    return img(class_="thumbnail", src=found.small, width=72, height=72, alt="", loading="lazy")
