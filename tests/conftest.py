"""What tests of several rooms share: one browser, and databases of each kind."""

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.databases import KINDS
from tools import browser

# Longer than any page needs, even while the machine does other things.
expect.set_options(timeout=10_000)


@pytest.fixture(scope="session")
def chromium():
    """Chromium, started once: Playwright runs only once in a process."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser.ensure(), args=browser.flags())
        yield started
        started.close()


@pytest.fixture(scope="session", params=KINDS)
def kind(request):
    """Run the test once on each kind of database."""
    return request.param
