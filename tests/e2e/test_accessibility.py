"""What axe-core finds wrong with the pages: nothing, in light and in dark."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.places import furnish

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
# Given to the page from outside, so the policy stays as strict as it is.
RUN = """async () => {
  const { violations } = await axe.run();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html} ${node.any.map((one) => one.message)}`));
}"""


@pytest.fixture(scope="session")
def axe():
    return AXE.read_text("utf-8")


@pytest.fixture(params=["light", "dark"])
def scheme(request):
    return request.param


@pytest.fixture
def person(phone, scheme):
    return phone(color_scheme=scheme).sign_in("Chen Xiaoyu")


def violations(phone, axe):
    phone.page.evaluate(axe)
    return phone.page.evaluate(RUN)


def test_pages(person, axe):
    for path in furnish(person):
        person.open(path)
        assert violations(person, axe) == [], path


def test_empty_pages(phone, scheme, axe):
    nobody = phone(color_scheme=scheme).sign_in(f"Nobody yet {scheme}")
    for path in ("/organise", "/tickets"):
        nobody.open(path)
        assert violations(nobody, axe) == [], path


def test_a_form_with_everything_wrong(person, axe):
    person.open("/organise/events/new")
    person.button("Add a question").click()
    person.button("Publish the event").click()
    expect(person.errors).to_have_count(6)
    assert violations(person, axe) == []


def test_a_full_event_and_a_used_ticket(person, phone, axe):
    event = person.publish(capacity=1)
    code = person.takes_place(event)
    person.open(f"/organise/events/{event['id']}/check-in")
    person.checks_in(code)
    expect(person.text("Welcome, Wang Wu!")).to_be_visible()
    assert violations(person, axe) == []
    for path in (f"/tickets/{code}", f"/events/{event['id']}"):
        person.open(path)
        assert violations(person, axe) == [], path


def test_a_page_that_is_not_there(person, axe):
    person.status_of("/nothing")
    assert violations(person, axe) == []
