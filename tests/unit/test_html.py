"""The HTML writer: what is escaped, what is refused, how attributes are written."""

import pytest

from qiao import boundary, each, pending, portal, ref, show, signal
from qiao.elements import a, br, div, img, input_, li, p, textarea, ul
from qiao.errors import TreeError
from qiao.html import to_html

HOSTILE = "</p><script>alert(1)</script>\"'&"


def test_children_become_text_in_order():
    assert to_html(p["a", 1, 2.5, None, False, ["b", ("c",)], (x for x in "de")]) == (
        "<p>a12.5bcde</p>"
    )


@pytest.mark.parametrize(
    "tree",
    [p[HOSTILE], p[lambda: HOSTILE], p[signal(HOSTILE)], p[[HOSTILE]], textarea(value=HOSTILE)],
    ids=["text", "live", "signal", "list", "textarea"],
)
def test_text_never_becomes_markup(tree):
    html = to_html(tree)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_a_value_never_ends_its_attribute():
    assert to_html(div(title=HOSTILE)) == (
        '<div title="&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;\'&amp;"></div>'
    )


@pytest.mark.parametrize("name", ["on click", "a>b", 'a"b', "ü", ""])
def test_a_name_that_could_end_the_tag_is_refused(name):
    with pytest.raises(TreeError, match="name of an attribute"):
        to_html(div(**{name: "x"}))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", " javascript:x", "java\tscript:x",
        "java\nscript:x", "\x01javascript:x", "data:text/html,<script>", "vbscript:x",
    ],
)  # fmt: skip
@pytest.mark.parametrize("element", [a, img], ids=["href", "src"])
def test_addresses_that_run_scripts_are_refused(element, address):
    name = "href" if element is a else "src"
    assert to_html(element(**{name: address})).endswith(
        ("about:blank#refused\"></a>", "about:blank#refused\">")
    )  # fmt: skip


@pytest.mark.parametrize(
    "address", ["/a?b=c:d", "https://a.example/", "#x:y", "tel:+1", "a/b:c", "mailto:a@b.example"]
)
def test_other_addresses_stay(address):
    assert to_html(a(href=address)) == f'<a href="{address}"></a>'


@pytest.mark.parametrize(
    ("attrs", "html"),
    [
        ({"hidden": True}, ' hidden=""'),
        ({"hidden": False}, ""),
        ({"title": None}, ""),
        ({"title": ""}, ' title=""'),
        ({"tabindex": 0}, ' tabindex="0"'),
        ({"aria_hidden": True}, ' aria-hidden="true"'),
        ({"aria_expanded": False}, ' aria-expanded="false"'),
        ({"class_": ["a", "", None, "b"]}, ' class="a b"'),
        ({"class_": {"a": True, "b": False}}, ' class="a"'),
        ({"class_": []}, ""),
        ({"for_": "x", "data_event_id": 7}, ' for="x" data-event-id="7"'),
        ({"on_click": print}, ""),
        ({"ref": ref(), "style": {"width": "3px"}}, ""),
        ({"title": lambda: "live"}, ' title="live"'),
    ],
)
def test_attributes(attrs, html):
    assert to_html(div(**attrs)) == f"<div{html}></div>"


def test_void_elements_have_no_end():
    assert to_html([br, input_(name="a")]) == '<br><input name="a">'


def test_a_void_element_takes_no_children():
    with pytest.raises(TreeError, match="<br> can't have children"):
        to_html(br["x"])


@pytest.mark.parametrize("child", [True, {"a": 1}, b"x", object()])
def test_what_is_no_child_is_refused(child):
    with pytest.raises(TreeError, match="can't be a child"):
        to_html(p[child])


def test_a_live_part_is_text_and_nothing_else():
    with pytest.raises(TreeError, match=r"use show\(\) or each\(\)"):
        to_html(p[lambda: p["x"]])


def test_a_text_that_begins_with_a_line_feed_keeps_it():
    assert to_html(textarea(value="\na")) == "<textarea>\n\na</textarea>"


def test_each_renders_rows_or_what_stands_for_none():
    def rows(names):
        return ul[each(names, key=str, render=lambda name: li[name], otherwise=lambda: "none")]

    assert to_html(rows(["a", "b"])) == "<ul><li>a</li><li>b</li></ul>"
    assert to_html(rows(signal([]))) == "<ul>none</ul>"


def test_two_rows_with_one_key_are_told():
    with pytest.raises(ValueError, match="key 'a'"):
        to_html(each(["a", "a"], key=str, render=str))


def test_show_takes_the_branch():
    assert to_html(show(True, lambda: "yes", lambda: "no")) == "yes"
    assert to_html(show(signal(0), lambda: "yes", lambda: "no")) == "no"
    assert to_html(show(lambda: None, lambda: "yes")) == ""


def test_a_boundary_shows_what_failed_and_nothing_of_the_rest():
    def broken():
        return [p["before"], p[lambda: 1 // 0]]

    html = to_html(boundary(broken, lambda error, again: p[f"Sorry: {error}"]))
    assert html == "<p>Sorry: integer division or modulo by zero</p>"


def test_what_comes_later_is_awaited_in_the_page():
    assert to_html(pending(lambda: None, lambda found: found, lambda: "wait")) == "wait"


def test_a_portal_is_not_sent():
    assert to_html(["a", portal(p["b"]), "c"]) == "ac"
