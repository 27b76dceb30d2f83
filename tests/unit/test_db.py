import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, StatementError

from backend.db import Database
from backend.migrate import upgrade
from backend.models import LoginSession, User

NOW = datetime(2030, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def database(tmp_path):
    url = f"sqlite:///{tmp_path}/qiao.db"
    upgrade(url)
    database = Database(url)
    yield database
    database.close()


def user(name="Ann", created_at=NOW):
    return User(host="preview", host_id=name, name=name, guest=False, created_at=created_at)


def names(database):
    with database.transaction(writes=False) as db:
        return db.scalars(select(User.name).order_by(User.id)).all()


def test_a_transaction_is_committed_at_its_end(database):
    with database.transaction(writes=True) as db:
        db.add(user())
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
        with database.transaction(writes=True) as writer:
            writer.add(user())
        assert reader.scalars(count).all() == []
    assert names(database) == ["Ann"]


def test_a_writer_waits_for_the_one_before_instead_of_failing(database):
    begun = threading.Event()

    def write_second():
        begun.wait(10)
        with database.transaction(writes=True) as db:
            # Read first: had this begun as a reader, SQLite would refuse the write.
            db.add(user(f"after {db.scalar(select(User.name))}"))

    second = threading.Thread(target=write_second)
    second.start()
    with database.transaction(writes=True) as db:
        db.add(user())
        db.flush()
        begun.set()
        second.join(0.3)
        assert second.is_alive()
    second.join(10)
    assert names(database) == ["Ann", "after Ann"]


def test_the_file_is_set_up_for_many_processes(database):
    with database.transaction(writes=False) as db:
        assert db.scalar(text("PRAGMA journal_mode")) == "wal"
        assert db.scalar(text("PRAGMA foreign_keys")) == 1
        assert db.scalar(text("PRAGMA busy_timeout")) == 20_000


def test_a_row_needs_its_owner(database):
    orphan = LoginSession(token_hash="x", user_id=999, created_at=NOW, seen_at=NOW, expires_at=NOW)
    with pytest.raises(IntegrityError), database.transaction(writes=True) as db:
        db.add(orphan)


def test_errors_do_not_tell_what_was_stored(database):
    with pytest.raises(IntegrityError) as caught, database.transaction(writes=True) as db:
        db.add_all([user("Li Na"), user("Li Na")])
    assert "Li Na" not in str(caught.value)


def test_a_moment_comes_back_in_utc(database):
    with database.transaction(writes=True) as db:
        db.add(user(created_at=NOW.astimezone(timezone(timedelta(hours=8)))))
    with database.transaction(writes=False) as db:
        assert db.scalars(select(User.created_at)).one() == NOW
        assert db.scalar(text("SELECT created_at FROM users")).startswith("2030-01-01 12:00")


def test_a_time_without_a_zone_is_refused(database):
    with (
        pytest.raises(StatementError, match="has no zone"),
        database.transaction(writes=True) as db,
    ):
        db.add(user(created_at=datetime(2030, 1, 1)))


def test_a_number_is_never_given_twice(database):
    with database.transaction(writes=True) as db:
        first = user()
        db.add(first)
        db.flush()
        number = first.id
        db.delete(first)
    with database.transaction(writes=True) as db:
        second = user()
        db.add(second)
        db.flush()
        assert second.id > number
