"""An organiser gives an event a picture, by script and without, and takes it away again."""

import pytest
from playwright.sync_api import expect

from tests.pictures import picture


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def organiser(phone, request):
    someone = phone(java_script_enabled=request.param)
    ticket = someone.login_ticket("Chen Xiaoyu")
    return someone.open(f"/?ticket={ticket}", ready=request.param)


def choose(organiser, event, name, content, ready=False):
    organiser.open(f"/organise/events/{event['id']}/picture", ready=ready)
    file = {"name": name, "mimeType": "image/jpeg", "buffer": content}
    organiser.page.locator("input[type=file]").set_input_files(file)


def test_guests_see_the_picture_until_it_is_removed(organiser, guest):
    event = organiser.publish()
    choose(organiser, event, "tea.jpg", picture())
    organiser.page.get_by_label("What can be seen on it").fill("Six cups of tea")
    organiser.button("Save").click()
    expect(organiser.page.get_by_label("Remove the picture")).to_be_visible()
    guest.open(f"/events/{event['id']}")
    shown = guest.page.get_by_role("img", name="Six cups of tea")
    expect(shown).to_be_visible()
    assert shown.evaluate("one => one.decode().then(() => one.naturalWidth / one.naturalHeight)")
    organiser.page.get_by_label("Remove the picture").check()
    organiser.button("Save").click()
    expect(organiser.text("The event has no picture yet.")).to_be_visible()
    guest.reload()
    expect(shown).to_have_count(0)


def test_a_file_that_is_no_picture_is_refused_and_said_so(organiser):
    event = organiser.publish()
    choose(organiser, event, "tea.jpg", b"not a picture at all")
    organiser.expects(422)
    organiser.button("Save").click()
    expect(organiser.errors).to_contain_text("This is no picture that can be read.")
