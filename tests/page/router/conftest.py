"""A phone, as in tests/e2e, on a server with pages that show one thing each."""

import pytest

from tests.e2e.person import Person
from tests.e2e.phone import SIZE
from tests.page.router.site import served


@pytest.fixture(scope="session")
def router_site(tmp_path_factory):
    """The address of the server."""
    with served(tmp_path_factory.mktemp("router")) as address:
        yield address


@pytest.fixture
def phone(chromium, router_site):
    """A phone; what goes wrong on it fails the test."""
    one = Person(chromium.new_context(viewport=SIZE, locale="en-GB"), router_site)
    yield one
    complaints = one.complaints()
    one.context.close()
    assert complaints == []
