from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from backend.models import PlatformToken
from backend.platforms import tokens as module
from backend.platforms.errors import PlatformAway
from backend.platforms.tokens import Tokens
from backend.start import database_of

KEY = b"k" * 32


class Counting:
    """A platform that gives another token at each fetch."""

    def __init__(self, seconds=7200):
        self.count = 0
        self.seconds = seconds
        self.away = False

    def __call__(self):
        self.count += 1
        if self.away:
            raise PlatformAway("WeChat", "stable_token", "busy", done=False)
        return f"secret-{self.count}", self.seconds


@pytest.fixture
def tokens(database):
    return Tokens(database, KEY)


@pytest.fixture
def fetch():
    return Counting()


def change(database, **values):
    with database.transaction(writes=True) as db:
        db.execute(update(PlatformToken).values(**values))


def soon(**delta):
    return datetime.now(UTC) + timedelta(**delta)


def test_processes_that_need_one_at_once_share_one(config, database, fetch):
    processes = [database_of(config) for _ in range(4)]
    with ThreadPoolExecutor(12) as pool:
        found = list(pool.map(lambda n: Tokens(processes[n % 4], KEY).get("app", fetch), range(12)))
    for process in processes:
        process.close()
    assert (set(found), fetch.count) == ({"secret-1"}, 1)


def test_it_is_renewed_before_it_ends(tokens, database, fetch):
    tokens.get("app", fetch)
    change(database, expires_at=soon(minutes=5))
    assert tokens.get("app", fetch) == "secret-1"
    change(database, expires_at=soon(minutes=3))
    assert tokens.get("app", fetch) == "secret-2"


def test_while_one_renews_the_others_go_on_with_the_old_one(tokens, database, fetch):
    tokens.get("app", fetch)
    change(database, expires_at=soon(minutes=3), renewing_until=soon(seconds=20))
    assert tokens.get("app", fetch) == "secret-1"


def test_so_do_all_while_the_platform_is_away(tokens, database, fetch):
    tokens.get("app", fetch)
    change(database, expires_at=soon(minutes=3))
    fetch.away = True
    assert tokens.get("app", fetch) == "secret-1"
    fetch.away = False
    assert tokens.get("app", fetch) == "secret-3"


def test_who_dies_while_renewing_is_replaced(tokens, database, fetch):
    tokens.get("app", fetch)
    change(database, expires_at=soon(), renewing_until=soon())
    assert tokens.get("app", fetch) == "secret-2"


def test_who_has_none_waits_and_not_for_ever(tokens, database, fetch, monkeypatch):
    monkeypatch.setattr(module, "PATIENCE", 0.2)
    tokens.get("app", fetch)
    change(database, expires_at=soon(), renewing_until=soon(seconds=20))
    with pytest.raises(PlatformAway, match="somebody else is fetching it"):
        tokens.get("app", fetch)


def test_one_that_the_platform_takes_no_more_is_dropped(tokens, fetch):
    tokens.drop("app", tokens.get("app", fetch))
    assert tokens.get("app", fetch) == "secret-2"


def test_another_one_is_not_dropped(tokens, fetch):
    tokens.get("app", fetch)
    tokens.drop("app", "secret-0")
    assert tokens.get("app", fetch) == "secret-1"


def test_it_is_encrypted_where_it_is_stored(tokens, database, fetch):
    tokens.get("app", fetch)
    with database.transaction(writes=False) as db:
        assert "secret-1" not in str(db.execute(select(PlatformToken.__table__)).all())


def test_with_another_secret_key_it_is_fetched_anew(tokens, database, fetch):
    tokens.get("app", fetch)
    assert Tokens(database, b"o" * 32).get("app", fetch) == "secret-2"
