"""Two machines with one database and different keys."""

from dataclasses import replace

import pytest

from backend import key_check
from backend.config import ConfigError
from backend.start import prepare

# Nothing here depends on the kind of database.
pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True, scope="session")
FIRST, SECOND = "a" * 40, "b" * 40


@pytest.fixture
def machine(config):
    return lambda key: replace(config, secret_key=key)


def test_another_key_is_refused_with_both_fingerprints(machine):
    prepare(machine(FIRST))
    prepare(machine(FIRST))
    with pytest.raises(ConfigError, match="same QIAO_SECRET_KEY") as refused:
        prepare(machine(SECOND))
    for key in (FIRST, SECOND):
        assert key_check.fingerprint(machine(key)) in str(refused.value)
        assert key not in str(refused.value)


def test_an_operator_may_accept_another_key(machine, database):
    prepare(machine(FIRST))
    key_check.accept(database, machine(SECOND))
    prepare(machine(SECOND))
    with pytest.raises(ConfigError):
        prepare(machine(FIRST))
