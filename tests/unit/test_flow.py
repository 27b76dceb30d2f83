"""What changes the structure: each, show, boundary, pending, portal; in every renderer."""

import pytest

from qiao import boundary, computed, each, pending, portal, show, signal
from qiao.elements import (
    b,
    button,
    div,
    input_,
    li,
    option,
    p,
    section,
    select,
    span,
    table,
    tbody,
    td,
    tr,
    ul,
)
from qiao.signals import on_dispose


def names(rows, otherwise=None):
    given = {"otherwise": otherwise} if otherwise else {}
    return ul[each(rows, key=lambda row: row, render=lambda row: li[row], **given)]


ORDERS = (
    [], ["a"], ["b"], ["a", "b", "c"], ["c", "b", "a"], ["b", "c", "d"], ["d", "a", "b"],
    ["x", "a", "y", "b", "z"], ["d", "c", "b", "a", "e"], ["a", "c"], ["c", "a", "b"], ["b", "a"],
    ["", " ", "<b>", "桥", "😀"],
)  # fmt: skip


@pytest.mark.parametrize("first", ORDERS)
@pytest.mark.parametrize("then", ORDERS)
def test_rows_follow_their_list(render, first, then):
    rows = signal(first)
    screen = render(names, rows)
    rows.value = then
    assert [one.text for one in screen.all("li")] == then
    rows.value = first
    assert [one.text for one in screen.all("li")] == first


def test_rows_between_other_nodes_stay_there(render):
    rows, more = signal(["a"]), signal([])
    screen = render(
        lambda: p[
            "(",
            each(rows, key=str, render=lambda row: b[row]),
            each(more, key=str, render=str, otherwise=lambda: "none"),
            lambda: f"{len(rows.value)}",
            ")",
        ]
    )
    rows.value = ["b", "a"]
    more.value = ["x", "y"]
    assert screen.text == "(baxy2)"
    rows.value = []
    assert screen.text == "(xy0)"
    more.value = []
    assert screen.text == "(none0)"


def test_a_plain_list_can_be_rows(render):
    assert render(names, ["a", "b"]).html == "<ul><li>a</li><li>b</li></ul>"


def test_rows_can_be_a_function_or_a_computed(render):
    count = signal(2)
    screen = render(
        lambda: div[
            names(lambda: [f"f{at}" for at in range(count.value)]),
            names(computed(lambda: [f"c{at}" for at in range(count.value)])),
        ]
    )
    count.value = 3
    assert screen.text == "f0f1f2c0c1c2"


def test_no_rows_show_what_stands_for_them(render):
    rows = signal([])
    screen = render(names, rows, lambda: li(class_="none")["Nobody yet"])
    assert screen.find(".none").text == "Nobody yet"
    rows.value = ["a"]
    assert screen.all(".none") == []
    rows.value = []
    assert screen.find(".none").text == "Nobody yet"


def test_a_row_that_changed_is_rendered_anew(render):
    rows = signal([(1, "a"), (2, "b")])
    screen = render(lambda: ul[each(rows, key=lambda row: row[0], render=lambda row: li[row[1]])])
    rows.value = [(1, "a"), (2, "B")]
    assert [one.text for one in screen.all("li")] == ["a", "B"]


@pytest.mark.parametrize(
    "keys", [["1", 1], [(1, 2), "(1, 2)"], [1.5, "1.5"], [None, "None"], [0, ""]]
)
def test_keys_that_look_the_same_are_not(render, keys):
    rows = signal(keys)
    screen = render(lambda: ul[each(rows, key=lambda row: row, render=lambda row: li[f"{row!r}"])])
    rows.value = list(reversed(keys))
    assert [one.text for one in screen.all("li")] == [repr(key) for key in reversed(keys)]


def test_two_rows_with_one_key_are_told(render):
    with pytest.raises(ValueError, match="key 'a'"):
        render(names, ["a", "a"])


def test_rows_of_several_nodes_move_as_one(render):
    rows = signal(["a", "b", "c"])
    screen = render(
        lambda: div[each(rows, key=str, render=lambda row: [b[row], "-", None, [span[row]], row])]
    )
    rows.value = ["c", "a", "b"]
    assert screen.text == "c-cca-aab-bb"


def test_rows_of_nothing_move_too(render):
    rows = signal([1, 2, 3, 4])
    screen = render(
        lambda: div[each(rows, key=lambda row: row, render=lambda row: row % 2 and b[row] or None)]
    )
    rows.value = [4, 3, 2, 1]
    assert screen.text == "31"
    rows.value = [1, 5, 2, 3]
    assert screen.text == "153"


