"""Coroutines side by side, and waiting; the same on both ends."""

import pytest

from qiao.tasks import gather
from qiao.timers import sleep


async def double(number):
    await sleep(0)
    if number < 0:
        raise ValueError("on purpose")
    return number * 2


async def test_results_come_in_the_order_of_the_coroutines():
    assert list(await gather(double(1), double(2))) == [2, 4]


async def test_nothing_to_wait_for():
    assert list(await gather()) == []


async def test_the_first_failure_is_raised():
    with pytest.raises(ValueError, match="on purpose"):
        await gather(double(1), double(-1), double(3))
