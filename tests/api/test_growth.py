"""Lists stay quick as tables grow: each database finds their rows by an index."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event as events
from sqlalchemy import false, insert, select, text

from backend import cursors
from backend.models import Event, GuestNumber, SignUp

ROWS = 5000


@pytest.fixture
def grown(organiser, database):
    """One event among thousands that are over, with one guest among thousands of others.

    As many are to come. Some that have just ended are not noted as past yet.
    """
    mine = organiser.publish()
    with database.transaction(writes=True) as db:
        row = dict(db.execute(select(Event.__table__)).mappings().one())
        del row["id"]
        past = datetime.now(UTC) - timedelta(days=9)
        over = row | {"starts_at": past, "ends_at": past}
        db.execute(insert(Event), [over | {"past": True}] * ROWS)
        db.execute(insert(Event), [over] * 50)
        db.execute(
            insert(Event),
            [row | {"starts_at": row["starts_at"] + timedelta(days=n)} for n in range(1, ROWS)],
        )
        other = db.scalar(select(Event.id).where(Event.id != mine["id"]).limit(1))
        guest = {
            "event_id": other, "name": "Li Na", "seats": 1, "answers": {}, "status": "confirmed",
            "created_at": past,
        }  # fmt: skip
        db.execute(insert(SignUp), [guest | {"code": f"{n:016}"} for n in range(ROWS)])
    analyse(database)
    return mine


def analyse(database):
    """Have the database count its rows, as it does by itself after a while."""
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for table in ("events", "sign_ups", "guest_numbers"):
            analyze = "ANALYZE TABLE" if database.engine.dialect.name == "mysql" else "ANALYZE"
            connection.execute(text(f"{analyze} {table}"))


@pytest.fixture
def plans(database):
    """Return the plans of what a piece of work reads from a table."""

    def explain(table, work):
        asked = []

        def note(_connection, _cursor, statement, parameters, *_more):
            if statement.startswith("SELECT") and f"FROM {table}" in statement:
                asked.append((statement, parameters))

        events.listen(database.engine, "before_cursor_execute", note)
        work()
        events.remove(database.engine, "before_cursor_execute", note)
        word = "EXPLAIN QUERY PLAN " if database.engine.dialect.name == "sqlite" else "EXPLAIN "
        with database.engine.connect() as connection:
            return [
                "\n".join(str(tuple(line)) for line in connection.exec_driver_sql(word + s, p))
                for s, p in asked
            ]

    return explain


@pytest.fixture
def crowd(grown, organiser, person, database):
    """The event with thousands of guests, one of them at the very end, waiting for approval."""
    person().sign_up(grown, name="First")
    with database.transaction(writes=True) as db:
        row = dict(
            db.execute(select(SignUp.__table__).where(SignUp.name == "First")).mappings().one()
        )
        came = row.pop("created_at")
        del row["id"]
        row |= {"user_id": None, "holder_id": None}
        rows = [
            row
            | {"code": f"c{n:015}", "name": f"Guest {n}", "created_at": came + timedelta(seconds=n)}
            for n in range(1, ROWS)
        ]
        rows[-1] |= {"status": "pending"}
        db.execute(insert(SignUp), rows)
    analyse(database)
    return grown


def test_a_page_of_guests_is_read_from_an_index_in_its_order(crowd, organiser, plans, database):
    with database.transaction(writes=False) as db:
        row = select(SignUp.created_at, SignUp.id).where(SignUp.name == f"Guest {ROWS // 3}")
        deep = cursors.write(tuple(db.execute(row).one()))
    for cursor in ("", deep):
        path = f"/api/events/{crowd['id']}/sign-ups?cursor={cursor}"
        pages = []
        found = plans("sign_ups", lambda path=path, pages=pages: pages.append(organiser.get(path)))
        assert len(pages[0].json["items"]) == 50
        index = "ix_sign_ups_event_id_created_at"
        assert any(index in plan and not sorts_all(plan) for plan in found), found


def test_the_events_to_come_are_read_from_an_index_in_their_order(grown, guest, plans, database):
    with database.transaction(writes=False) as db:
        future = select(Event.starts_at, Event.id).where(Event.past == false())
        deep = cursors.write(tuple(db.execute(future.order_by(Event.id).offset(2500)).first()))
    for cursor in ("", deep):
        pages = []
        path = f"/api/events?cursor={cursor}"
        found = plans("events", lambda path=path, pages=pages: pages.append(guest.get(path)))
        assert len(pages[0].json["items"]) == 50
        index = "ix_events_past_starts_at"
        assert any(index in plan and not sorts_all(plan) for plan in found), found
        if not cursor:
            assert pages[0].json["items"][0]["id"] == grown["id"]


@pytest.mark.parametrize("typed", ["+86 138 0000 1999", "1999", "86138 0000 19"])
def test_a_telephone_number_is_found_by_an_index(crowd, organiser, plans, database, typed):
    phone = {"id": "call", "kind": "phone", "label": "Number", "required": False}
    with database.transaction(writes=True) as db:
        db.get(Event, crowd["id"]).questions = [phone]
        ids = db.scalars(select(SignUp.id).where(SignUp.event_id == crowd["id"])).all()
        numbers = [f"86138{n:08}" for n in range(len(ids))]
        rows = [
            {"sign_up_id": id, "event_id": crowd["id"], "digits": one, "backwards": one[::-1]}
            for id, one in zip(ids, numbers, strict=True)
        ]
        db.execute(insert(GuestNumber), rows)
    analyse(database)
    path = f"/api/events/{crowd['id']}/sign-ups"
    pages = []
    found = plans(
        "sign_ups", lambda: pages.append(organiser.get(path, query_string={"search": typed}))
    )
    wanted = [one for one in numbers if one.endswith("1999") or one.startswith("86138000019")]
    assert 0 < len(pages[0].json["items"]) <= len(wanted)
    assert any("ix_guest_numbers_event_id_" in plan for plan in found), found


def test_the_few_of_a_status_are_found_by_it(crowd, organiser, plans):
    path = f"/api/events/{crowd['id']}/sign-ups?state=pending"
    pages = []
    found = plans("sign_ups", lambda: pages.append(organiser.get(path)))
    assert [one["name"] for one in pages[0].json["items"]] == [f"Guest {ROWS - 1}"]
    assert any("ix_sign_ups_event_id_status" in plan for plan in found), found


def sorts_all(plan):
    """Tell whether the database reads every row before it can tell which come first."""
    return any(word in plan for word in ("USE TEMP B-TREE", "'Sort ", "->  Sort", "Using filesort"))


@pytest.mark.parametrize(
    ("table", "path", "index"),
    [
        ("events", "/api/events?mine=yes", "ix_events_owner_id_starts_at"),
        ("sign_ups", "/api/events/{id}/sign-ups", "ix_sign_ups_event_id"),
    ],
)
def test_a_list_is_found_by_an_index(grown, organiser, plans, table, path, index):
    path = path.format(id=grown["id"])
    found = plans(table, lambda: organiser.get(path))
    assert any(index in plan for plan in found), found