def test_rows_in_rows(render):
    groups = signal([("x", ["a", "b"]), ("y", [])])

    def group(one):
        return section[one[0], each(one[1], key=str, render=str, otherwise=lambda: "-")]

    screen = render(lambda: div[each(groups, key=lambda one: one[0], render=group)])
    assert screen.text == "xaby-"
    groups.value = [("y", []), ("x", ["a", "b"])]
    assert screen.text == "y-xab"


def test_rows_whose_inside_lives(render):
    inner = {name: signal([name]) for name in "ab"}
    order = signal(["a", "b"])
    screen = render(
        lambda: div[
            each(order, key=str, render=lambda row: each(inner[row], key=str, render=str)), "."
        ]
    )
    inner["a"].value = ["a", "A"]
    order.value = ["b", "a"]
    assert screen.text == "baA."
    inner["b"].value = []
    inner["a"].value = ["1", "2", "3"]
    assert screen.text == "123."
    order.value = ["a", "b"]
    inner["b"].value = ["B"]
    assert screen.text == "123B."


@pytest.mark.parametrize("first", [True, False])
def test_show_takes_the_branch(render, first):
    wanted = signal(first)
    screen = render(lambda: div["(", show(wanted, lambda: b["yes"], lambda: "no"), ")"])
    for one in (True, False, False, True):
        wanted.value = one
        assert screen.text == ("(yes)" if one else "(no)")


@pytest.mark.parametrize(
    ("when", "shown"),
    [(0, "no"), (3, "yes"), ("", "no"), ("x", "yes"), ([], "no"), ({}, "no"), (None, "no")],
)
def test_show_knows_what_is_true(render, when, shown):
    screen = render(
        lambda: [show(what, lambda: "yes", lambda: "no") for what in (when, signal(when))]
    )
    assert screen.text == shown + shown


def test_a_branch_that_stays_is_not_rendered_again(render):
    count, rendered = signal(1), []

    def branch():
        rendered.append(count.peek())
        return p[count]

    screen = render(lambda: div[show(lambda: count.value > 0, branch)])
    before = len(rendered)
    count.value = 2
    # Without a page each look renders; with one, none does.
    assert rendered[before:] == []
    assert screen.text == "2"


def test_a_branch_may_rely_on_what_it_is_shown_for(render):
    user = signal({"name": "Li"})
    screen = render(
        lambda: div[
            show(
                lambda: user.value,
                lambda: p(title=lambda: user.value["name"])[lambda: user.value["name"]],
                lambda: "nobody",
            )
        ]
    )
    user.value = None
    assert screen.text == "nobody"
    user.value = {"name": "Bo"}
    assert screen.find("p").attr("title") == "Bo"


def test_a_row_may_rely_on_its_list(render):
    people = signal({"a": "Li", "b": "Bo"})
    screen = render(
        lambda: ul[
            each(
                lambda: sorted(people.value),
                key=str,
                render=lambda key: li[lambda: people.value[key]],
            )
        ]
    )
    people.value = {"b": "Ben", "c": "Cy"}
    assert [one.text for one in screen.all("li")] == ["Ben", "Cy"]


def test_shows_in_shows(render):
    a, b_ = signal(True), signal(True)
    screen = render(
        lambda: div[
            show(a, lambda: show(b_, lambda: "ab", lambda: "a"), lambda: show(b_, lambda: "b")), "."
        ]
    )
    for one, other, text in ((0, 1, "b."), (0, 0, "."), (1, 0, "a."), (1, 1, "ab.")):
        a.value, b_.value = one, other
        assert screen.text == text


def test_what_is_gone_is_let_go(render):
    wanted, shared, gone = signal(True), signal("a"), []

    def branch():
        on_dispose(lambda: gone.append(True))
        return p(title=shared)[shared, show(shared, lambda: b[shared])]

    screen = render(lambda: div[show(wanted, branch, lambda: "none")])
    wanted.value = False
    assert screen.text == "none"
    assert shared.targets == {}


def test_a_boundary_shows_what_failed(render):
    def broken():
        return [p["before"], p[lambda: {}["on purpose"]]]

    screen = render(
        lambda: div[
            boundary(broken, lambda error, again: p(class_="sorry")[f"Sorry: {error}"]), "."
        ]
    )
    assert screen.html == "<div><p class=\"sorry\">Sorry: 'on purpose'</p>.</div>"


def test_a_boundary_around_what_works_is_not_seen(render):
    screen = render(lambda: div["(", boundary(lambda: p["fine"], lambda error, again: "no"), ")"])
    assert screen.html == "<div>(<p>fine</p>)</div>"


