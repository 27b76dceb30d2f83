"""Local times and moments: what the clock at a place shows, and when that is."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones


def is_zone(name: str) -> bool:
    """Tell whether the tz database has a zone of this name."""
    return name in _zones()


def moment(local: str, zone: str) -> datetime | None:
    """Return the moment in UTC of a local time such as `2026-12-01T19:00`.

    `None` when the clock there never shows it: in spring an hour is left out, and the calendar
    ends. In autumn an hour comes twice; the first is meant.
    """
    naive = datetime.fromisoformat(local)
    try:
        found = naive.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
        back = found.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    except OverflowError:
        return None
    return found if back == naive else None


def local_time(when: datetime, zone: str) -> str:
    """Return what the clock in `zone` shows at a moment."""
    return when.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%dT%H:%M")


@cache
def _zones() -> frozenset[str]:
    # `localtime` is whatever this machine is set to; `Factory` means "not set".
    return frozenset(available_timezones() - {"localtime", "Factory"})
