"""The host's scanner with the computer's camera: Chromium plays a film of a code as one."""

import pytest
import segno
from playwright.sync_api import expect

from tools import browser
from tools.testing.fixtures import open_phone

WIDTH, HEIGHT, SCALE = 640, 480, 12


def film(text, file):
    """Write a film of one picture, a QR code on white, in YUV4MPEG2."""
    rows = [[255] * WIDTH for _ in range(HEIGHT)]
    code = [list(row) for row in segno.make_qr(text).matrix]
    left, top = ((side - len(code) * SCALE) // 2 for side in (WIDTH, HEIGHT))
    for y in range(len(code) * SCALE):
        for x in range(len(code) * SCALE):
            if code[y // SCALE][x // SCALE]:
                rows[top + y][left + x] = 0
    grey = b"\x80" * (WIDTH * HEIGHT // 4)
    frame = b"FRAME\n" + b"".join(map(bytes, rows)) + grey + grey
    header = f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420jpeg\n"
    file.write_bytes(header.encode() + frame * 2)


@pytest.fixture
def seeing(chromium, app, wrong, tmp_path):
    """A phone whose computer has a camera, which sees a code."""
    film("TICKET-7", tmp_path / "code.y4m")
    camera = [
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={tmp_path / 'code.y4m'}",
    ]
    started = chromium.browser_type.launch(
        executable_path=browser.ensure(), args=[*browser.flags(), *camera]
    )
    yield open_phone(started, app, wrong, "alipay")
    started.close()


def test_a_code_before_the_camera_is_scanned(seeing):
    seeing.open("/")
    expect(seeing.page.get_by_role("heading", name="Events")).to_be_visible()
    seeing.tab.evaluate(
        """async () => {
            const { phone } = await import("/preview/static/main.js");
            phone.played.functions.scan({ success: ({ code }) => (globalThis.told = code) });
        }"""
    )
    seeing.scanner.locator(".live").click()
    expect(seeing.scanner).to_be_hidden()
    assert seeing.tab.evaluate("told") == "TICKET-7"
