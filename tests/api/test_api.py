"""docs/api.md is one script: each example prints what stands below it."""

import io
import re
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from emulators.servers import serving

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True, scope="session")

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")
EXAMPLE = re.compile(r"```python\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)


@pytest.fixture
def script(organiser, app, monkeypatch):
    """Serve the application; give the names of a script that has a token of its own."""
    form = {"name": "docs/api.md", "scope": "write", "days": "7"}
    token = organiser.post("/api/access-tokens", form).json["token"]
    with serving(app) as address:
        monkeypatch.setenv("QIAO_SERVER", address)
        monkeypatch.setenv("QIAO_TOKEN", token)
        names = {}
        yield names
        names["api"].close()


def test_every_example_prints_what_the_page_says(script):
    examples = EXAMPLE.findall(PAGE)
    assert len(examples) == PAGE.count("```python") > 5
    for code, expected in examples:
        printed = io.StringIO()
        with redirect_stdout(printed):
            exec(compile(code, "docs/api.md", "exec"), script)
        assert printed.getvalue() == expected, code


def test_the_limits_are_those_of_the_configuration(app):
    config = app.extensions["qiao"].config
    assert (config.limit_user, config.limit_address) == ("300/minute", "1200/minute")
    assert "300 requests a minute" in PAGE and "address 1,200" in PAGE
