"""What tests of several rooms share: one browser, and databases of each kind."""

import pytest
from playwright.sync_api import expect

from tests import databases
from tools.testing.fixtures import chromium as chromium

# Longer than any page needs, even while the machine does other things.
expect.set_options(timeout=10_000)


@pytest.fixture(scope="session", params=databases.KINDS)
def kind(request):
    """Run the test once on each kind of database."""
    return request.param


@pytest.fixture(scope="session")
def redis_url():
    """Give the address of Redis. What is kept there is shared: keys must be a test's own."""
    return databases.redis()
