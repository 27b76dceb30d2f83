"""The app's main flow in both hosts: from the list to a guest who is let in by a scan.

`QIAO_PICTURES=1` puts the pictures of it into docs/images.
"""

import base64
import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from package.platforms import PLATFORMS
from package.preview import PLAYED

IMAGES = Path(__file__).resolve().parents[3] / "docs" / "images"
FRAME = """<style>
body{margin:0;padding:24px;display:flex;gap:20px;background:#e9ebe6;width:max-content}
img{height:620px}
</style>"""


@pytest.fixture(params=sorted(PLAYED))
def kind(request):
    return request.param


@pytest.fixture
def keep(tmp_path):
    """Keep a picture, in the docs if that is asked for."""
    folder = IMAGES if os.environ.get("QIAO_PICTURES") else tmp_path

    def keep(name, picture):
        (folder / name).write_bytes(picture)
        assert len(picture) > 30_000  # a blank one is far smaller

    return keep


def beside(page, shots):
    """Return one picture of several."""
    images = (f'<img src="data:image/png;base64,{base64.b64encode(s).decode()}">' for s in shots)
    page.set_content(FRAME + "".join(images))
    return page.locator("body").screenshot()


def test_from_the_list_to_a_guest_who_is_in(phone, publish, kind, chromium, keep, noted):
    publish(
        title=f"An evening of tea, in {PLATFORMS[kind].title}",
        description="Four teas from this spring, brewed slowly. Bring a cup you like.",
    )
    host = phone(kind, device_scale_factor=1.5, viewport={"width": 1280, "height": 900})
    shots = []

    def seen(locator):
        expect(locator).to_be_visible()
        shots.append(host.tab.locator("#phone").screenshot())

    host.open("/", user="Lin")
    link = host.page.get_by_role("link", name=f"in {PLATFORMS[kind].title}")
    seen(link)
    link.click()
    seen(host.page.get_by_role("link", name="Sign up"))
    host.page.get_by_role("link", name="Sign up").click()
    host.page.get_by_label("Name").fill("Lin")
    seen(host.page.get_by_role("button", name="Sign up"))
    host.page.get_by_role("button", name="Sign up").click()
    code = host.page.locator(".ticket .code")
    seen(code)
    ticket = code.inner_text()
    noted(host, ticket)

    host.open("/organise", user="Ada")
    host.page.get_by_role("link", name=f"in {PLATFORMS[kind].title}").click()
    host.page.get_by_role("link", name="Check guests in").click()
    host.page.get_by_role("button", name="Scan a ticket").click()
    seen(host.scanner.get_by_role("button", name=ticket))
    whole = host.tab.screenshot()
    host.scanner.get_by_role("button", name=ticket).click()
    seen(host.page.get_by_text("Welcome, Lin!"))
    if kind == "wechat":
        keep("preview-wechat.png", whole)
    keep(
        f"flow-{kind}.png",
        beside(chromium.new_page(viewport={"width": 1280, "height": 668}), shots),
    )
