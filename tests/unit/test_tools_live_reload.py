"""Live reload: what `dev` puts around the app."""

import json

import pytest
from flask import Flask
from werkzeug.test import Client

from tools.live_reload import LiveReload

PAGE = "<html><head><title>片</title></head><body></body></html>"


@pytest.fixture
def client() -> Client:
    app = Flask("a page and a script", static_folder=None)
    app.add_url_rule("/", view_func=lambda: PAGE, endpoint="page")
    app.add_url_rule("/data", view_func=lambda: {"html": "</head>"}, endpoint="data")
    return Client(LiveReload(app))


def test_a_page_gets_the_script(client: Client) -> None:
    answer = client.get("/")
    assert f'<script defer src="/dev/reload.js?{client.application.run}"></script>' in answer.text
    assert answer.content_length == len(answer.data)


def test_other_answers_stay_as_they_are(client: Client) -> None:
    assert client.get("/data").json == {"html": "</head>"}


def test_the_script_is_a_file_of_its_own(client: Client) -> None:
    answer = client.get("/dev/reload.js")
    assert answer.mimetype == "text/javascript"
    assert "EventSource" in answer.text


def test_the_stream_begins_with_the_name_of_the_run(client: Client) -> None:
    answer = client.get("/dev/runs")
    first = next(iter(answer.response))
    assert answer.mimetype == "text/event-stream"
    told = json.loads(first.decode().partition("data: ")[2])
    assert told == {"run": client.application.run, "style": "", "build": ""}


def test_each_run_has_a_name_of_its_own() -> None:
    app = Flask("none", static_folder=None)
    assert LiveReload(app).run != LiveReload(app).run


RUNTIME = '<script defer src="/assets/runtime.1.js"></script>'
MANIFEST = {
    "build": "b1", "style": "app.1.css", "app": "app.1.js", "runtime": "runtime.1.js", "texts": {},
}  # fmt: skip


@pytest.fixture
def built() -> Client:
    app = Flask("a page of a build", static_folder=None)
    document = f"<html><head>{RUNTIME}<script defer src='app.1.js'></script></head></html>"
    app.add_url_rule("/", view_func=lambda: document)
    return Client(LiveReload(app, "run", MANIFEST))


def test_what_exchanges_code_comes_between_runtime_and_modules(built: Client) -> None:
    tag = '<script defer src="/dev/exchange.js"></script>'
    assert f"{RUNTIME}{tag}<script defer src='app" in built.get("/").text


def test_a_page_may_ask_what_the_build_has(built: Client) -> None:
    assert built.get("/dev/build.json").json == {
        "build": "b1", "texts": {}, "app": "/assets/app.1.js", "runtime": "/assets/runtime.1.js",
    }  # fmt: skip
