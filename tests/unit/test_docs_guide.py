"""The guide lists what the page has of the standard library, and the server has all of that."""

import ast
from importlib import import_module
from pathlib import Path

import pytest

from compiler.modules import EXPORT
from compiler.substitutes import INSTEAD_OF_MODULES, INSTEAD_OF_NAMES

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "guide.md").read_text("utf-8")
FILES = {
    path.stem: path
    for path in sorted((ROOT / "frontend" / "qiao" / "lib").iterdir())
    if not path.stem.startswith("_")
}


def names_in(path):
    """Return the public names of a module of the page."""
    text = path.read_text("utf-8")
    if path.suffix == ".js":
        return sorted(EXPORT.findall(text))
    found = set()
    for one in ast.parse(text).body:
        match one:
            case ast.ClassDef() | ast.FunctionDef():
                found.add(one.name)
            case ast.Assign() | ast.AugAssign():
                targets = getattr(one, "targets", None) or [one.target]
                names = {target.id for target in targets if isinstance(target, ast.Name)}
                found |= {*ast.literal_eval(one.value)} if "__all__" in names else names
    return sorted(name for name in found if not name.startswith("_"))


@pytest.mark.parametrize("module", FILES)
def test_the_guide_lists_each_module_with_its_names(module):
    names = ", ".join(f"`{name}`" for name in names_in(FILES[module]))
    assert f"| `{module}` | {names} |\n" in GUIDE


@pytest.mark.parametrize("module", FILES)
def test_the_server_has_what_the_page_has(module):
    assert set(names_in(FILES[module])) <= set(dir(import_module(module)))


def test_what_is_to_be_used_instead_is_of_what_the_page_lacks():
    assert not FILES.keys() & INSTEAD_OF_MODULES.keys()
    for known in INSTEAD_OF_NAMES:
        module, name = known.split(".")
        assert name not in names_in(FILES[module])
