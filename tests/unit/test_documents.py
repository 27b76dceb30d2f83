import json

import pytest

from backend.documents import Documents, island

MANIFEST = {
    "build": "b1",
    "runtime": "runtime.1.js",
    "app": "app.2.js",
    "style": "app.3.css",
    "texts": {"zh": "texts-zh.4.js"},
    "extra": {"early": "early.0.js"},
    "pages": {"event": {"path": "/events/<int:id>", "files": ["forms.6.js", "page-event.5.js"]}},
}


@pytest.fixture
def documents(tmp_path):
    (tmp_path / "manifest.json").write_text(json.dumps(MANIFEST))
    return Documents(tmp_path)


def write(documents, page="event", language="en"):
    state = {"page": page, "language": language}
    return documents.write(title="Tea & <cake>", html="<p>Hi</p>", state=state)


def scripts(text):
    return [part.partition('"')[0] for part in text.split('src="/assets/')[1:]]


def test_scripts_stand_in_the_order_in_which_they_need_each_other(documents):
    assert scripts(write(documents, language="zh")) == [
        "early.0.js", "runtime.1.js", "texts-zh.4.js", "forms.6.js", "page-event.5.js",
        "app.2.js",
    ]  # fmt: skip


def test_english_needs_no_texts_and_a_problem_no_page(documents):
    assert scripts(write(documents, page="")) == ["early.0.js", "runtime.1.js", "app.2.js"]


def test_the_head_tells_language_build_and_title(documents):
    text = write(documents)
    assert text.startswith('<!doctype html>\n<html lang="en" data-build="b1">')
    assert "<title>Tea &amp; &lt;cake&gt;</title>" in text
    assert '<link rel="stylesheet" href="/assets/app.3.css">' in text


def test_no_paint_waits_for_a_script(documents):
    tags = write(documents).split("<script ")[1:]
    assert all(
        tag.startswith(("async src", "defer src", 'type="application/json"')) for tag in tags
    )


def test_without_a_build_pages_go_out_without_script(tmp_path, caplog):
    text = write(Documents(tmp_path / "nothing"))
    assert "<p>Hi</p>" in text
    assert "<script defer" not in text
    assert "Build first" in caplog.text


def test_the_island_survives_any_text():
    state = {"a": "</script><!--<script>", "b": "\u2028\u2029'\"\\", "c": "桥"}
    text = island(state)
    assert "<" not in text
    assert "\u2028" not in text
    assert json.loads(text) == state
