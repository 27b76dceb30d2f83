"""The page to try the API: it works under its strict policy, as whoever is signed in."""

import pytest

from tools import assets
from tools.testing.servers import running


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    assets.ensure()
    with running(tmp_path_factory.mktemp("dev"), QIAO_DEV="1", QIAO_PREVIEW_LOGIN="1") as address:
        yield address


def test_a_call_is_tried_as_the_person_who_is_signed_in(phone):
    person = phone().sign_in("Chen Xiaoyu")
    page = person.open("/api-page", ready=False).page
    me = page.locator("#operations-logins-logins_me")
    me.locator("button.opblock-summary-control").click()
    me.get_by_role("button", name="Try it out").click()
    me.get_by_role("button", name="Execute").click()
    answer = me.locator(".live-responses-table .response-col_description .microlight").first
    answer.wait_for()
    assert '"name": "Chen Xiaoyu"' in answer.inner_text()
