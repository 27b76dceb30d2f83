"""Compiled programs in a real browser, under `script-src 'self'`."""

from pathlib import Path

PROGRAMS = Path(__file__).with_name("programs")
START = "qiao/browser/start.py"

# All that the programs need of `browser.aio`.
AIO = """
const $B = globalThis.__BRYTHON__;
export function run(coroutine) {
  const frame = $B.frame_obj;
  $B.promise(coroutine).then(() => console.log("THE END"), $B.show_error);
  $B.frame_obj = frame;
}
"""


def program(name):
    return (PROGRAMS / f"{name}.py").read_text(encoding="utf-8")


def test_programs_print_in_chromium_what_they_print_in_node(console, engines):
    names = ("classes", "functions", "values", "signals", "coroutines")
    files = {f"programs/{name}.py": program(name) for name in names}
    start = "".join(f"import programs.{name}\n" for name in names)
    said = console({**files, "browser/aio.js": AIO, START: start}, until="THE END")
    expected = [line for name in names for line in engines.ours(PROGRAMS / f"{name}.py")]
    # The page imports each program as a module, so there is a line more in its tracebacks.
    printed = said.printed.replace("programs.classes", "program").replace("('<module>', 5), ", "")
    assert said.errors == []
    assert printed.splitlines()[:-1] == expected


def test_an_error_is_told_with_file_and_line(console):
    failing = "def view(data):\n    return data['title']\n"
    start = "from app.failing import view\n\nview({})\n"
    said = console({"app/failing.py": failing, START: start}, until="KeyError")
    assert said.errors[0].splitlines() == [
        "Traceback (most recent call last):",
        '  File "qiao/browser/start.py", line 3, in <module>',
        '  File "app/failing.py", line 2, in view',
        "KeyError: 'title'",
    ]


def test_what_needs_the_compiler_says_so(console):
    start = (
        "import builtins\n"
        "try:\n    getattr(builtins, 'eval')('1')\n"
        "except NotImplementedError as error:\n    print(error)\n"
    )
    said = console({START: start}, until="compile")
    assert said.printed.startswith("eval needs the Python compiler, which is not in the page")


def test_a_module_that_is_not_there_is_an_error_at_once(console):
    start = (
        "try:\n    __import__('nowhere')\nexcept ModuleNotFoundError as error:\n    print(error)\n"
    )
    said = console({START: start}, until="No module")
    assert (said.printed.strip(), said.errors) == ("No module named 'nowhere'", [])
