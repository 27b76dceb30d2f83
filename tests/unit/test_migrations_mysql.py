import pytest
from sqlalchemy import text

from backend.engines import make_engine
from tests import databases


@pytest.fixture(scope="module")
def columns(tmp_path_factory):
    """Give what the server says about every column of a migrated database."""
    with databases.migrated("mariadb", tmp_path_factory.mktemp("mariadb")) as url:
        engine = make_engine(url)
        with engine.connect() as connection:
            rows = connection.execute(
                text(
                    "SELECT table_name, column_name, data_type, collation_name, datetime_precision"
                    " FROM information_schema.columns WHERE table_schema = DATABASE()"
                    " AND table_name != 'alembic_version'"
                )
            ).all()
        engine.dispose()
        assert len(rows) > 50
        return rows


def test_every_text_holds_every_character_and_is_compared_exactly(columns):
    wrong = [
        row for row in columns
        # What the server itself gives to JSON, which nobody compares.
        if row.collation_name not in (None, "utf8mb4_nopad_bin")
        and (row.data_type, row.collation_name) != ("longtext", "utf8mb4_bin")
    ]  # fmt: skip
    assert wrong == []


def test_every_time_has_microseconds(columns):
    times = [row for row in columns if row.data_type == "datetime"]
    assert {row.datetime_precision for row in times} == {6}
