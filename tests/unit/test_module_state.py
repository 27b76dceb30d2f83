"""The server renders for many people in one process: no module keeps what belongs to one."""

import ast
from pathlib import Path

import pytest

FRONTEND = Path(__file__).resolve().parents[2] / "frontend"
FOLDERS = ("app", "contract", "qiao", "rules")

# What may change though a module holds it, and why that reaches nobody else.
ALLOWED = {
    "qiao/contract/records.py: fields",  # each class gets its own when it is made
    "qiao/i18n.py: catalogs",  # filled once at start, only read after
    "qiao/tracking.py: context",  # each thread has its own
}
# Calls whose result can change; a ContextVar has a value for each request.
CHANGING = {
    "list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict", "signal",
    "Signal", "computed", "Computed", "effect", "Effect", "Owner", "Entry", "ref", "Ref", "iter",
    "count", "Context", "local", "cache", "lru_cache",
}  # fmt: skip
METHODS = {
    "add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove", "reverse",
    "setdefault", "sort", "update",
}  # fmt: skip


def changing(value):
    """Tell whether an expression makes something that can change."""
    if isinstance(value, ast.Call):
        name = value.func.attr if isinstance(value.func, ast.Attribute) else value.func.id
        return name in CHANGING
    kinds = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp, ast.GeneratorExp)
    return isinstance(value, kinds)


def held(tree):
    """Give the names that a module, or a class in it, holds for good, with their values."""
    for place in (tree, *(one for one in ast.walk(tree) if isinstance(one, ast.ClassDef))):
        for statement in place.body:
            if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value:
                targets = getattr(statement, "targets", None) or [statement.target]
                for target in targets:
                    if isinstance(target, ast.Name):
                        yield target.id, statement.value


def changed(tree):
    """Give the names that code changes: `global x`, `x[…] = …`, `x.append(…)`, `del x[…]`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            yield from node.names
        elif isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
            yield getattr(node.value, "id", "") or getattr(node.value, "attr", "")
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in METHODS
            and isinstance(node.func.value, ast.Name)
        ):
            yield node.func.value.id


def state(source):
    """Return the names in a module that hold state: a constant is written in capitals."""
    tree = ast.parse(source)
    holds = [name for name, value in held(tree) if changing(value)]
    changes = set(changed(tree))
    found = {name for name in holds if not name.isupper() or name in changes}
    return found | {
        name for one in ast.walk(tree) if isinstance(one, ast.Global) for name in one.names
    }


def modules():
    for folder in FOLDERS:
        for path in sorted((FRONTEND / folder).rglob("*.py")):
            name = path.relative_to(FRONTEND).as_posix()
            if not name.startswith(("qiao/browser/", "qiao/lib/")):
                yield name


@pytest.mark.parametrize("module", list(modules()))
def test_a_module_keeps_nothing_of_one_person(module):
    found = {f"{module}: {name}" for name in state((FRONTEND / module).read_text("utf-8"))}
    assert found - ALLOWED == set()


def test_what_is_allowed_is_there():
    found = {
        f"{module}: {name}"
        for module in modules()
        for name in state((FRONTEND / module).read_text("utf-8"))
    }
    assert found >= ALLOWED


@pytest.mark.parametrize(
    "source",
    [
        "rows = []",
        "rows: list = []",
        "count = signal(0)",
        "class Tag:\n    stack = []",
        "names = {one for one in 'ab'}",
        "SEEN = {}\ndef see(one):\n    SEEN[one] = True",
        "SEEN = []\ndef see(one):\n    SEEN.append(one)",
        "last = 0\ndef see(one):\n    global last\n    last = one",
    ],
)
def test_state_is_seen(source):
    assert state(source)


@pytest.mark.parametrize(
    "source",
    [
        "KINDS = ['a']",
        "kinds = ('a', 'b')",
        "def f():\n    rows = []\n    rows.append(1)",
        "x = text()",
    ],
)
def test_constants_are_none(source):
    assert not state(source)