def test_the_nearest_boundary_takes_the_failure(render):
    def broken():
        raise ValueError("on purpose")

    screen = render(
        lambda: boundary(
            lambda: ["outside", boundary(broken, lambda error, again: "inside")],
            lambda error, again: "far",
        )
    )
    assert screen.text == "outsideinside"


def test_a_fallback_that_fails_is_for_the_next_boundary(render):
    def broken(*_):
        raise ValueError("on purpose")

    screen = render(lambda: boundary(lambda: boundary(broken, broken), lambda *_: "far"))
    assert screen.text == "far"


@pytest.mark.parametrize("rows", [["a"], ["a", "bad"], ["a", "b", "bad", "c"]])
def test_rows_of_which_one_fails_leave_nothing(render, rows):
    def row(name):
        if name == "bad":
            raise ValueError("on purpose")
        return [b[name], name]

    screen = render(
        lambda: div[
            "(",
            boundary(lambda: ["x", each(rows, key=str, render=row)], lambda *_: "sorry"),
            ")",
        ]
    )
    assert screen.text == ("(sorry)" if "bad" in rows else "(xaa)")


def test_what_comes_later_waits(render):
    async def later():
        raise AssertionError("not on the server, and not before the test is over")

    screen = render(lambda: div[show(False, lambda: pending(later, str)), "x"])
    assert screen.text == "x"


def test_a_portal_leaves_nothing_where_it_stands(render):
    screen = render(lambda: div["a", portal(p["elsewhere"]), "c"])
    assert screen.html == "<div>ac</div>"


def test_options_and_controls_can_be_rows(render):
    rows = signal(["a", "b"])
    screen = render(
        lambda: div[
            select[each(rows, key=str, render=lambda row: option(value=row)[row])],
            each(rows, key=str, render=lambda row: input_(type="hidden", name=row, value=row)),
        ]
    )
    rows.value = ["b", "c"]
    assert [one.attr("value") for one in screen.all("option")] == ["b", "c"]
    assert [one.attr("value") for one in screen.all("input")] == ["b", "c"]


def test_a_component_handles_what_a_person_does(render):
    def counter():
        count = signal(0)

        def up():
            count.value += 1

        return div[button(on_click=up)["+"], span[count]]

    screen = render(counter)
    screen.find("button").click()
    screen.find("button").click()
    assert screen.find("span").text == "2"


def test_what_is_typed_reaches_the_component(render):
    def field():
        text, agreed = signal(""), signal(False)

        def typed(event):
            text.value = event.value

        def ticked(event):
            agreed.value = event.checked

        return div[
            input_(on_input=typed, class_="text"),
            input_(type="checkbox", on_change=ticked, class_="box"),
            p[lambda: f"{text.value} {agreed.value}"],
        ]

    screen = render(field)
    screen.find(".text").type("桥")
    screen.find(".box").tick()
    assert screen.find("p").text == "桥 True"


def test_a_handler_made_in_a_loop_keeps_its_row(render):
    taken = []
    screen = render(
        lambda: div[[button(on_click=lambda row=row: taken.append(row))[row] for row in "ab"]]
    )
    for one in screen.all("button"):
        one.click()
    assert taken == ["a", "b"]


def test_a_handler_can_be_a_method_or_nothing(render):
    class Counter:
        def __init__(self):
            self.count = signal(0)

        def up(self):
            self.count.value += 1

        def set(self, event):
            self.count.value = 10

    counter = Counter()
    screen = render(
        lambda: div[
            button(class_="up", on_click=counter.up)["+"],
            button(class_="set", on_click=counter.set)["10"],
            button(class_="none", on_click=None)["0"],
            span[counter.count],
        ]
    )
    screen.find(".none").click()
    screen.find(".up").click()
    assert screen.find("span").text == "1"
    screen.find(".set").click()
    assert screen.find("span").text == "10"


def test_writes_of_one_handler_are_one_change(render):
    a, b_, seen = signal(0), signal(0), []

    def both():
        a.value, b_.value = 1, 1

    def sum_of():
        seen.append((a.value, b_.value))
        return a.value + b_.value

    screen = render(lambda: button(on_click=both)[sum_of])
    screen.find("button").click()
    assert screen.text == "2"
    assert (1, 0) not in seen and (0, 1) not in seen


def test_rows_of_a_table(render):
    rows = signal([1, 2])
    screen = render(
        lambda: table[tbody[each(rows, key=lambda row: row, render=lambda row: tr[td[row]])]]
    )
    rows.value = [3, 2]
    assert [one.text for one in screen.all("tr")] == ["3", "2"]
