"""Scripts are made of parts; what is the same as before is not made again."""

import json

import pytest

from compiler.assets import Assets
from compiler.chunks import Part
from compiler.errors import ForbiddenCode
from compiler.scripts import Scripts

FILE = "app/a.py"


class Counting:
    """A worker that only counts what it is asked."""

    def __init__(self):
        self.asked = 0

    def ask(self, operation, **request):
        self.asked += 1
        return {
            "code": request["source"],
            "sources": [f"python:///{FILE}"],
            "lines": [[0, 0, 0, 0]],
        }


@pytest.fixture
def scripts():
    worker = Counting()
    return Scripts(worker), worker


def part(code, text="a = 1"):
    return Part(code, ((FILE, 1),), {FILE: text})


def test_a_script_of_the_same_parts_is_packed_once(scripts, tmp_path):
    making, worker = scripts
    names = {making.add(Assets(tmp_path), "app", [part("a()")]) for _ in range(2)}
    assert (len(names), worker.asked) == (1, 1)


def test_one_of_other_parts_is_packed_again(scripts, tmp_path):
    making, worker = scripts
    names = {making.add(Assets(tmp_path), "app", [part(code)]) for code in ("a()", "b()")}
    assert (len(names), worker.asked) == (2, 2)


def test_each_build_has_the_symbols(scripts, tmp_path):
    making, _worker = scripts
    for assets in (Assets(tmp_path), Assets(tmp_path)):
        name = making.add(assets, "app", [part("a()")])
        assert assets.symbols["scripts"][name] == {"files": [FILE], "lines": [[0, 0, 0, 0]]}
        assert assets.symbols["sources"] == {FILE: "a = 1"}


def test_a_map_shows_the_text_as_it_is_now(scripts, tmp_path):
    making, _worker = scripts
    for text in ("a = 1", "a = 1  # one"):
        assets = Assets(tmp_path, packed=False)
        making.add(assets, "app", [part("a()", text)])
        (found,) = [data for name, data in assets.files.items() if name.endswith(".map")]
        assert json.loads(found)["sourcesContent"] == [text]


@pytest.mark.parametrize("packed", [True, False])
def test_code_from_text_is_refused(scripts, tmp_path, packed):
    making, _worker = scripts
    with pytest.raises(ForbiddenCode):
        making.add(Assets(tmp_path, packed=packed), "app", [part("eval(a)")])
