"""People with phones on a real server: built pages, gunicorn, a new SQLite database, Chromium."""

import pytest

from tests.e2e.person import ORGANISERS, Person
from tests.e2e.phone import SIZE
from tools import assets
from tools.testing.servers import running


@pytest.fixture(scope="session")
def data(tmp_path_factory):
    """The server's data folder."""
    return tmp_path_factory.mktemp("e2e")


@pytest.fixture(scope="session")
def site(data):
    """Give the address of a server with the built pages."""
    assets.ensure()
    with running(data, QIAO_PREVIEW_LOGIN="1") as address:
        yield address


@pytest.fixture
def phone(chromium, site):
    """Hand out phones; what goes wrong on any of them fails the test.

    That is, on every page: a policy that is not the strict one, an error or warning in the
    console, a request to another host, an answer above 399 that the test did not expect.
    """
    phones = []

    def make(**options):
        context = chromium.new_context(**{"viewport": SIZE, "locale": "en-GB", **options})
        phones.append(Person(context, site))
        return phones[-1]

    yield make
    complaints = [text for one in phones for text in one.complaints()]
    for one in phones:
        one.context.close()
    assert complaints == []


@pytest.fixture
def organiser(phone):
    return phone().sign_in(next(ORGANISERS))


@pytest.fixture
def guest(phone):
    return phone()


@pytest.fixture
def plain(phone):
    """A guest whose phone has no JavaScript."""
    return phone(java_script_enabled=False)
