"""Verification files at the root: what lies in the folder, and nothing else."""

import pytest
from flask import Flask

from backend.verification import LARGEST, blueprint


@pytest.fixture
def client(tmp_path):
    app = Flask(__name__, static_folder=None)
    folder = tmp_path / "verification"
    folder.mkdir()
    (folder / "MP_verify_aB3.txt").write_text("aB3")
    (folder / "large.txt").write_bytes(b"x" * (LARGEST + 1))
    (tmp_path / "secret_key.txt").write_text("secret")
    app.register_blueprint(blueprint(folder))
    return app.test_client()


def test_a_file_is_served_as_it_is(client):
    answer = client.get("/MP_verify_aB3.txt")
    assert (answer.status_code, answer.text) == (200, "aB3")
    assert answer.mimetype == "text/plain"


@pytest.mark.parametrize(
    "path",
    [
        "/other.txt",
        "/large.txt",
        "/..%2Fsecret_key.txt",
        "/../secret_key.txt",
        "/MP_verify_aB3.TXT",
    ],
)
def test_nothing_else_is(client, path):
    assert client.get(path).status_code != 200


def test_the_app_serves_them(guest, config):
    folder = config.verification
    folder.mkdir(exist_ok=True)
    (folder / "MP_verify_cD4.txt").write_text("cD4")
    assert guest.get("/MP_verify_cD4.txt").text == "cD4"
    assert guest.get("/MP_verify_other.txt").status_code == 404
