"""The memory of the build: the same answers, sooner; never an old answer to a new question."""

import json
import time

import pytest

from compiler import memory as memories
from compiler.memory import Memory

QUESTION = json.dumps({"operation": "minify", "source": "let a  =  1"})


@pytest.fixture
def file(tmp_path):
    memory = Memory(tmp_path / "build" / "memory.json")
    memory.keep(QUESTION, {"code": "let a=1;"}, time.time())
    memory.end_build()
    memory.save()
    return tmp_path / "build" / "memory.json"


def test_the_same_question_is_answered(file):
    assert Memory(file).recall(QUESTION) == {"code": "let a=1;"}


def test_another_question_is_not(file):
    assert Memory(file).recall(QUESTION.replace("1", "2")) is None


def test_what_a_build_did_not_ask_is_forgotten(file):
    memory = Memory(file)
    memory.end_build()
    memory.save()
    assert Memory(file).recall(QUESTION) is None


def test_what_was_recalled_stays(file):
    memory = Memory(file)
    memory.recall(QUESTION)
    memory.end_build()
    memory.save()
    assert Memory(file).recall(QUESTION) is not None


def test_another_compiler_remembers_nothing(file, monkeypatch):
    monkeypatch.setattr(memories, "_hash_of_compiler", lambda: "another")
    assert Memory(file).recall(QUESTION) is None


def test_an_error_is_not_remembered(file):
    memory = Memory(file)
    memory.keep("a question", {"error": "no"}, time.time())
    assert memory.recall("a question") is None


def test_a_spoilt_file_is_no_memory(file):
    file.write_text('{"answers": {')
    assert Memory(file).recall(QUESTION) is None


@pytest.fixture
def read(file, tmp_path):
    """A function: remember an answer that was made of a file, `age` seconds after it was saved."""

    def keep(age):
        source = tmp_path / "kernel.js"
        source.write_text("1")
        memory = Memory(file)
        asked = source.stat().st_mtime + age
        memory.keep(QUESTION, {"code": "1", "inputs": [str(source)]}, asked)
        return memory, source

    return keep


def test_what_was_read_of_files_holds_while_they_are_the_same(read):
    memory, _source = read(1)
    assert memory.recall(QUESTION)["code"] == "1"


@pytest.mark.parametrize("change", [lambda file: file.write_text("2"), lambda file: file.unlink()])
def test_what_was_read_of_files_is_forgotten_when_one_changes(read, change):
    memory, source = read(1)
    change(source)
    assert memory.recall(QUESTION) is None


def test_what_was_read_of_a_file_just_being_saved_is_not_remembered(read, file):
    memory, _source = read(0)
    memory.end_build()
    memory.save()
    assert Memory(file).recall(QUESTION) is None
