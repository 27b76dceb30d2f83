"""A deploy while pages are open breaks none of them."""

import pytest
from playwright.sync_api import expect

from tests.page.router.deploys import Deployed

# Each builds the app, and waits for a server to start.
pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def deployed(tmp_path_factory):
    site = Deployed(tmp_path_factory.mktemp("deployed"))
    yield site
    site.close()


@pytest.fixture(scope="module")
def router_site(deployed):
    return deployed.address


def forget_refused(phone):
    """Drop what the browser says of the answer that took a script's place."""
    phone.trouble[:] = [one for one in phone.trouble if "Refused to execute script" not in one]


def test_an_open_page_goes_on_with_its_own_scripts(phone, deployed):
    phone.open("/r/one")
    deployed.change("r_two", "Page two", "Page two, changed")
    deployed.deploy()
    phone.follow("/r/two")
    expect(phone.heading).to_have_text("Page two")
    assert phone.documents == ["/r/one"]
    phone.reload()
    expect(phone.heading).to_have_text("Page two, changed")


def test_a_script_that_is_gone_brings_the_new_document_and_drafts_stay(phone, deployed):
    phone.open("/r/form")
    phone.field("Note").fill("half a th")
    deployed.lose("r_long")
    deployed.change("r_long", '"Long"', '"Long, changed"')
    deployed.deploy()
    phone.expects(404)
    phone.follow_soon("/r/long")
    expect(phone.heading).to_have_text("Long, changed")
    phone.ready()
    assert phone.documents == ["/r/form", "/r/long"]
    phone.page.go_back()
    expect(phone.field("Note")).to_have_value("half a th")
    forget_refused(phone)


def test_where_a_new_document_does_not_help_it_is_fetched_once(phone, deployed):
    deployed.lose("r_two")
    phone.open("/r/one")
    phone.expects(404)
    phone.follow_soon("/r/two")
    # As the server sends it; the page's Python can't take over, and says so.
    expect(phone.page.locator(".notice")).to_be_visible()
    expect(phone.heading).to_have_text("Page two, changed")
    phone.open("/r/one")
    phone.follow("/r/two")
    expect(phone.heading).to_have_text("That did not work")
    expect(phone.link("Try again")).to_have_attribute("rel", "external")
    assert phone.documents == ["/r/one", "/r/two", "/r/one"]
    forget_refused(phone)
    assert all("Error" in one for one in phone.trouble)
    phone.trouble.clear()
