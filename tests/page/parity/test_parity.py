"""Random trees are the same from the server, made by the page, and adopted by it.

`pytest tests/page/parity --trees 1000 --seed 7` tries more, or others.
"""

import json
import random
import sys
from pathlib import Path

import pytest

from tests.page.site import run_in_page

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from descriptions import Maker  # noqa: E402
from trees import tree_of  # noqa: E402

from qiao.html import to_html  # noqa: E402
from qiao.signals import signal  # noqa: E402


@pytest.fixture
def seeds(request):
    first = request.config.getoption("--seed")
    first = random.randrange(10**6) if first is None else first
    return range(first, first + request.config.getoption("--trees"))


def case(seed):
    """Return a description with the HTML of both of its states."""
    tree = Maker(seed).tree()
    return {"tree": tree, "html": [to_html(tree_of(tree, signal(at))) for at in (0, 1)]}


def test_random_trees_are_the_same_from_both_ends(tmp_path, chromium, seeds):
    files = {
        "trees.py": (HERE / "trees.py").read_text("utf-8"),
        "qiao/browser/start.py": (HERE / "start.py").read_text("utf-8"),
    }
    cases, wrong = [case(seed) for seed in seeds], []
    said = run_in_page(tmp_path, chromium, files, cases)
    for text in said:
        if text.startswith("WRONG "):
            told = json.loads(text.removeprefix("WRONG "))
            wrong.append((seeds[told["number"]], cases[told["number"]]["tree"], told["wrong"]))
    for one in wrong[:3]:
        print(json.dumps(one, ensure_ascii=False))
    assert wrong == []
    # What a boundary dealt with is told, too.
    told = [text for text in said if "uncaught" in text or "Traceback" in text]
    assert [text for text in told if "on purpose" not in text] == []
