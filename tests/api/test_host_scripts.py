"""Scripts of hosts: what the operator has put there, under the names of hosts, and nothing else."""

import pytest


@pytest.fixture
def folder(config):
    folder = config.host_scripts
    folder.mkdir(exist_ok=True)
    (folder / "douyin.js").write_text("tt = {};")
    (folder / "other.js").write_text("other")
    yield folder
    (folder / "douyin.js").unlink()


def test_a_script_comes_from_our_own_origin(guest, folder):
    answer = guest.get("/host-scripts/douyin.js")
    assert (answer.status_code, answer.text) == (200, "tt = {};")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("name", ["qq.js", "other.js", "douyin.css", "..%2Fsecret_key"])
def test_nothing_else_does(guest, folder, name):
    assert guest.get(f"/host-scripts/{name}").status_code == 404
