import pytest

from contract.sign_ups import STATUSES
from rules.sign_ups import ACTIVE, HOLDING, may_cancel, may_enter


def test_who_has_places_has_their_one_sign_up():
    assert {*HOLDING} <= {*ACTIVE} <= {*STATUSES}


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
