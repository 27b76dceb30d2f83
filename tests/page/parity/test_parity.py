"""Random trees are the same from the server, made by the page, and adopted by it.

`pytest tests/page/parity --trees 1000 --seed 7` tries more, or others.
"""

import json
import random
import shutil
import sys
from pathlib import Path

import pytest

from tests.page.site import compiled, served

HERE = Path(__file__).parent
QIAO = HERE.parents[2] / "frontend" / "qiao"
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
    shutil.copytree(QIAO, tmp_path / "frontend" / "qiao")
    files = {
        "trees.py": (HERE / "trees.py").read_text("utf-8"),
        "qiao/browser/probe.js": (HERE / "probe.js").read_text("utf-8"),
        "qiao/browser/start.py": (HERE / "start.py").read_text("utf-8"),
    }
    built = compiled(tmp_path, tmp_path / "build", files)
    page = chromium.new_page()
    cases = [case(seed) for seed in seeds]
    said, wrong = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(f"uncaught {error}"))
    island = json.dumps(cases).replace("<", "\\u003c")
    with (
        served(built, island) as address,
        page.expect_console_message(lambda said: said.text.strip() == "DONE", timeout=110_000),
    ):
        page.goto(address)
    page.close()
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
