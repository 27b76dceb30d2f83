import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.waiting import offer_minutes, served

lines = st.lists(st.integers(1, 10), max_size=20).map(lambda seats: list(enumerate(seats)))


def test_first_come_first_served():
    assert served([(7, 1), (8, 1), (9, 1)], 2) == [7, 8]


def test_who_does_not_fit_is_passed_over_and_keeps_their_turn():
    line = [(7, 3), (8, 1), (9, 2)]
    assert served(line, 2) == [8]
    assert served(line, 4) == [7, 8]


@given(lines, st.integers(0, 30))
def test_never_more_than_there_is_and_nobody_left_who_would_fit(line, left):
    chosen = served(line, left)
    free = left - sum(seats for id, seats in line if id in chosen)
    assert free >= 0
    assert all(seats > free for id, seats in line if id not in chosen)


@given(lines, st.integers(0, 30))
def test_nobody_is_served_before_an_earlier_one_who_needs_as_much_or_less(line, left):
    chosen = served(line, left)
    for at, (id, seats) in enumerate(line):
        if id not in chosen:
            assert all(later[1] < seats for later in line[at:] if later[0] in chosen)


@pytest.mark.parametrize(
    ("hours", "minutes_to_start", "minutes"),
    [
        (24, 30 * 24 * 60, 24 * 60),
        (24, 24 * 60, 12 * 60),
        (24, 60, 30),
        (1, 20, 15),
        (24, 14, 0),
        (24, -5, 0),
    ],
)
def test_an_offer_ends_before_the_event_begins(hours, minutes_to_start, minutes):
    assert offer_minutes(hours, minutes_to_start) == minutes
