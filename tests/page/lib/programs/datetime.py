"""`datetime`: days, times, spans and fixed zones."""

# fmt: off

import datetime as module
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta, timezone, tzinfo


def said(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__


print(MINYEAR, MAXYEAR, UTC is timezone.utc, module.date is date, issubclass(timezone, tzinfo))

# -- spans
SPANS = [
    timedelta(), timedelta(1), timedelta(-1), timedelta(days=1.5), timedelta(hours=-1),
    timedelta(weeks=2, days=-3, hours=4, minutes=5, seconds=6, milliseconds=7, microseconds=8),
    timedelta(microseconds=-1), timedelta(seconds=0.1), timedelta(microseconds=0.5),
    timedelta(microseconds=1.5), timedelta(microseconds=2.5), timedelta(weeks=0.1, days=0.7),
    timedelta(days=0.0000001), timedelta(seconds=1e-7), timedelta(days=365 * 400, seconds=1),
    timedelta.min, timedelta.max, timedelta.resolution,
]  # fmt: skip
for span in SPANS:
    print(repr(span), span, span.days, span.seconds, span.microseconds, span.total_seconds(), bool(span))
    print(said(lambda s=span: -s), said(lambda s=span: abs(s)), +span == span, hash(span) == hash(+span))
hour = timedelta(hours=1)
print(hour * 3, 3 * hour, hour * 0.5, hour * 1.1, hour / 7, hour / 0.3, hour // 7, hour / timedelta(minutes=7))
print(timedelta(days=2) // hour, timedelta(1, 5) % hour, divmod(timedelta(-1, 5), hour), hour + hour, hour - 2 * hour)
print(timedelta(0, 0, 1) / 2, timedelta(0, 0, 3) / 2, timedelta(0, 0, 5) / 2, timedelta(0, 0, -3) / 2, hour / -7)
print(hour < 2 * hour, hour >= hour, hour == 3600, hour != hour, sum([hour, hour], timedelta()), max(SPANS))
for wrong in (lambda: timedelta("1"), lambda: hour + 1, lambda: hour < 1, lambda: hour / 0,
              lambda: timedelta(10**9), lambda: hour * "a", lambda: timedelta.max + hour):  # fmt: skip
    print(said(wrong))

# -- days
DAYS = [date(2026, 12, 1), date(2024, 2, 29), date.min, date.max, date(1900, 3, 1), date(2000, 12, 31),
        date(2021, 1, 3), date(2020, 12, 31), date(2008, 12, 29), date(1969, 12, 31)]  # fmt: skip
for day in DAYS:
    print(repr(day), day, day.toordinal(), day.weekday(), day.isoweekday(), tuple(day.isocalendar()), day.ctime())
    # Of early years, how many digits are written depends on the platform.
    print(max(day, date(1000, 1, 1)).strftime("%a %A %b %B %d %e %j %m %y %Y|%U %W %V %G %u %w|%D %F %h %C|%x %c|%H:%M %p %% %Q %"))
    print(said(lambda d=day: d + timedelta(1)), said(lambda d=day: d - timedelta(40, 90000)), f"{day:%d.%m.}|{day}")
for number in (*range(1, 9999), *range(730000, 740000, 7), *range(1, 3652059, 9973), 3652059):
    day = date.fromordinal(number)
    if day.toordinal() != number or day.isocalendar()[2] != day.weekday() + 1:
        print("wrong", number)
print([str(date.fromordinal(number)) for number in range(1, 3652059, 36987)])
print([tuple(date(year, 1, 1).isocalendar()) for year in range(1990, 2030)])
print(date(2026, 3, 1) - date(2024, 2, 28), date(2026, 1, 1).replace(day=31), date(2026, 1, 1).replace(2024, 2, 29))
print(date(2026, 1, 1) < date(2026, 1, 2), date(2026, 1, 1) == date(2026, 1, 1), date(2026, 1, 1) != 1, min(DAYS))
print(date.fromisocalendar(2026, 53, 7), date.fromisocalendar(2025, 1, 1), {date(2026, 1, 1): 1}[date(2026, 1, 1)])
for text in ("2026-12-01", "20261201", "2026-W49-2", "2026W492", "2026-W49", "2026-13-01", "2026-02-30", "2026-1-1",
             "2026-12-1", "2026-1201", "202612-01", "", "2026", "2026-12-01T00", "２026-12-01", "2026-W54-1", "2026-W01-8"):
    print(text, said(lambda: date.fromisoformat(text)))
for wrong in (lambda: date(2026, 2, 29), lambda: date(0, 1, 1), lambda: date(2026, 13, 1), lambda: date(2026.0, 1, 1),
              lambda: date(2026, 1, 1) < 1, lambda: date(2026, 1, 1) + 1, lambda: date.fromordinal(0),
              lambda: date(2026, 1, 1) < datetime(2026, 1, 1), lambda: date.fromisocalendar(2025, 53, 1)):  # fmt: skip
    print(said(wrong))

# -- times of day
EAST, WEST = timezone(timedelta(hours=8)), timezone(timedelta(hours=-3, minutes=-30), "NST")
ODD = timezone(timedelta(seconds=1, microseconds=5))
TIMES = [time(), time(9, 5), time(19, 0, 5), time(23, 59, 59, 999999), time(0, 0, 0, 1), time(7, tzinfo=UTC),
         time(12, 30, tzinfo=EAST), time(1, 2, 3, 4000, WEST), time(5, fold=1), time(5, tzinfo=ODD)]  # fmt: skip
for one in TIMES:
    print(repr(one), one, one.utcoffset(), one.tzname(), one.dst(), one.strftime("%H %I %k %l %M %S %f %p|%z|%Z|%X %T %R"))
    print(*(one.isoformat(spec) for spec in ("hours", "minutes", "seconds", "milliseconds", "microseconds")))
print(time(9) < time(10), time(9) == time(9, 0, 0), time(9, tzinfo=UTC) == time(17, tzinfo=EAST), time(9) == time(9, tzinfo=UTC))
print(time(9, 5).replace(minute=6, tzinfo=EAST), time(9).strftime("%Y-%m-%d %a"), f"{time(9, 5):%H.%M}", bool(time()))
for text in ("09:05", "09", "0905", "090507", "09:05:07.5", "09:05:07,123456789", "09:05Z", "09:05+08:00", "T09:05",
             "09:05-0330", "09:05:07.1+00:00", "24:00", "9:05", "09:60", "09:5", "09:05:", "09:05+25:00", "", "09-05"):
    print(text, said(lambda: repr(time.fromisoformat(text))))
for zone in (UTC, EAST, WEST, ODD, timezone.min, timezone.max, timezone(timedelta(0), "here")):
    print(repr(zone), zone, zone.utcoffset(None), zone.tzname(None), zone == UTC, zone == timezone(timedelta(hours=8), "x"))
for wrong in (lambda: time(24), lambda: time(1, 60), lambda: time(9) < time(9, tzinfo=UTC), lambda: time(9) < 1,
              lambda: timezone(timedelta(1)), lambda: timezone(8), lambda: time(9, tzinfo=8), lambda: tzinfo().utcoffset(None)):
    print(said(wrong))

# -- both
WHEN = [datetime(2026, 12, 1, 19), datetime(2024, 2, 29, 23, 59, 59, 999999), datetime.min, datetime.max,
        datetime(2026, 12, 1, 19, tzinfo=EAST), datetime(1970, 1, 1, tzinfo=UTC), datetime(2026, 6, 1, 1, 2, 3, 4, WEST)]
for when in WHEN:
    print(repr(when), when, when.isoformat(), when.date(), when.time(), repr(when.timetz()), when.ctime(), when.utcoffset())
    print(when.strftime("%c|%x %X|%Y-%m-%dT%H:%M:%S.%f%z %Z|%j %I%p"), f"{when:%d %B, %H:%M}", when.isoformat(" ", "minutes"))
    print(said(lambda w=when: w + timedelta(hours=5, microseconds=7)), said(lambda w=when: w - timedelta(days=366, seconds=1)))
    if when.tzinfo:
        print(when.timestamp(), when.astimezone(UTC), when.astimezone(WEST), repr(datetime.fromtimestamp(when.timestamp(), EAST)))
print(WHEN[0] - WHEN[1], WHEN[4] - WHEN[5], WHEN[4] - WHEN[6], WHEN[0] < WHEN[3], WHEN[4] > WHEN[6], WHEN[0] == WHEN[4])
print(WHEN[4] == WHEN[4].astimezone(UTC), hash(WHEN[4]) == hash(WHEN[4].astimezone(UTC)), WHEN[0] == date(2026, 12, 1))
print(WHEN[0].replace(2025, hour=3), repr(WHEN[0].replace(tzinfo=UTC, fold=1)), isinstance(WHEN[0], date), WHEN[0].weekday())
print(datetime.combine(date(2026, 1, 2), time(3, 4, tzinfo=EAST)), datetime.combine(date(2026, 1, 2), time(3), UTC))
print([str(datetime.fromtimestamp(seconds, UTC)) for seconds in (0, 1.5, -1.5, 1e9, 1764586800, 1764586800.123456, -62135596800)])
print([datetime.fromtimestamp(s).timestamp() == s for s in (0, 1e9, 1.7e9, 1764586800.25)], datetime(2026, 12, 1).astimezone().timestamp() == datetime(2026, 12, 1).timestamp())
for text in ("2026-12-01", "2026-12-01T19:00", "2026-12-01 19:00:05", "20261201T190005", "2026-12-01T19:00:05.123Z",
             "2026-12-01T19:00+08:00", "2026-W49-2T19", "2026W492T19", "2026-W49T19:00", "2026-12-01T", "2026-12-01T25:00",
             "2026-02-30T10:00", "2026-12-01X19:00", "x", "2026-12-01T19:00:05.1234567", "20261201", "2026-12-01T19:00z"):
    print(text, said(lambda: repr(datetime.fromisoformat(text))))
for text, format in (
    ("2026-12-01", "%Y-%m-%d"), ("1/2/26 3:04 PM", "%d/%m/%y %I:%M %p"), ("Tue 1 Dec 2026", "%a %d %b %Y"), ("12am", "%I%p"),
    ("December 1, 2026", "%B %d, %Y"), ("19:00:05.5", "%H:%M:%S.%f"), ("2026-12-01T19:00+0800", "%Y-%m-%dT%H:%M%z"), ("68", "%y"),
    ("2026-12-01T19:00-03:30", "%Y-%m-%dT%H:%M%z"), ("20261201", "%Y%m%d"), ("2026 366", "%Y %j"), ("2024 366", "%Y %j"),
    ("69", "%y"), ("5%", "%d%%"), ("2026-12-01 x", "%Y-%m-%d"), ("2026-13-01", "%Y-%m-%d"), ("26-12-01", "%Y-%m-%d"), ("Z", "%z"),
    ("2026-02-30", "%Y-%m-%d"), ("", "%Y"), ("a", "%Q"), ("  7", " %d"), ("MAY 3", "%b %d"), ("2026年12月1日", "%Y年%m月%d日"),
    ("12/01/26", "%x"), ("19:00:00", "%T" if False else "%X"), ("31", "%d"), ("45", "%d"), ("1112", "%d%m"), ("112", "%d%m"),
):
    print(text, format, said(lambda: repr(datetime.strptime(text, format))))
for wrong in (lambda: datetime(2026, 1, 1, 24), lambda: WHEN[0] < WHEN[4], lambda: WHEN[0] - WHEN[4], lambda: WHEN[0] - 1,
              lambda: WHEN[0] < date(2026, 1, 1), lambda: datetime.max + timedelta(1), lambda: datetime.min - timedelta(1),
              lambda: datetime(2026, 1, 1).isoformat(timespec="days"), lambda: WHEN[0] + 1):  # fmt: skip
    print(said(wrong))
here, there = datetime.now(), datetime.now(UTC)
print(abs(there.timestamp() - here.timestamp()) < 60, there.tzinfo, here.tzinfo, date.today() in (here.date(), datetime.now().date()))
print(datetime.today() >= here, datetime.now(EAST).utcoffset(), type(here + timedelta(1)).__name__, type(here).min == datetime.min)
state = 7
for _ in range(400):
    state = (state * 1103515245 + 12345) % 2**31
    span = timedelta(state % 200000 - 100000, state % 86399, state % 999983)
    when = datetime(1950 + state % 120, state % 12 + 1, state % 28 + 1, state % 24, state % 60, state % 59, state % 999979)
    print(when + span, when - span, (when + span) - when == span, span / (state % 7 + 1), span * 1.5, (when + span).isocalendar().week)
