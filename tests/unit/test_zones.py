from datetime import UTC, datetime

import pytest

from backend.zones import is_zone, local_time, moment


@pytest.mark.parametrize("name", ["Asia/Shanghai", "UTC", "America/Argentina/Ushuaia"])
def test_zones_of_the_database(name):
    assert is_zone(name)


@pytest.mark.parametrize("name", ["", "Asia", "asia/shanghai", "/etc/localtime", "localtime", "+8"])
def test_what_is_no_zone(name):
    assert not is_zone(name)


def test_a_local_time_is_a_moment():
    assert moment("2030-12-01T19:00", "Asia/Shanghai") == datetime(2030, 12, 1, 11, tzinfo=UTC)


def test_an_hour_that_is_left_out_in_spring_is_none():
    assert moment("2030-03-31T02:30", "Europe/Berlin") is None


def test_of_an_hour_that_comes_twice_the_first_is_meant():
    assert moment("2030-10-27T02:30", "Europe/Berlin") == datetime(2030, 10, 27, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("local", "zone"),
    [("0001-01-01T00:00", "Asia/Shanghai"), ("9999-12-31T23:59", "America/New_York")],
)
def test_the_calendar_ends(local, zone):
    assert moment(local, zone) is None


def test_a_moment_has_a_local_time():
    assert local_time(datetime(2030, 6, 1, 12, tzinfo=UTC), "Asia/Kolkata") == "2030-06-01T17:30"
