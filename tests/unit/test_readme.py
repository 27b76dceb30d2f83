"""The README's promises: its page runs, its links lead somewhere."""

import re
from pathlib import Path
from types import ModuleType

from qiao.html import to_html
from qiao.pages import Page

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


class AnEvent:
    title = "Tea tasting"
    capacity = 3
    taken = 2


def test_the_page_of_the_readme_runs() -> None:
    (source,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    module = ModuleType("group")
    exec(compile(source, "README.md", "exec"), module.__dict__)
    html = to_html(Page("group", module).view(AnEvent(), None))
    assert '<button disabled="">One more</button>' in html
    assert "<p>1 of us</p>" in html


def test_the_files_the_readme_links_to_are_there() -> None:
    linked = re.findall(r"\]\(([^)h][^)]*)\)", README)
    assert "docs/decisions.md" in linked
    assert [path for path in linked if not (ROOT / path).exists()] == []
