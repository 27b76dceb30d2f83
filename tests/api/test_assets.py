import gzip

import brotli
import pytest

SCRIPT = b"'use strict';" * 20


@pytest.fixture
def app(app_with, tmp_path):
    folder = tmp_path / "build/assets"
    folder.mkdir(parents=True)
    (folder / "app.0a1b2c3d.js").write_bytes(SCRIPT)
    (folder / "app.0a1b2c3d.js.br").write_bytes(brotli.compress(SCRIPT))
    (folder / "app.0a1b2c3d.js.gz").write_bytes(gzip.compress(SCRIPT))
    (folder / "logo.0a1b2c3d.png").write_bytes(b"png")
    (tmp_path / "build/manifest.json").write_text("{}")
    (tmp_path / "secret.js").write_text("secret")
    return app_with(data=tmp_path, build=tmp_path / "build")


def fetch(guest, accept, name="app.0a1b2c3d.js"):
    return guest.open(f"/assets/{name}", headers={"Accept-Encoding": accept}, buffered=True)


@pytest.mark.parametrize(
    ("accept", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("identity", None),
        ("", None),
        ("*", "br"),
    ],
)
def test_the_smallest_that_the_browser_takes(guest, accept, encoding):
    answer = fetch(guest, accept)
    assert answer.headers.get("Content-Encoding") == encoding
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert unpack(answer.data) == SCRIPT
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_it_may_be_kept_for_ever(guest):
    answer = fetch(guest, "br")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"


def test_a_file_without_packed_ones_is_sent_as_it_is(guest):
    answer = fetch(guest, "br", "logo.0a1b2c3d.png")
    assert (answer.data, answer.headers["Content-Type"]) == (b"png", "image/png")


@pytest.mark.parametrize(
    "name",
    [
        "nothing.js",
        "app.0a1b2c3d.js.br",
        "",
        "../manifest.json",
        "..%2fmanifest.json",
        "%2e%2e/%2e%2e/secret.js",
        "/etc/passwd",
        "..\\secret.js",
        "app.0a1b2c3d.js%00.png",
    ],
)
def test_nothing_else_is_served(guest, name):
    answer = fetch(guest, "br", name)
    assert answer.status_code == 404
    assert b"secret" not in answer.data
