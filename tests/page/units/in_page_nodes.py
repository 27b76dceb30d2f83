"""What a page does to nodes: events, handles, styles, and what a person had typed already."""

import pytest

from qiao import ref, signal
from qiao.browser import probe
from qiao.elements import a, button, dialog, div, form, input_, option, p, select, span, textarea
from qiao.errors import HydrationError


def test_an_event_says_what_happened(render):
    seen = []

    def heard(event):
        seen.append((event.type, event.value, event.checked, event.key))

    screen = render(
        lambda: div[
            input_(on_input=heard, value="桥"),
            input_(type="checkbox", on_change=heard, value="x"),
            input_(on_key_down=heard),
            p(on_click=heard)[span["x"]],
        ]
    )
    screen.find("input").type("😀")
    screen.find("[type=checkbox]").tick()
    probe.press(screen.all("input")[2].node, "Enter")
    screen.find("span").click()
    assert seen == [
        ("input", "😀", False, ""),
        ("change", "x", True, ""),
        ("keydown", "", False, "Enter"),
        ("click", "", False, ""),
    ]


def test_a_handler_may_keep_the_browser_from_its_own(render):
    screen = render(
        lambda: div[
            a(href="/x", class_="kept", on_click=lambda event: event.prevent())["x"],
            a(href="#y", class_="left", on_click=lambda event: None)["y"],
        ]
    )
    assert probe.fire(screen.find(".kept").node, "click") is False
    assert probe.fire(screen.find(".left").node, "click") is True


def test_the_page_sends_its_forms_itself(render):
    sent = []
    screen = render(lambda: form(on_submit=lambda: sent.append(True))[button["Send"]])
    assert probe.fire(screen.find("form").node, "submit") is False
    assert sent == [True]


async def test_a_handler_can_wait(render):
    count = signal(0)

    async def later():
        count.value = 1
        await probe.later()
        count.value = 2

    screen = render(lambda: button(on_click=later)[count])
    screen.find("button").click()
    assert screen.text == "1"
    for _ in range(3):
        await render.settled()
    assert screen.text == "2"


def test_a_handler_that_fails_stops_nothing_else(render):
    count = signal(0)

    def fail():
        count.value += 1
        raise ValueError("on purpose")

    screen = render(lambda: button(on_click=fail)[count])
    screen.find("button").click()
    screen.find("button").click()
    assert screen.text == "2"


def test_a_failure_names_its_line_however_often(render):
    def fail():
        raise ValueError("on purpose")

    screen = render(lambda: button(on_click=fail)["x"])
    probe.hear_errors()
    for _ in range(30):
        screen.find("button").click()
    told = probe.heard_errors()
    assert len(told) == 30
    assert told[0] == told[29]
    assert 'in_page_nodes.py", line' in told[0]


def test_a_handle_reaches_its_element(render):
    name, box = ref(), ref()
    name.focus()  # not there yet: nothing happens
    screen = render(lambda: div[input_(ref=name), dialog(ref=box)["x"], button(ref=None)])
    name.focus()
    assert probe.has_focus(screen.find("input").node)
    box.show_modal()
    assert screen.find("dialog").attr("open") == ""
    box.close()
    assert screen.find("dialog").attr("open") is None


STYLES = [
    ({"width": "3px"}, "width: 3px;"),
    ({"background_color": "red"}, "background-color: red;"),
    ({"--n": 3}, "--n: 3;"),
    ({"--n": 0.5, "width": None, "height": False}, "--n: 0.5;"),
    ({"margin": "1px 2px"}, "margin: 1px 2px;"),
    ({}, None),
    (None, None),
]


@pytest.mark.parametrize("style, written", STYLES)
def test_styles_are_set_one_by_one(render, style, written):
    live = signal(style)
    screen = render(lambda: div[p(style=style), p(style=live)])
    assert [one.attr("style") or None for one in screen.all("p")] == [written, written]


@pytest.mark.parametrize("style, written", STYLES)
def test_styles_are_set_where_the_server_could_not(render, style, written):
    live = signal(style)
    screen = render.over("<div><p></p><p></p></div>", lambda: div[p(style=style), p(style=live)])
    assert [one.attr("style") or None for one in screen.all("p")] == [written, written]


