"""Paths with parameters."""

import pytest

from qiao.paths import fill_path, match_path, query_string
from qiao.quoting import quote


@pytest.mark.parametrize(
    ("pattern", "path", "params"),
    [
        ("/", "/", {}),
        ("/events/<int:id>", "/events/7", {"id": 7}),
        ("/events/<int:id>", "/events/x", None),
        ("/events/<int:id>", "/events/", None),
        ("/events/<int:id>", "/events/٣", None),
        ("/events/<int:id>", "/events/" + "9" * 30, None),
        ("/events/<int:id>", "/events/7/", None),
        ("/events/<int:id>/sign-up", "/events/7/sign-up", {"id": 7}),
        ("/tickets/<code>", "/tickets/A B", {"code": "A B"}),
        ("/tickets/<code>", "/tickets/", None),
    ],
)
def test_match(pattern, path, params):
    assert match_path(pattern, path) == params


def test_a_path_is_filled_and_escaped():
    assert fill_path("/tickets/<code>", {"code": "a/b ü"}) == "/tickets/a%2Fb%20%C3%BC"


def test_parameters_that_do_not_fit_are_told():
    with pytest.raises(TypeError, match="needs a value for 'id'"):
        fill_path("/events/<int:id>", {})
    with pytest.raises(TypeError, match="has no parameter page"):
        fill_path("/events", {"page": 2})


def test_a_query_leaves_out_what_is_not_there():
    assert query_string({"a": 1, "b": None, "c": "x&y"}) == "?a=1&c=x%26y"
    assert query_string({"a": None}) == ""


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("a-Z_0.~", "a-Z_0.~"),
        ("桥", "%E6%A1%A5"),
        ("😀", "%F0%9F%98%80"),
        ("/?%!'()*", "%2F%3F%25%21%27%28%29%2A"),
    ],
)
def test_what_is_not_plain_is_quoted(text, quoted):
    assert quote(text) == quoted
