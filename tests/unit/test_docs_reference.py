"""The reference says what the docstrings say."""

from tools.reference import FILE, reference


def test_it_is_current() -> None:
    assert FILE.read_text("utf-8") == reference(), "run: python3 build.py reference"


def test_it_has_what_pages_use() -> None:
    text = reference()
    for heading in (
        "### `each(rows: Any, *, key:",
        "### `field(entry:",
        "### `text(label: str",
        "### `Signal(",
        "## qiao.layouts",
        "## qiao.pages",
        "### `every(seconds: float",
    ):
        assert heading in text
