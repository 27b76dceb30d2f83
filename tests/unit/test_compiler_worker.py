import pytest

from compiler.errors import BuildError
from compiler.worker import TARGET, Worker

SOURCE = "double = lambda x: [y * 2 for y in x]\nclass A:\n    def m(self): return super().m()\n"


@pytest.fixture(scope="module")
def worker():
    with Worker() as worker:
        yield worker


def compiled(worker, source, name="app.a"):
    file = name.replace(".", "/") + ".py"
    return worker.ask("compile", source=source, file=file, name=name)["code"]


def test_the_same_source_gives_the_same_code(worker):
    first = compiled(worker, SOURCE)
    compiled(worker, "def other(): return lambda: 1\n" * 20, "app.b")
    assert compiled(worker, SOURCE) == first


def test_another_process_gives_the_same_code(worker):
    with Worker() as other:
        assert compiled(other, SOURCE) == compiled(worker, SOURCE)


def test_what_brython_refuses_is_told_with_its_line(worker):
    answer = worker.try_to("compile", source="x = 1\nreturn x\n", file="a.py", name="a")
    assert (answer["line"], answer["error"]) == (2, "SyntaxError: 'return' outside function")


def test_an_error_leaves_the_worker_in_order(worker):
    with pytest.raises(BuildError):
        worker.ask("compile", source="def f(:\n", file="a.py", name="a")
    assert compiled(worker, "x = 1")


def test_names_of_characters_are_resolved(worker):
    assert "\N{BULLET}" in compiled(worker, r"x = '\N{BULLET}'")


def test_a_script_takes_in_what_it_imports(worker, tmp_path):
    (tmp_path / "half.js").write_text("export const half = 'one half';")
    (tmp_path / "whole.js").write_text(
        "import { half } from './half.js'; export const twice = half + half;"
    )
    script = worker.ask("script", file=str(tmp_path / "whole.js"), target=TARGET)["code"]
    assert "one half" in script


@pytest.mark.parametrize("wanted", [["two"], [], ["*"]])
def test_a_script_holds_only_what_is_wanted_of_it(worker, tmp_path, wanted):
    (tmp_path / "some.js").write_text("export const one = 'first'; export { one as two };")
    file = str(tmp_path / "some.js")
    script = worker.ask("script", file=file, target=TARGET, wanted=wanted)["code"]
    assert ("first" in script, "two: one" in script) == (bool(wanted), bool(wanted))


def test_an_error_in_a_script_names_its_file(worker, tmp_path):
    (tmp_path / "bad.js").write_text("export const x = ;")
    with pytest.raises(BuildError, match=r"bad\.js:1: Unexpected"):
        worker.ask("script", file=str(tmp_path / "bad.js"), target=TARGET)


def test_code_is_written_for_old_web_views(worker):
    code = worker.ask("minify", source="class A { static { f() } }", target=TARGET)["code"]
    assert "static{" not in code
