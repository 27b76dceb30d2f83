"""An event for pages that only its organiser may see."""

from contract import events
from contract.events import Event, NotYours


async def own_event(id: int) -> Event:
    """Return an event of the person who asks; raises `NotYours`."""
    event = await events.get(id=id)
    if not event.mine:
        raise NotYours()
    return event