def test_styles_come_and_go(render):
    style = signal({"width": "3px", "margin": "1px"})
    screen = render(lambda: p(style=style))
    style.value = {"width": "4px", "color": "red"}
    assert screen.find("p").attr("style") == "width: 4px; color: red;"
    style.value = None
    assert (screen.find("p").attr("style") or "") == ""


CONTROLS = (
    '<form><input value="a"><textarea>b</textarea><input type="checkbox" value="on">'
    '<select><option value="x">x</option><option value="y">y</option></select></form>'
)


def controls(seen):
    def heard(event):
        seen.append((event.type, event.value, event.checked))

    text = signal("a")
    return form[
        input_(value=text, on_input=heard),
        textarea(value="b", on_input=heard),
        input_(type="checkbox", value="on", on_change=heard),
        select(on_change=heard)[option(value="x")["x"], option(value="y")["y"]],
    ]


def test_what_was_typed_before_reaches_the_component(render):
    seen = []
    root = probe.add_root(CONTROLS)
    for selector, value in (("input", "typed"), ("textarea", "too"), ("select", "y")):
        probe.set_value(probe.select(root, selector)[0], value)
    probe.set_checked(probe.select(root, "[type=checkbox]")[0], True)
    render.take_over(root, controls, seen)
    assert seen == [
        ("input", "typed", False),
        ("input", "too", False),
        ("change", "on", True),
        ("change", "y", False),
    ]
    assert probe.value(probe.select(root, "input")[0]) == "typed"
    assert probe.value(probe.select(root, "textarea")[0]) == "too"
    assert probe.value(probe.select(root, "select")[0]) == "y"


def test_what_was_not_touched_says_nothing(render):
    seen = []
    render.over(CONTROLS, controls, seen)
    assert seen == []


def test_focus_and_caret_survive(render):
    root = probe.add_root(CONTROLS)
    control = probe.select(root, "input")[0]
    probe.set_value(control, "typed")
    probe.focus(control)
    probe.set_caret(control, 2)
    render.take_over(root, controls, [])
    assert probe.has_focus(control)
    assert probe.caret(control) == 2


def test_a_caret_stays_where_a_component_sets_what_is_there(render):
    text = signal("abc")

    def typed(event):
        text.value = event.value

    screen = render(lambda: input_(value=text, on_input=typed))
    control = screen.find("input").node
    probe.focus(control)
    probe.set_value(control, "abXc")
    probe.set_caret(control, 3)
    probe.fire(control, "input")
    assert text.value == "abXc"
    assert probe.caret(control) == 3


def test_a_component_may_change_what_is_typed(render):
    text = signal("")

    def typed(event):
        text.value = event.value.upper()

    screen = render(lambda: input_(value=text, on_input=typed))
    screen.find("input").type("ab")
    assert probe.value(screen.find("input").node) == "AB"
    text.value = ""
    assert probe.value(screen.find("input").node) == ""


def test_a_box_follows_after_a_person_has_ticked_it(render):
    on = signal(False)
    screen = render(lambda: input_(type="checkbox", checked=on))
    probe.set_checked(screen.find("input").node, True)
    on.value = True
    on.value = False
    assert probe.checked(screen.find("input").node) is False


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ("", "the page wanted <p>, the server had sent nothing"),
        ("<div></div>", 'the page wanted <p>, the server had sent <div class="">'),
        ("x", 'the page wanted <p>, the server had sent "x"'),
        ("<p>b</p>", 'the page wanted the text "a", the server had sent "b"'),
        ("<p></p>", 'the page wanted the text "a", the server had sent nothing'),
        ("<p>ab</p>", 'the page wanted nothing more in <p>, the server had sent "b"'),
        ("<p>a</p><i></i>", "the page wanted nothing more, the server had sent <i"),
    ],
)
def test_what_does_not_match_is_told(render, sent, told):
    root = probe.add_root(sent)
    with pytest.raises(HydrationError, match=told):
        render.take_over(root, lambda: p["a"])


def test_after_a_mismatch_a_page_can_be_made_anew(render):
    with pytest.raises(HydrationError):
        render.take_over(probe.add_root("<p>b</p>"), lambda: p["a"])
    assert render(lambda: p["a"]).html == "<p>a</p>"
