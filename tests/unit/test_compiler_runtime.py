"""The runtime as a browser meets it, in Node with parts of a browser missing or broken."""

import json
import subprocess

import pytest

from compiler.runtime import runtime_source
from compiler.worker import node_executable


@pytest.fixture(scope="module")
def source():
    return runtime_source()


RUN = (
    "for (const script of JSON.parse(require('fs').readFileSync(0, 'utf8')))"
    " require('vm').runInThisContext(script)"
)


def ran(before, source, after):
    """Return what three scripts print: one before the runtime, the runtime, one after it."""
    scripts = json.dumps(["globalThis.self = globalThis", before, source, after])
    words = [str(node_executable()), "-e", RUN]
    done = subprocess.run(words, input=scripts, capture_output=True, text=True, timeout=60)
    return (done.stdout + done.stderr).strip()


def test_a_browser_without_a_locale_is_no_obstacle(source):
    broken = "Intl.DateTimeFormat = function () { throw new RangeError('C'); };"
    assert ran(broken, source, "console.log(__BRYTHON__.tz_name)") == "UTC"


def test_storage_is_not_touched_at_the_start(source):
    touched = "let n = 0; Object.defineProperty(globalThis, 'localStorage', { get() { n++; } });"
    assert ran(touched, source, "console.log(n)") == "0"


def test_the_runtime_listens_to_nothing_and_asks_nobody(source):
    watch = "globalThis.addEventListener = globalThis.fetch = () => console.log('no');"
    assert ran(watch, source, "console.log('quiet')") == "quiet"


@pytest.mark.parametrize("name", ["eval", "exec", "compile", "open"])
def test_what_is_gone_says_so(name, source):
    call = (
        f"try {{ __BRYTHON__.builtins.{name}('1') }} catch (error) "
        "{ console.log(__BRYTHON__.class_name(error), error.args[0]) }"
    )
    assert ran("", source, call).startswith(f"NotImplementedError {name} ")


def test_a_module_without_its_chunk_is_an_error_at_once(source):
    call = (
        "{ const $B = __BRYTHON__; try { $B.$__import__('app.pages.event', $B.builtins.None, "
        "undefined, ['x']) } catch (error) { console.log($B.class_name(error)) } }"
    )
    assert ran("", source, call) == "ModuleNotFoundError"
