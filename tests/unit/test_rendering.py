"""Elements as a person meets them: from the server, made by the page, taken over by the page."""

import pytest

from qiao import computed, signal
from qiao.elements import (
    Element,
    a,
    b,
    br,
    button,
    circle,
    div,
    form,
    img,
    input_,
    li,
    option,
    p,
    pre,
    select,
    span,
    svg,
    textarea,
    time,
    ul,
)
from qiao.errors import TreeError

HOSTILE = (
    "</p><script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp;amp; &#39; &notin;",
    "<!--", "-->", "]]>", "</textarea>", "</option></select>", "`", "${x}", "{{x}}",
    "\r", "a\r\nb", "\n", "\n\na", "\t", " ", "\u00a0", "\u2028", "\u200b", "\u202e", "\ufeff",
    "\x00", "a\x00b", "\x07", "\x7f", "\x85", "桥", "😀", "👩‍👩‍👧", "e\u0301", "\ufffe",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(render, text):
    screen = render(lambda: p[text])
    assert screen.text == text.replace("\x00", "\ufffd")
    assert len(screen.all("*")) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_live_text_stays_text(render, text):
    said = signal("before")
    screen = render(lambda: p["a", lambda: said.value, b["b"]])
    said.value = text
    assert screen.find("p").text == "a" + text.replace("\x00", "\ufffd") + "b"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_live_text_that_begins_hostile_is_taken_over(render, text):
    said = signal(text)
    screen = render(lambda: p["a", said, "b", said, said])
    said.value = "x"
    assert screen.text == "axbxx"


@pytest.mark.parametrize("text", HOSTILE)
def test_attributes_keep_their_text(render, text):
    said = signal(text)
    screen = render(lambda: p(title=text, data_x=said, aria_label=lambda: said.value)["x"])
    for name in ("title", "data-x", "aria-label"):
        assert screen.find("p").attr(name) == text.replace("\x00", "\ufffd")


@pytest.mark.parametrize("text", HOSTILE)
def test_controls_keep_their_text(render, text):
    def controls():
        return form[
            textarea(value=text),
            input_(type="hidden", value=text),
            select[option(value=text)[text]],
            pre[text],
        ]

    screen = render(controls)
    assert screen.find("option").attr("value") == text.replace("\x00", "\ufffd")
    assert screen.find("pre").text == text.replace("\x00", "\ufffd")


def test_children_stand_in_their_order(render):
    screen = render(lambda: p["a", 1, [2.5, ("b", [])], None, False, "", span["c"], "d", "e"])
    assert screen.html == "<p>a12.5b<span>c</span>de</p>"


def test_texts_that_touch_are_parts_of_their_own(render):
    left, right = signal(""), signal("")
    screen = render(lambda: p[left, "", right, "-", lambda: left.value, right])
    left.value = "L"
    assert screen.text == "L-L"
    right.value = "R"
    left.value = ""
    assert screen.text == "R-R"


NUMBERS = (
    0, -7, 10**15, 2**53 + 1, 10**30, 0.5, -0.0, 0.1 + 0.2, 1e16, 1e15, 123456789012345680.0,
    1e21, 1e22, 1e-4, 1e-5, 1.5e-7, 1e300, 100.0, float("inf"), float("nan"),
)  # fmt: skip


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_are_written_as_python_does(render, number):
    screen = render(lambda: p(data_n=number)[number, " ", lambda: number])
    assert screen.text == f"{number} {number}"


@pytest.mark.parametrize(
    ("attrs", "name", "value"),
    [
        ({"hidden": True}, "hidden", ""),
        ({"hidden": False}, "hidden", None),
        ({"hidden": None}, "hidden", None),
        ({"title": ""}, "title", ""),
        ({"tabindex": 0}, "tabindex", "0"),
        ({"aria_hidden": True}, "aria-hidden", "true"),
        ({"aria_hidden": False}, "aria-hidden", "false"),
        ({"aria_hidden": None}, "aria-hidden", None),
        ({"draggable": True}, "draggable", "true"),
        ({"spellcheck": False}, "spellcheck", "false"),
        ({"contenteditable": None}, "contenteditable", None),
        ({"for_": "x"}, "for", "x"),
        ({"class_": "a b"}, "class", "a b"),
        ({"class_": ["a", None, "", False, "b"]}, "class", "a b"),
        ({"class_": ("a", "b")}, "class", "a b"),
        ({"class_": {"a": True, "b": 0, "c": "x"}}, "class", "a c"),
        ({"class_": []}, "class", None),
        ({"class_": ""}, "class", None),
        ({"data_event_id": 7}, "data-event-id", "7"),
        ({"accept_charset": "utf-8"}, "accept-charset", "utf-8"),
    ],
)
def test_attributes_are_written_by_their_kind(render, attrs, name, value):
    live = {one: (lambda given=given: given) for one, given in attrs.items()}
    screen = render(lambda: div[span(**attrs), span(**live)])
    assert [one.attr(name) for one in screen.all("span")] == [value, value]


@pytest.mark.parametrize("first", ["x", None, True, False, "", 0])
@pytest.mark.parametrize("then", ["y", None, True, False, "", 1.5])
def test_a_live_attribute_follows(render, first, then):
    value = signal(first)
    screen = render(lambda: p(title=value, aria_busy=lambda: value.value, hidden=value)["x"])
    value.value = then
    assert screen.find("p").attr("title") == (
        None if then in (None, False) and then != "" else "" if then is True else str(then)
    )
    value.value = first
    assert screen.text == "x"


REFUSED = (
    "javascript:alert(1)", "JavaScript:alert(1)", " javascript:x", "java\tscript:x",
    "javascript :x", "java\nscript:x", "java\rscript:x", "\x01javascript:x",
    "\x00javascript:x", "vbscript:x",
    "data:text/html,<script>", "data:,x", "DATA:text/html,x", "file:///etc", "blob:x", "x:y",
)  # fmt: skip
KEPT = (
    "/a?b=c:d", "https://a.example/?x=javascript:1", "HTTPS://A.example", "#x:y", "tel:+1", "a/b:c",
    "mailto:a@b.example", "?a:b", "", "//a.example/x", "data:image/png;base64,AA", "/a b",
)  # fmt: skip


@pytest.mark.parametrize("address", REFUSED)
def test_addresses_that_run_scripts_are_refused(render, address):
    where = signal(address)
    screen = render(
        lambda: div[
            a(href=address)["x"],
            a(href=where)["x"],
            img(src=address, alt=""),
            form(action=address)[button(formaction=lambda: address)],
            svg[Element("a")(href=address)],
        ]
    )
    assert screen.html.count("about:blank#refused") == 6
    assert "script:" not in screen.html.lower()


@pytest.mark.parametrize("address", KEPT)
def test_other_addresses_stay(render, address):
    where = signal("javascript:x")
    screen = render(lambda: div[a(href=address)["x"], a(href=where)["x"]])
    where.value = address
    assert [one.attr("href") for one in screen.all("a")] == [address, address]


def test_an_address_that_turns_bad_is_refused(render):
    where = signal("/good")
    screen = render(lambda: a(href=where)["x"])
    where.value = "javascript:alert(1)"
    assert screen.find("a").attr("href") == "about:blank#refused"


@pytest.mark.parametrize("child", [True, {"a": 1}, b"x", object()])
def test_what_is_no_child_is_refused(render, child):
    with pytest.raises(TreeError, match="can't be a child"):
        render(lambda: p[child])


@pytest.mark.parametrize("child", [True, ["x"], p["x"], {"a": 1}, b"x"])
def test_a_live_part_is_text_and_nothing_else(render, child):
    with pytest.raises(TreeError, match="it can only be text"):
        render(lambda: p[lambda: child])


@pytest.mark.parametrize("value", [["x"], {"a": 1}, b"x", object()])
def test_an_attribute_is_text_and_nothing_else(render, value):
    with pytest.raises(TreeError):
        render(lambda: p(title=value))


@pytest.mark.parametrize("name", ["on click", "a>b", 'a"b', "ü", "", "a=b", "_", "x\n"])
def test_a_name_that_could_end_the_tag_is_refused(render, name):
    with pytest.raises(TreeError, match="name of an attribute"):
        render(lambda: div(**{name: "x"}))


@pytest.mark.parametrize("tree", [br["x"], img["x"], input_[None, "x"], textarea["x"]])
def test_what_can_have_no_children_takes_none(render, tree):
    with pytest.raises(TreeError, match="can't have children"):
        render(lambda: tree)


def test_an_element_called_again_keeps_what_it_had(render):
    row = li(class_="row", title="a")
    screen = render(lambda: ul[row["x"], row(title="b")["y"], row])
    assert screen.html == (
        '<ul><li class="row" title="a">x</li><li class="row" title="b">y</li>'
        '<li class="row" title="a"></li></ul>'
    )


def test_a_drawing_follows(render):
    size = signal(3)
    screen = render(
        lambda: div[svg(viewBox="0 0 9 9", class_="dot")[circle(r=size, fill="red")], "x"]
    )
    size.value = 4
    assert screen.find("svg.dot circle").attr("r") == "4"
    assert screen.find("svg").attr("viewBox") == "0 0 9 9"


def test_a_computed_is_a_live_part(render):
    count = signal(1)
    screen = render(lambda: p(data_n=computed(lambda: count.value * 2))[computed(lambda: -count())])
    count.value = 5
    assert screen.find("p").attr("data-n") == "10"
    assert screen.text == "-5"


def test_the_same_tree_twice_is_two(render):
    time_of = time(datetime="2026-12-01")["1 Dec"]
    assert render(lambda: [time_of, time_of]).text == "1 Dec1 Dec"


def test_nothing_is_nothing(render):
    assert render(lambda: None).html == ""


def test_deep_trees(render):
    def deep(depth):
        return div[deep(depth - 1)] if depth else "bottom"

    assert render(lambda: deep(60)).text == "bottom"


@pytest.mark.parametrize("style", ["width: 3px", ["width"], True])
def test_a_style_that_is_no_dict_is_told(render, style):
    with pytest.raises(TreeError, match="style"):
        render(lambda: p(style=style))
    with pytest.raises(TreeError, match="style"):
        render(lambda: p(style=lambda: style))
