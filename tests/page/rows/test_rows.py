"""A thousand rows: what one change costs."""

import json
from pathlib import Path

import pytest

from tests.page.site import run_in_page


@pytest.fixture(scope="module")
def told(tmp_path_factory, chromium):
    source = (Path(__file__).parent / "start.py").read_text("utf-8")
    said = run_in_page(tmp_path_factory.mktemp("rows"), chromium, {"qiao/browser/start.py": source})
    found = dict(json.loads(text[5:]) for text in said if text.startswith("TOLD "))
    assert [text for text in said if not text.startswith(("TOLD ", "DONE"))] == []
    return found


@pytest.mark.parametrize("what", ["update", "tap"])
def test_a_change_of_one_row_is_one_effect_and_one_write(told, what):
    runs, writes = told[what]
    assert runs == 1
    # Each counts on from the one before.
    assert writes == {"update": 1, "tap": 2}[what]


def test_a_swap_moves_two_rows(told):
    # Moving is leaving and coming.
    assert told["swap"] == [4]


@pytest.mark.parametrize("what", ["remove", "append", "prepend"])
def test_a_row_that_comes_or_goes_touches_no_other(told, what):
    assert told[what] == [1]


def test_pages_that_went_leave_no_reader_behind(told):
    assert told["readers left"] == [0]
