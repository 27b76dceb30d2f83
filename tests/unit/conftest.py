"""What tests of single parts share: a screen, and tests that are coroutines."""

import inspect

import pytest

from tests.unit.screen import Rendering, finish


@pytest.fixture
def render():
    """Show a component; in the page the same test runs again, see tests/page/units."""
    rendering = Rendering()
    yield rendering
    rendering.owner.dispose()
    assert rendering.called, "this test asks for render, and never calls it"


def pytest_pyfunc_call(pyfuncitem):
    """Run tests that are coroutines; nothing they await takes time here."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = inspect.signature(pyfuncitem.obj).parameters
    finish(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names}))
    return True
