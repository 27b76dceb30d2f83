import pytest
from sqlalchemy import text

from backend.db import Database


@pytest.fixture
def database(tmp_path):
    database = Database(f"sqlite:///{tmp_path}/qiao.db", wait=7)
    yield database
    database.close()


def test_the_file_is_set_up_for_many_processes(database):
    with database.transaction(writes=False) as db:
        assert db.scalar(text("PRAGMA journal_mode")) == "wal"
        assert db.scalar(text("PRAGMA foreign_keys")) == 1
        assert db.scalar(text("PRAGMA busy_timeout")) == 7000
        # FULL: what was answered survives a power cut.
        assert db.scalar(text("PRAGMA synchronous")) == 2


def test_a_folder_that_is_not_there_is_made(tmp_path):
    database = Database(f"sqlite:///{tmp_path}/a/b/qiao.db")
    with database.transaction(writes=True) as db:
        db.execute(text("CREATE TABLE x (id INTEGER)"))
    database.close()
    assert (tmp_path / "a/b/qiao.db").exists()
