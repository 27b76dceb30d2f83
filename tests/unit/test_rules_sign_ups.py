import pytest

from rules.sign_ups import (
    ACTIVE,
    HOLDING,
    ONE,
    STATUSES,
    first_status,
    may_approve,
    may_cancel,
    may_enter,
    may_reject,
)


def test_who_has_places_has_their_one_sign_up():
    assert {*HOLDING} <= {*ACTIVE} <= {*ONE} <= {*STATUSES}


@pytest.mark.parametrize(
    ("approval", "fits", "waiting_list", "costs", "status"),
    [
        (False, True, False, False, "confirmed"),
        (False, True, True, False, "confirmed"),
        (False, True, True, True, "unpaid"),
        (False, False, True, True, "waiting"),
        (False, False, False, False, ""),
        (True, True, False, True, "pending"),
        (True, False, True, False, "pending"),
        (True, False, False, False, ""),
    ],
)
def test_what_a_new_sign_up_becomes(approval, fits, waiting_list, costs, status):
    assert first_status(approval, fits, waiting_list, costs) == status


def test_what_an_organiser_may_decide():
    assert [one for one in STATUSES if may_approve(one)] == ["pending", "rejected"]
    assert {one for one in STATUSES if may_reject(one, False)} == {*ACTIVE}
    assert not any(may_reject(one, True) for one in STATUSES)


def test_only_who_is_confirmed_may_enter():
    assert [status for status in STATUSES if may_enter(status)] == ["confirmed"]


@pytest.mark.parametrize(
    ("over", "checked_in", "may"),
    [(False, False, True), (True, False, False), (False, True, False)],
)
def test_a_place_is_given_up_before_it_is_used(over, checked_in, may):
    assert may_cancel("confirmed", over, checked_in) is may


def test_what_is_cancelled_is_not_cancelled_again():
    assert not may_cancel("cancelled", False, False)
