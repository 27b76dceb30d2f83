"""Each example of the guide gives what it says, from the server and in the page."""

import json
import re
from pathlib import Path
from types import ModuleType

import pytest

from qiao.html import to_html
from tests.page.site import run_in_page

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
GUIDE = (ROOT / "docs" / "guide.md").read_text("utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```\n\n```html\n(.*?)\n```", GUIDE, re.DOTALL)


def test_every_example_says_what_comes_out():
    assert len(EXAMPLES) == GUIDE.count("```python") > 7


@pytest.mark.parametrize("source, html", EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_on_the_server(source, html):
    module = ModuleType("example")
    exec(compile(source, "guide.md", "exec"), module.__dict__)
    assert to_html(module.example()) == html


def test_the_examples_in_the_page(tmp_path, chromium):
    said = run_in_page(
        tmp_path,
        chromium,
        {
            "qiao/browser/start.py": (HERE / "start.py").read_text("utf-8"),
            # What a page imports is compiled; nothing else is.
            "app/pages/home.py": 'path = "/"\n'
            + "".join(f"import examples.e{at}\n" for at in range(len(EXAMPLES))),
            "examples/__init__.py": "",
            **{f"examples/e{at}.py": source for at, (source, _) in enumerate(EXAMPLES)},
        },
        [html for _, html in EXAMPLES],
    )
    pairs = [json.loads(text.removeprefix("HTML ")) for text in said if text.startswith("HTML ")]
    assert len(pairs) == len(EXAMPLES)
    assert [made for made, _ in pairs] == [written for _, written in pairs]
    # One example fails on purpose; its boundary tells the console.
    assert [text for text in said if "uncaught" in text] == []
