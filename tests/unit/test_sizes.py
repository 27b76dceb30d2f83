"""How much script the first page of an event brings, as it goes over the wire (brotli)."""

import json

import pytest

from tools import assets
from tools.paths import BUILD


@pytest.fixture(scope="module")
def manifest():
    assets.ensure()
    return json.loads((BUILD / "manifest.json").read_text())


def brotli(manifest, *names):
    return sum(manifest["sizes"][name]["brotli"] for name in names)


def test_the_runtime_stays_below_87_kb(manifest):
    assert brotli(manifest, manifest["runtime"]) <= 87_000


def test_an_event_brings_its_own_code_and_no_forms(manifest):
    files = manifest["pages"]["event"]["files"]
    assert [name.partition(".")[0] for name in files] == ["page-event"]
    assert brotli(manifest, manifest["app"], *files) <= 33_900


def test_all_script_of_an_event_stays_below_121_kb(manifest):
    files = manifest["pages"]["event"]["files"]
    first = (manifest["runtime"], manifest["app"], manifest["extra"]["early"])
    assert brotli(manifest, *first, *files) <= 120_900


def test_what_only_a_call_of_the_host_needs_comes_later(manifest):
    assert brotli(manifest, manifest["extra"]["native"]) > 0
    assert manifest["extra"]["native"] not in manifest["pages"]["event"]["files"]
