import threading
import traceback
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from backend.db import Database, lock, remove_some, rows_changed
from backend.models import Event, IdempotencyKey, Job, LoginSession, User
from tests import databases

TYPED = "Li' Na\nLi Na"
NOW = datetime(2030, 1, 1, 12, 30, 15, 999_999, tzinfo=UTC)


@pytest.fixture(scope="module")
def standing(kind, tmp_path_factory):
    with databases.migrated(kind, tmp_path_factory.mktemp(kind)) as url:
        database = Database(url)
        yield database
        database.close()


@pytest.fixture
def database(standing):
    databases.clear(standing)
    return standing


def user(name="Ann", created_at=NOW):
    return User(name=name, guest=False, created_at=created_at)


def job(name):
    """Return a row of a table in which a name can be only once."""
    rest = {"run_at": None, "attempts": 0, "error": None, "created_at": NOW}
    return Job(kind="test", name=name, payload={}, **rest)


def event(owner, **columns):
    times = dict.fromkeys(("starts_at", "ends_at", "created_at"), NOW)
    texts = dict.fromkeys(("title", "starts_local", "ends_local", "zone", "place"), "")
    rest = {"description": "", "capacity": 5, "taken": 0, "most_seats": 1, "questions": []}
    rest |= {"approval": False, "waiting_list": False, "offer_hours": 24, "queued": 0}
    rest |= {"refunds": "never"}
    return Event(owner=owner, **times, **texts, **{**rest, **columns})


def add(database, *rows):
    with database.transaction(writes=True) as db:
        db.add_all(rows)
        db.flush()
        return [row.id for row in rows]


def names(database):
    with database.transaction(writes=False) as db:
        return db.scalars(select(User.name).order_by(User.id)).all()


def test_a_transaction_is_committed_at_its_end(database):
    add(database, user())
    assert names(database) == ["Ann"]


def test_a_transaction_that_raises_is_undone(database):
    with pytest.raises(ZeroDivisionError), database.transaction(writes=True) as db:
        db.add(user())
        db.flush()
        raise ZeroDivisionError
    assert names(database) == []


def test_a_transaction_may_be_undone_by_hand(database):
    with database.transaction(writes=True) as db:
        db.add(user())
        db.flush()
        db.rollback()
    assert names(database) == []


def test_a_reader_sees_one_state_while_others_write(database):
    with database.transaction(writes=False) as reader:
        count = select(User.name)
        assert reader.scalars(count).all() == []
        add(database, user())
        assert reader.scalars(count).all() == []
    assert names(database) == ["Ann"]


def test_a_reader_that_writes_is_refused(database, kind):
    if kind == "sqlite":
        pytest.skip("SQLite lets a reader become a writer, if nobody else has written meanwhile")
    with pytest.raises(DBAPIError), database.transaction(writes=False) as db:
        db.add(user())


def test_a_writer_waits_for_the_one_before_instead_of_failing(database):
    [ann] = add(database, user())
    begun = threading.Event()

    def write_second():
        begun.wait(10)
        with database.transaction(writes=True) as db:
            person = lock(db, User, ann)
            person.name += " and Ben"

    second = threading.Thread(target=write_second)
    second.start()
    with database.transaction(writes=True) as db:
        db.execute(update(User).values(name="Anna"))
        begun.set()
        second.join(0.3)
        assert second.is_alive()
    second.join(10)
    assert names(database) == ["Anna and Ben"]


def test_what_was_read_before_a_lock_is_read_anew(database, kind):
    if kind == "sqlite":
        pytest.skip("in SQLite nobody else writes during a writing transaction")
    [ann] = add(database, user())
    with database.transaction(writes=True) as db:
        assert db.get(User, ann).name == "Ann"
        with database.transaction(writes=True) as other:
            other.execute(update(User).values(name="Anna"))
        assert lock(db, User, ann).name == "Anna"


def test_a_connection_that_was_lent_to_a_tool_shows_a_writer_what_is_there(database, kind):
    if kind == "sqlite":
        pytest.skip("in SQLite nobody else writes during a writing transaction")
    add(database, user())
    tool = database.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    with tool:
        tool.execute(text("SELECT 1"))
    with database.transaction(writes=True) as writer:  # on the connection that came back last
        assert writer.scalar(select(User.name)) == "Ann"
        with database.transaction(writes=True) as other:
            other.execute(update(User).values(name="Anna"))
        assert writer.scalar(select(User.name)) == "Anna"


