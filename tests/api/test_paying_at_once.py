"""A payment, told several times, while the time to pay runs out."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from backend import orders, waiting
from backend.models import Event, Job, Order, SignUp, TicketKind
from backend.platforms.bills import Payment
from tests.clients import all_at_once
from tests.platforms.people import Payer

pytest_plugins = ["tests.platforms.fixtures"]


def test_whatever_comes_first_it_is_one_place_and_one_payment(in_wechat, wechat_pay, database):
    organiser, guest = in_wechat("organiser"), Payer(in_wechat("guest"), wechat_pay)
    event = organiser.publish(capacity=1, kinds=[{"name": "Adult", "price": 100, "capacity": 1}])
    now = datetime.now(UTC)
    for round in range(5):
        order = guest.sign_up(event)["order"]
        with database.transaction(writes=False) as db:
            sign_up = db.scalar(select(SignUp.id).order_by(SignUp.id.desc()).limit(1))
        late = now + timedelta(minutes=20)

        def come(number, order=order, sign_up=sign_up, late=late):
            def work(db):
                if number % 2:
                    orders.settle(db, Payment(order, 100, f"t{number}"), now)
                else:
                    waiting.end_offer(db, late, sign_up)

            database.run(work, writes=True, repeatable=True)

        all_at_once(6, come)
        with database.transaction(writes=False) as db:
            assert db.get(SignUp, sign_up).status == "confirmed"
            assert db.get(Order, order).state == "paid"
            assert db.scalars(select(Event.taken)).one() == 1
            assert db.scalars(select(TicketKind.taken)).one() == 1
            refunds = db.scalars(select(Job.kind).where(Job.kind == "refund")).all()
            assert len(refunds) == round
        guest.someone.cancel(guest.code)
