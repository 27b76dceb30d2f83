"""Types that are finished when needed are the types that Brython finishes at once."""

import json
import subprocess

import pytest

from compiler.patches import RUNTIME, apply, types
from compiler.runtime import brython_source
from compiler.worker import node_executable

DESCRIBE = """
{
const { builtins, builtin_types, created_types } = __BRYTHON__, $B = __BRYTHON__, told = {};
for (const table of [builtin_types, created_types]) for (const name in table) {
  const type = table[name], slots = {};
  for (const slot of Object.keys($B.wrapper_methods)) {
    slots[slot] = type[slot] === undefined ? "none" : type[slot] === $B.NULL ? "null" : String(type[slot]);
  }
  told[name] = {
    mro: type.tp_mro.map((base) => base.tp_name),
    names: Object.keys($B.get_dict(type)).sort(),
    below: type.tp_subclasses.map((one) => one.tp_name),
    slots,
  };
}
console.log(JSON.stringify(told));
}
"""  # noqa: E501


def described(source):
    """Return what each built-in type of this runtime looks like."""
    script = f"globalThis.self = globalThis;\n{source}\n{DESCRIBE}"
    done = subprocess.run(
        [str(node_executable()), "-"], input=script, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def lazy_and_eager():
    eager = [patch for patch in RUNTIME if patch is not types.lazy_types]
    return described(apply(brython_source(), RUNTIME)), described(apply(brython_source(), eager))


def test_there_are_the_same_types(lazy_and_eager):
    lazy, eager = lazy_and_eager
    assert lazy.keys() == eager.keys()


@pytest.mark.parametrize("aspect", ["mro", "names", "below", "slots"])
def test_each_type_is_the_same_in(aspect, lazy_and_eager):
    lazy, eager = lazy_and_eager
    assert {n: t[aspect] for n, t in lazy.items()} == {n: t[aspect] for n, t in eager.items()}