def test_a_lock_on_an_event_leaves_its_owner_alone(database, kind):
    if kind == "sqlite":
        pytest.skip("SQLite has no locks of rows")
    [id] = add(database, event(user()))
    with database.transaction(writes=True) as db:
        assert lock(db, Event, id).owner.name == "Ann"
        with database.transaction(writes=True) as other:
            assert rows_changed(other, update(User).values(name="Anna")) == 1


def test_a_row_counts_as_met_when_nothing_in_it_changes(database):
    add(database, user())
    with database.transaction(writes=True) as db:
        assert rows_changed(db, update(User).values(name="Ann")) == 1
        assert rows_changed(db, update(User).where(User.name == "Ben").values(name="Ann")) == 0


def test_removing_in_passing_leaves_what_others_are_at(database, kind):
    keys = [
        IdempotencyKey(owner="x", endpoint="x", key=key, body_hash="", created_at=NOW)
        for key in "abc"
    ]
    add(database, *keys)
    if kind == "sqlite":
        left = []
        with database.transaction(writes=True) as db:
            remove_some(db, IdempotencyKey, IdempotencyKey.created_at <= NOW)
    else:
        left = ["b"]
        with database.transaction(writes=True) as other:
            other.execute(update(IdempotencyKey).where(IdempotencyKey.key == "b").values(owner="y"))
            with database.transaction(writes=True) as db:
                remove_some(db, IdempotencyKey, IdempotencyKey.created_at <= NOW)
    with database.transaction(writes=False) as db:
        assert db.scalars(select(IdempotencyKey.key)).all() == left


def test_a_row_needs_its_owner(database):
    orphan = LoginSession(token_hash="x", user_id=999, created_at=NOW, seen_at=NOW, expires_at=NOW)
    with pytest.raises(IntegrityError):
        add(database, orphan)


def test_more_places_taken_than_there_are_is_impossible(database):
    with pytest.raises(DBAPIError, match="ck_events_taken"):
        add(database, event(user(), capacity=1, taken=2))


def test_errors_do_not_tell_what_was_stored(database):
    """They end up in the log. Servers like to quote what was wrong with a row."""
    for wrong in ([job(TYPED), job(TYPED)], [user(TYPED * 20), event(user(TYPED), taken=6)]):
        with pytest.raises(DBAPIError) as caught:
            add(database, *wrong)
        assert "Li" not in "".join(traceback.format_exception(caught.value))


def test_a_moment_comes_back_in_utc_to_the_microsecond(database):
    add(database, user(created_at=NOW.astimezone(timezone(timedelta(hours=8)))))
    with database.transaction(writes=False) as db:
        assert db.scalars(select(User.created_at)).one() == NOW
        stored = db.scalar(text("SELECT created_at FROM users"))
    assert str(stored) == "2030-01-01 12:30:15.999999"


def test_a_time_without_a_zone_is_refused(database):
    with pytest.raises(StatementError, match="has no zone"):
        add(database, user(created_at=datetime(2030, 1, 1)))


def test_texts_are_equal_only_if_they_are_the_same(database):
    different = ["Ann", "ann", "Ann ", "Änn", "A\u0308nn", "李娜", "𠮷田", "👩‍🎓"]
    add(database, *[user(name) for name in different])
    assert names(database) == different
    with database.transaction(writes=False) as db:
        for name in different:
            assert db.scalars(select(User.name).where(User.name == name)).all() == [name]


def test_what_is_too_long_is_refused_and_not_cut_off(database, kind):
    if kind == "sqlite":
        pytest.skip("SQLite has no lengths; the contract's limits hold before it")
    with pytest.raises(DBAPIError):
        add(database, user("x" * 101))


def test_questions_come_back_as_they_were(database):
    questions = [{"label": "口味", "choices": ["A'\\\"", "👍", None, 1.5, True], "\u2028": {}}]
    add(database, event(user(), questions=questions))
    with database.transaction(writes=False) as db:
        assert db.scalars(select(Event.questions)).one() == questions


def test_a_number_is_never_given_twice(database):
    [first] = add(database, user())
    with database.transaction(writes=True) as db:
        db.delete(db.get(User, first))
    assert add(database, user()) > [first]
