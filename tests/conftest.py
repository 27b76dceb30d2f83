"""What tests of several rooms share: one browser."""

import pytest
from playwright.sync_api import expect, sync_playwright

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
