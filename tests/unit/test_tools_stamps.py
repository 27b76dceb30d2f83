"""Stamps: an unchanged input is recognised, a changed one never is."""

from pathlib import Path

from tools import stamps


def test_hash_is_the_same_for_the_same_files(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("a = 1")
    assert stamps.hash_of([tmp_path]) == stamps.hash_of([tmp_path])


def test_hash_follows_content(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text("a = 1")
    before = stamps.hash_of([tmp_path])
    file.write_text("a = 2")
    assert stamps.hash_of([tmp_path]) != before


def test_hash_follows_names(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("a = 1")
    before = stamps.hash_of([tmp_path])
    (tmp_path / "a.py").rename(tmp_path / "b.py")
    assert stamps.hash_of([tmp_path]) != before


def test_hash_tells_two_files_from_one_that_holds_both(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    (one / "a").write_bytes(b"xb\x001\x00y")
    (two / "a").write_bytes(b"x")
    (two / "b").write_bytes(b"y")
    assert stamps.hash_of([one / "a"]) != stamps.hash_of([two / "a", two / "b"])


def test_what_python_leaves_behind_is_no_input(tmp_path: Path) -> None:
    before = stamps.hash_of([tmp_path])
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.cpython-311.pyc").write_bytes(b"")
    assert stamps.hash_of([tmp_path]) == before


def test_a_missing_stamp_says_nothing(tmp_path: Path) -> None:
    assert stamps.read(tmp_path / "none" / "stamp.json") == {}


def test_a_spoilt_stamp_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "stamp.json").write_text('{"hash": "ab')
    assert stamps.read(tmp_path / "stamp.json") == {}


def test_what_was_written_is_read(tmp_path: Path) -> None:
    stamps.write(tmp_path / "stamp.json", {"hash": "ab"})
    assert stamps.read(tmp_path / "stamp.json") == {"hash": "ab"}
