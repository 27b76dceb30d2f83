"""The page of the tests of single parts: runs them, and prints what became of each."""

import json

from cases import arguments, cases
from pytest import MonkeyPatch
from screen import Rendering
from units import MODULES

from qiao.browser import dom, probe, web


async def outcome(test):
    """Return "" or the traceback of the first call of a test that failed."""
    module = MODULES[test["module"]]
    fn = getattr(module, test["name"])
    for case in cases(fn):
        looks = test["looks"].pop(0) if test["how"] else None
        try:
            await call(module, fn, case, test, looks)
        except Exception as error:
            return probe.traceback(error) + (f"\ncalled with {case!r}" if case else "")
        finally:
            probe.clear()
    return ""


async def call(module, fn, case, test, looks):
    patch, after = MonkeyPatch(), []
    values = {**case, "monkeypatch": patch}
    if "render" in arguments(fn):
        values["render"] = Rendering(test["how"] == "hydrated", looks)
        after.append(values["render"].owner.dispose)
    try:
        for name in arguments(fn):
            if name not in values:
                values[name] = fixture(getattr(module, name), values, after)
        result = fn(**{name: values[name] for name in arguments(fn)})
        if probe.is_coroutine(result):
            await result
    finally:
        for undo in reversed(after):
            undo()
        patch.undo()


def fixture(fn, values, after):
    """Return the value of a generator fixture; what it does behind `yield` is left to `after`."""
    generator = fn(**{name: values[name] for name in arguments(fn)})
    value = next(generator)
    after.append(lambda: next(generator, None))
    return value


async def main():
    dom.setup()
    for test in json.loads(web.island()):
        print("RAN " + json.dumps([test["id"], await outcome(test)]))
    print("DONE")


web.start(main())
