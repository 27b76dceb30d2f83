"""Servers that are killed while people use them."""

import pytest

from tests import databases
from tests.load.instances import Instance


def pytest_addoption(parser):
    parser.addoption(
        "--rounds",
        type=int,
        default=3,
        help="how often servers are killed in each test of tests/load (3; for a release: 20)",
    )


@pytest.fixture
def rounds(request):
    # The option is only known where pytest was started with this folder.
    return request.config.getoption("--rounds", 3)


@pytest.fixture
def url(kind, tmp_path):
    with databases.empty(kind, tmp_path) as url:
        yield url


@pytest.fixture
def instance(url, tmp_path):
    """Make instances of the application, as on machines of their own with one database."""
    made = []

    def make(**environment):
        folder = tmp_path / f"machine-{len(made)}"
        folder.mkdir()
        made.append(Instance(folder, url, **environment))
        made[-1].start()
        return made[-1]

    yield make
    for one in made:
        one.stop()
    for one in made:
        assert "Traceback" not in one.log(), one.log()
