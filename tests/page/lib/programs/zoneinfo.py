"""`zoneinfo`: zones by name, over the changes of their clocks."""

# fmt: off
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

for key in ("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC", "Asia/Urumqi"):
    zone = ZoneInfo(key)
    print(repr(zone), zone, zone.key, zone == ZoneInfo(key))
    for month in range(1, 13):
        when = datetime(2026, month, 15, 12, tzinfo=zone)
        print(when, when.utcoffset(), when.dst(), when.astimezone(UTC), when.timestamp())
berlin = ZoneInfo("Europe/Berlin")
start = datetime(2026, 3, 29, 0, tzinfo=UTC)
print([str((start + timedelta(minutes=30 * at)).astimezone(berlin)) for at in range(6)])
start = datetime(2026, 10, 24, 23, tzinfo=UTC)
print([repr((start + timedelta(minutes=30 * at)).astimezone(berlin)) for at in range(8)])
for clock in ((2026, 3, 29, 2, 30), (2026, 10, 25, 2, 30), (2026, 10, 25, 3, 30)):
    for fold in (0, 1):
        when = datetime(*clock, tzinfo=berlin, fold=fold)
        print(when, when.utcoffset(), when.astimezone(UTC), when.timestamp())
print(datetime(2026, 3, 28, 12, tzinfo=berlin) + timedelta(1), datetime(1990, 7, 1, tzinfo=ZoneInfo("Asia/Shanghai")))
print(datetime(2026, 12, 1, 19, tzinfo=ZoneInfo("Asia/Shanghai")) - datetime(2026, 12, 1, 19, tzinfo=berlin))
for wrong in ("Nowhere/City", "x"):
    try:
        ZoneInfo(wrong)
    except ZoneInfoNotFoundError as error:
        print(isinstance(error, KeyError), wrong)
