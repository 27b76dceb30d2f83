import pytest

from compiler.errors import SourceError
from compiler.pages import PageInfo, read_page
from compiler.sources import Sources


@pytest.fixture
def page(tmp_path):
    """A function: what the build reads of a page of this text."""
    (tmp_path / "app" / "pages").mkdir(parents=True)

    def read(text):
        (tmp_path / "app" / "pages" / "a.py").write_text(text)
        return read_page(Sources(tmp_path), "a")

    return read


def test_path_and_who_are_read(page):
    assert page('path = "/a"\nwho = "user"') == PageInfo("a", "/a", "user")


def test_a_page_with_submit_takes_a_form(page):
    assert page('path = "/a"\nasync def submit(form): ...').takes_form


def test_anyone_may_see_a_page_that_says_nothing(page):
    assert page('path: str = "/a"').who == "anyone"


def test_a_page_without_path_is_told(page):
    with pytest.raises(SourceError, match=r"app/pages/a\.py:1: a page needs a path"):
        page("")


def test_a_path_that_is_computed_is_told(page):
    with pytest.raises(SourceError, match=r"app/pages/a\.py:2: path of a page must be plain text"):
        page('x = "/a"\npath = x + "/b"')


def test_a_page_that_is_no_python_is_told(page):
    with pytest.raises(SourceError, match=r"app/pages/a\.py:2: SyntaxError"):
        page('path = "/a"\nview = (')
