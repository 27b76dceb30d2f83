"""The preview's routes: only where previews are wanted, and strict."""

import pytest

from backend.app import create_app
from backend.config import Config, sqlite_url
from backend.preview import blueprint
from backend.start import prepare
from package.typings import preview_type_errors


@pytest.fixture
def client(tmp_path):
    """Return a browser on an application; whether it has a preview is for the test to say."""
    apps = []

    def make(preview):
        config = Config(
            data=tmp_path,
            build=tmp_path / "build",
            database_url=sqlite_url(tmp_path),
            preview_login=preview,
        )
        prepare(config)
        apps.append(create_app(config))
        return apps[-1].test_client()

    yield make
    for app in apps:
        app.extensions["qiao"].close()


PATHS = [
    "/preview",
    "/preview/static/main.js",
    "/preview/shell/wechat.js",
    "/preview/shell/alipay.js",
    "/preview/jsqr.js",
    "/preview/static/inside.js",
]


@pytest.mark.parametrize("path", PATHS)
def test_it_is_served_with_a_strict_policy(client, path):
    with client(preview=True).get(path) as answer:
        assert answer.status_code == 200
        assert "script-src 'self';" in answer.headers["Content-Security-Policy"]
        assert "unsafe" not in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", PATHS)
def test_in_production_it_is_not_there(client, path):
    assert client(preview=False).get(path).status_code == 404


def test_it_refuses_to_be_made_where_it_would_open_the_door(tmp_path):
    config = Config(data=tmp_path, build=tmp_path, database_url="sqlite://")
    with pytest.raises(ValueError, match="for dev and demo only"):
        blueprint(config)


@pytest.mark.parametrize("path", ["/preview/shell/fax.js", "/preview/static/../bundle.py"])
def test_nothing_else_is_served(client, path):
    assert client(preview=True).get(path).status_code == 404


def test_nobody_is_signed_in_after_signing_out(client):
    browser = client(preview=True)
    browser.set_cookie("session", "something")
    assert browser.post("/preview/sign-out").status_code == 204
    assert browser.get_cookie("session") is None


def test_another_site_cannot_sign_anybody_out(client):
    headers = {"Origin": "https://other.example"}
    answer = client(preview=True).post("/preview/sign-out", headers=headers)
    assert answer.status_code == 403


def test_types_of_its_scripts_hold():
    assert preview_type_errors() == ""


def test_without_emulators_it_says_how_to_get_them(client):
    answer = client(preview=True).post("/preview/platforms/login-code", json={})
    assert answer.status_code == 503
    assert "build.py dev" in answer.json["error"]


def test_another_site_cannot_ask_the_platforms(client):
    headers = {"Origin": "https://other.example"}
    answer = client(preview=True).post("/preview/platforms/pay", json={}, headers=headers)
    assert answer.status_code == 403


INSIDE = '<head><script src="/preview/static/inside.js"></script>'


@pytest.mark.parametrize(("preview", "frame"), [(True, True), (True, False), (False, True)])
def test_only_pages_in_frames_of_a_preview_get_its_script(client, preview, frame):
    headers = {"Sec-Fetch-Dest": "iframe" if frame else "document"}
    with client(preview=preview).get("/", headers=headers) as answer:
        assert (INSIDE in answer.text) == (preview and frame)
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
