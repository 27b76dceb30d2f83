"""`kill -9` at any moment: what was answered is there afterwards, and there once.

python3 build.py test tests/load --rounds 20
"""

import random
import time

import pytest
from sqlalchemy import func, select

from backend.codes import show
from backend.db import Database
from backend.models import Message, SignUp
from tests.clients import Client
from tests.load.crowd import Crowd
from tests.watching import Watch


@pytest.fixture
def signed_up(url):
    """Return name and ticket of everybody who has signed up for an event."""
    database = Database(url)

    def find(event):
        with database.transaction(writes=False) as db:
            rows = db.execute(select(SignUp.name, SignUp.code).where(SignUp.event_id == event))
            return [(name, show(code)) for name, code in rows]

    yield find
    database.close()


def told_of(url, kind):
    """Return how many guests were told something."""
    database = Database(url)
    with database.transaction(writes=False) as db:
        told = db.scalar(select(func.count()).select_from(Message).where(Message.kind == kind))
    database.close()
    return told


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"], scope="session")
def test_killed_processes_lose_and_double_nothing(instance, url, signed_up, rounds):
    machine = instance()
    event = Client(machine.address).log_in("Chen Xiaoyu").publish(capacity=100_000)
    with Watch(url, event), Crowd([machine.address], event) as crowd:
        for number in range(rounds):
            time.sleep(random.uniform(0, 0.5))
            if number % 2:
                machine.kill_one_worker()
            else:
                machine.kill()
                answered = crowd.tickets()
                assert answered.items() <= dict(signed_up(event)).items()
                machine.start()
            crowd.wait_for(20)
    everybody = signed_up(event)
    assert len(everybody) == len(dict(everybody))
    assert dict(everybody) == crowd.tickets()
    print(f"{rounds} rounds, {len(everybody)} sign-ups, {crowd.unanswered} answers lost")


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", ["postgresql"], scope="session")
def test_of_two_machines_one_is_killed(instance, url, signed_up, redis_url):
    # One of them has the worker, and it is that one's turn.
    first = instance(REDIS_URL=redis_url)
    second = instance(REDIS_URL=redis_url, QIAO_WORKER="0")
    organiser = Client(first.address).log_in("Chen Xiaoyu")
    event = organiser.publish(capacity=150, waiting_list=True)
    with Watch(url, event), Crowd([first.address, second.address], event, most=300) as crowd:
        crowd.wait_for(50)
        first.kill()
        crowd.join()
    assert crowd.unanswered > 0
    assert len(crowd.tickets()) == 300
    assert dict(signed_up(event)) == crowd.tickets()
    # Who was signed in at the one is so at the other.
    organiser.address = second.address
    shown = organiser.get(f"/api/events/{event}")
    assert (shown["mine"], shown["taken"], shown["waiting"]) == (True, 150, 150)
    # What the killed worker left is done by the next one.
    organiser.post(f"/api/events/{event}/cancellation", {"reason": "No tea."})
    instance(REDIS_URL=redis_url)
    until = time.monotonic() + 60
    while (told := told_of(url, "called_off")) < 300:
        assert time.monotonic() < until, f"{told} of 300 were told"
        time.sleep(0.1)
