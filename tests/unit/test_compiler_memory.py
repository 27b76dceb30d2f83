"""The memory of the build: the same answers, sooner; never an old answer to a new question."""

import json

import pytest

from compiler import memory as memories
from compiler.memory import Memory

QUESTION = json.dumps({"operation": "minify", "source": "let a  =  1"})


@pytest.fixture
def file(tmp_path):
    memory = Memory(tmp_path / "build" / "memory.json")
    memory.keep(QUESTION, {"code": "let a=1;"})
    memory.save()
    return tmp_path / "build" / "memory.json"


def test_the_same_question_is_answered(file):
    assert Memory(file).recall(QUESTION) == {"code": "let a=1;"}


def test_another_question_is_not(file):
    assert Memory(file).recall(QUESTION.replace("1", "2")) is None


def test_what_a_build_did_not_ask_is_forgotten(file):
    Memory(file).save()
    assert Memory(file).recall(QUESTION) is None


def test_what_was_recalled_stays(file):
    memory = Memory(file)
    memory.recall(QUESTION)
    memory.save()
    assert Memory(file).recall(QUESTION) is not None


def test_another_compiler_remembers_nothing(file, monkeypatch):
    monkeypatch.setattr(memories, "_hash_of_compiler", lambda: "another")
    assert Memory(file).recall(QUESTION) is None


def test_an_error_is_not_remembered(file):
    memory = Memory(file)
    memory.keep("a question", {"error": "no"})
    assert memory.recall("a question") is None


def test_a_spoilt_file_is_no_memory(file):
    file.write_text('{"answers": {')
    assert Memory(file).recall(QUESTION) is None
