import gzip

import brotli
import pytest

from compiler.assets import KEPT_BUILDS, Assets, read_manifest


@pytest.fixture
def published(tmp_path):
    """A function: publish a build of these texts, return the names of its files."""

    def publish(*texts):
        assets = Assets(tmp_path)
        names = [assets.add("app", "js", text) for text in texts]
        assets.publish({"app": names[0]})
        return names

    return publish


def present(folder):
    return {path.name for path in (folder / "assets").iterdir()}


def test_the_same_text_has_the_same_name(published):
    assert published("a") == published("a") != published("b")


def test_compressed_files_hold_the_text(published, tmp_path):
    name = published("text" * 100)[0]
    folder = tmp_path / "assets"
    assert gzip.decompress((folder / f"{name}.gz").read_bytes()) == b"text" * 100
    assert brotli.decompress((folder / f"{name}.br").read_bytes()) == b"text" * 100


def test_the_manifest_lists_sizes(published, tmp_path):
    name = published("text")[0]
    manifest = read_manifest(tmp_path)
    assert (manifest["app"], manifest["sizes"][name]["raw"]) == (name, 4)


def test_the_last_builds_stay_for_open_pages(published, tmp_path):
    names = [published(f"build {at}")[0] for at in range(KEPT_BUILDS)]
    assert {*names} <= present(tmp_path)


def test_a_build_before_those_goes(published, tmp_path):
    oldest = published("oldest")[0]
    for at in range(KEPT_BUILDS):
        published(f"build {at}")
    assert not {oldest, f"{oldest}.br", f"{oldest}.gz"} & present(tmp_path)


def test_building_twice_keeps_the_build_before(published, tmp_path):
    old = published("old")[0]
    published("new")
    published("new")
    assert old in present(tmp_path)


def test_nothing_partial_is_left(published, tmp_path):
    published("a", "b")
    assert not [name for name in present(tmp_path) if name.startswith(".")]
