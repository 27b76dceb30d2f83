import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.waiting import offer_minutes, served

groups = st.lists(st.tuples(st.integers(1, 10), st.sampled_from([None, 1, 2])), max_size=20)
lines = groups.map(lambda found: [(id, *group) for id, group in enumerate(found)])
# Of the second kind as many as the event has.
kinds = st.integers(0, 12).map(lambda left: {1: left})


def test_first_come_first_served():
    assert served([(7, 1, None), (8, 1, None), (9, 1, None)], 2, {}) == [7, 8]


def test_who_does_not_fit_is_passed_over_and_keeps_their_turn():
    line = [(7, 3, None), (8, 1, None), (9, 2, None)]
    assert served(line, 2, {}) == [8]
    assert served(line, 4, {}) == [7, 8]


def test_a_kind_without_places_lets_the_next_kind_go_first():
    line = [(7, 1, 1), (8, 1, 2), (9, 1, 1)]
    assert served(line, 5, {1: 0}) == [8]
    assert served(line, 2, {1: 1}) == [7, 8]


@given(lines, st.integers(0, 30), kinds)
def test_never_more_than_there_is_and_nobody_left_who_would_fit(line, left, kinds):
    chosen = served(line, left, kinds)
    free = left - sum(seats for id, seats, _ in line if id in chosen)
    of_one = kinds[1] - sum(seats for id, seats, kind in line if id in chosen and kind == 1)
    assert free >= 0 and of_one >= 0
    assert all(
        seats > (min(free, of_one) if kind == 1 else free)
        for id, seats, kind in line
        if id not in chosen
    )


@given(lines, st.integers(0, 30), kinds)
def test_nobody_is_served_before_an_earlier_one_who_needs_as_much_or_less(line, left, kinds):
    chosen = served(line, left, kinds)
    for at, (id, seats, kind) in enumerate(line):
        if id not in chosen:
            later = [one for one in line[at:] if one[0] in chosen and one[2] == kind]
            assert all(one[1] < seats for one in later)


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
