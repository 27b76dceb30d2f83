"""What is left out of the runtime, run in Node."""

import json
import subprocess

import pytest

from compiler.errors import BuildError
from compiler.runtime import runtime_source
from compiler.shaking import PARTS, SCRIPT, Runtimes, words_of
from compiler.worker import Worker, node_executable

RUN = (
    "for (const script of JSON.parse(require('fs').readFileSync(0, 'utf8')))"
    " require('vm').runInThisContext(script)"
)
TELL = (
    "globalThis.self = globalThis;"
    "console.log = console.error = (text) => process.stdout.write(text);"
)


@pytest.fixture(scope="module")
def worker():
    with Worker() as worker:
        yield worker


@pytest.fixture(scope="module")
def runtime_for(worker):
    """A function: the runtime for modules that name these words."""
    runtimes = Runtimes(worker)
    usual = words_of(f"{SCRIPT} error_trace handle_error")
    return lambda *words: runtimes.shaken(usual | {*words})


@pytest.fixture(scope="module")
def printed(worker, runtime_for):
    """A function: what a program prints on the runtime for `words`, its own if there are none."""

    def run(program, *words):
        code = worker.ask("compile", source=program, file="program.py", name="program")["code"]
        script = (
            "(function(){const $B=__BRYTHON__,_b_=$B.builtins;"
            "$B.handle_error=error=>console.log($B.error_trace(error));"
            '$B.register("program","program.py",false,function(locals_program,frame,__file__,'
            f'_frame_obj,stack_length){{{code}}});$B.start("program")}})()'
        )
        runtime = runtime_for(*(words or words_of(code)))
        done = subprocess.run(
            [str(node_executable()), "-e", RUN],
            input=json.dumps([TELL, runtime, script]),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
        )
        return done.stdout + done.stderr

    return run


PROGRAMS = {
    "complex": "print(complex(1, 2) * 2)",
    "bytes": "print('a'.encode())",
    "UnicodeError": "print(UnicodeEncodeError('a', 'b', 0, 1, 'c'))",
    "float.hex": "print((0.5).hex())",
    "ExceptionGroup": "print(ExceptionGroup('a', [ValueError('b')]))",
    "SyntaxError": "print(SyntaxError('a', ('b', 1, 2, 'c')))",
    "async generator": "async def f():\n    yield 1\nprint(type(f()).__name__)",
    "frozendict": "print(frozendict({'a': 1}))",
    "TypeVar": "print(list[int][str])",
}


@pytest.mark.parametrize("part", PROGRAMS)
def test_a_part_that_nothing_names_says_so(part, printed):
    """That is what a program gets which comes to it by a name that it made."""
    assert f"NotImplementedError: {part} is not in this page" in printed(PROGRAMS[part], "nothing")


@pytest.mark.parametrize("part", [name for name in PROGRAMS if name != "TypeVar"])
def test_a_part_that_a_module_names_is_there(part, printed):
    assert "is not in this page" not in printed(PROGRAMS[part])


def test_a_part_that_the_runtime_lacks_stops_the_build(worker):
    with pytest.raises(BuildError, match="the runtime has no quaternion"):
        parts = [{"name": "quaternion", "words": [], "owns": ["quaternion"]}]
        worker.ask("survey", source=runtime_source(), parts=parts)


def test_most_words_leave_the_runtime_as_it_is(runtime_for):
    assert runtime_for("title", "capitalize", "my_function") == runtime_for()


def test_syntax_that_a_module_has_is_in_its_runtime(runtime_for, printed):
    program = "match [1, 2]:\n    case [first, *_]:\n        print(first)"
    assert printed(program) == "1\n"
    assert len(runtime_for("$B.pattern_match")) > len(runtime_for()) + 4000


def test_a_name_in_a_text_is_a_use(runtime_for):
    code = "$B.$getattr(value,'__length_hint__')"
    assert runtime_for(*words_of(code)) != runtime_for()


def test_any_word_of_a_javascript_module_may_be_the_runtimes_own():
    assert "$B.make_complex" in words_of(SCRIPT + "'a', 'b', () => $B2.make_complex(1, 2))")
    assert "$B.make_complex" not in words_of("locals.make_complex")


@pytest.mark.parametrize("types", ["bytes", "(str, bytes)"])
def test_asking_whether_a_value_is_of_a_type_brings_none(worker, types):
    program = f"value = 1\nprint(isinstance(value, {types}))"
    code = worker.ask("compile", source=program, file="program.py", name="program")["code"]
    assert "bytes" not in words_of(code)
    assert "bytes" in words_of(code + "_b_.bytes")


def test_the_names_of_parts_differ():
    assert len({part.name for part in PARTS}) == len(PARTS)


def test_a_value_that_turns_into_what_is_left_out_says_so(printed):
    assert "NotImplementedError: complex is not in this page" in printed("print((-8) ** 0.5)")
    assert printed("print(complex(1) + (-8) ** 0.5)").startswith("(1")
