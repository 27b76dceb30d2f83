"""The pictures of the docs, taken of the app as it is. `QIAO_PICTURES=1` puts them there."""

import base64
import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
QUESTIONS = [
    {
        "id": "tea",
        "kind": "choice",
        "label": "Which tea first?",
        "choices": ["Longjing", "Pu'er"],
        "required": True,
    },
    {"id": "note", "kind": "text", "label": "Anything we should know?"},
]
FRAME = """<style>
body{margin:0;padding:32px;display:flex;gap:32px;background:#e9ebe6;width:max-content}
img{width:300px;border-radius:28px;border:8px solid #1d2321}
</style>"""


def beside(page, shots):
    """Return one picture of several."""
    images = (f'<img src="data:image/png;base64,{base64.b64encode(s).decode()}">' for s in shots)
    page.set_content(FRAME + "".join(images))
    return page.locator("body").screenshot()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_picture_of_the_app(organiser, phone, chromium, scheme, tmp_path):
    event = organiser.publish(
        title="Spring tea: an evening in the old town",
        starts_at="2027-03-12T18:30",
        ends_at="2027-03-12T21:00",
        place="12 Yuyuan Road, 2nd floor",
        description="Four teas from this spring, brewed slowly. Bring a cup you like.",
        questions=QUESTIONS,
    )
    guest = phone(color_scheme=scheme, device_scale_factor=2)
    shots = []
    guest.open(f"/events/{event['id']}")
    shots.append(guest.page.screenshot())
    guest.link("Sign up").click()
    guest.field("Name").fill("Li Na")
    guest.field("Which tea first?").select_option("Longjing")
    shots.append(guest.page.screenshot())
    guest.button("Sign up").click()
    expect(guest.heading).to_have_text("Your ticket")
    shots.append(guest.page.screenshot())
    picture = beside(chromium.new_page(viewport={"width": 1060, "height": 720}), shots)
    folder = IMAGES if os.environ.get("QIAO_PICTURES") else tmp_path
    (folder / f"app-{scheme}.png").write_bytes(picture)
    assert len(picture) > 30_000  # a blank one is far smaller
