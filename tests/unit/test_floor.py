"""Nothing newer than iOS 15 and Chromium 94 in what is served: told by tools/floor.mjs."""

import json
import subprocess

import pytest

from compiler.worker import node_executable
from tools import assets, packages
from tools.paths import BUILD, ROOT


@pytest.fixture(scope="module")
def newer():
    """A function: what of these files the oldest browsers don't have."""
    packages.ensure(everything=True)

    def look(*files):
        words = [str(node_executable()), "tools/floor.mjs", *map(str, files)]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return look


def test_every_script_and_style_sheet_runs_in_the_oldest_browsers(newer):
    assets.ensure()
    manifest = json.loads((BUILD / "manifest.json").read_text())
    files = [BUILD / "assets" / name for name in manifest["sizes"]]
    assert {file.suffix for file in files} == {".js", ".css"}
    assert newer(*files) == []


VIOLATIONS = {
    "syntax.js": "class A { static { A.x = 1; } }",
    "regexp.js": "'ab'.match(/(?<=a)b/)",
    "method.js": "[1].at(-1)",
    "method-of-text.js": "'a'.isWellFormed()",
    "global.js": "structuredClone({})",
    "member.js": "navigator.locks",
    "builtin.js": "Object.groupBy([], (x) => x)",
    "nonsense.js": "const = 1",
    "value.css": "a { color: lab(50% 0 0) }",
    "rule.css": "@container (width > 1px) { a { color: red } }",
    "selector.css": "a:has(b) { color: red }",
    "nesting.css": "a { color: red; &:hover { color: blue } }",
}


def test_each_thing_that_is_newer_is_told(newer, tmp_path):
    for name, text in VIOLATIONS.items():
        (tmp_path / name).write_text(text)
    found = newer(*sorted(tmp_path.iterdir()))
    assert {one["file"].rpartition("/")[2] for one in found} == {*VIOLATIONS}


def test_names_of_python_are_no_methods_of_javascript(newer, tmp_path):
    (tmp_path / "fine.js").write_text("a.at = b.at; list.map(f); Object.hasOwn(a, 'b')")
    assert newer(tmp_path / "fine.js") == []
