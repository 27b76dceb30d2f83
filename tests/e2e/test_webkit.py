"""The main flow in WebKit, the engine family of iPhones' web-views."""

import os

import pytest

from tests.e2e.webkit import running
from tools import webkit as engine


@pytest.fixture(scope="module")
def webkit():
    if engine.ensure() is None:
        assert os.environ.get("CI") != "true", "WebKit's driver is missing"
        pytest.skip("WebKit's driver is missing: install Debian's webkit2gtk-driver and xvfb")
    with running() as window:
        yield window


def test_from_the_list_to_a_ticket(webkit, organiser):
    event = organiser.publish(questions=[{"id": "a", "kind": "number", "label": "Age"}])
    webkit.open(organiser.site + "/")
    webkit.ready()
    webkit.run("window.sameDocument = true")
    webkit.tap(f'a[href="/events/{event["id"]}"]')
    webkit.until("return document.querySelector('h1').textContent === 'Tea tasting'")
    webkit.tap(".bottom .actions a")
    webkit.until("return document.querySelector('[name=name]')")
    webkit.type("[name='answers.a']", "old")
    webkit.tap("form button[type=submit]")
    webkit.until("return document.querySelectorAll('.error').length === 2")
    webkit.run("document.querySelector('[name=\"answers.a\"]').value = ''")
    webkit.type("[name='answers.a']", "30")
    webkit.type("[name=name]", "Wang Wu")
    webkit.tap("form button[type=submit]")
    webkit.until("return location.pathname.startsWith('/tickets/')")
    assert "Wang Wu" in webkit.until("return document.querySelector('.ticket')?.innerText")
    assert webkit.run("return window.sameDocument") is True


def test_back_and_forward(webkit, organiser):
    webkit.open(organiser.site + "/")
    webkit.ready()
    webkit.tap(".tabs a:nth-child(2)")
    webkit.until("return location.pathname === '/tickets'")
    webkit.call("POST", "/back", {})
    webkit.until("return document.querySelector('h1').textContent === 'Events'")
    webkit.call("POST", "/forward", {})
    webkit.until("return document.querySelector('h1').textContent === 'Tickets'")
