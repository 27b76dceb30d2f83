"""How the benchmark's peers are packed."""

import json

from compiler.assets import Assets
from tools.bench import packing


def test_the_lock_of_the_peers_holds_hashes_and_no_address_of_a_registry():
    lock = json.loads((packing.PEERS / "package-lock.json").read_text())
    found = [one for path, one in lock["packages"].items() if path]
    assert found and all("integrity" in one and "resolved" not in one for one in found)


def test_stock_brython_is_what_was_published(tmp_path):
    assets = Assets(tmp_path)
    head = packing.head("brython", "start", assets)
    assert assets.files[head.files[0]] == packing._stock_brython().encode()
    assert "'unsafe-eval'" in head.policy


def test_a_folder_is_shown_without_what_is_left_out(tmp_path):
    source, target = tmp_path / "a", tmp_path / "b"
    source.mkdir()
    for name in ("one.py", "two.py"):
        (source / name).touch()
    packing.link(source, target, leave=("two.py",))
    assert [path.name for path in target.iterdir()] == ["one.py"]
