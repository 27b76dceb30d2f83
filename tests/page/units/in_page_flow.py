"""Structure that changes, as only a page shows it: which nodes stay, what comes later."""

import pytest

from qiao import boundary, each, pending, portal, show, signal
from qiao.browser import probe
from qiao.elements import b, button, dialog, div, i, input_, li, p, textarea, ul
from qiao.signals import on_dispose


def numbers(rows):
    return ul[each(rows, key=lambda row: row, render=lambda row: li[str(row)])]


def shuffled(count, seed):
    """Return a list of numbers in some order; the page has no `random`."""
    left, found = list(range(count)), []
    while left:
        seed = (seed * 1103515245 + 12345) % 2147483648
        found.append(left.pop(seed % len(left)))
    return found


def longest_run(order):
    best = []
    for at, one in enumerate(order):
        best.append(1 + max([best[to] for to in range(at) if order[to] < one], default=0))
    return max(best)


@pytest.mark.parametrize("seed", list(range(20)))
def test_as_few_rows_move_as_possible(render, seed):
    rows = signal(list(range(30)))
    screen = render(numbers, rows)
    before = screen.all("li")
    order = shuffled(30, seed)
    probe.watch()
    rows.value = order
    # Moving is leaving and coming.
    assert probe.changed() == 2 * (30 - longest_run(order))
    after = screen.all("li")
    assert [after[order.index(one)].node is before[one].node for one in range(30)] == [True] * 30


@pytest.mark.parametrize("seed", list(range(20)))
def test_rows_that_come_go_and_move_at_once(render, seed):
    rows = signal(shuffled(20, seed))
    screen = render(numbers, rows)
    for step in range(4):
        rows.value = [one + step for one in shuffled(20, seed + step) if one % 3 != step % 3]
        assert [one.text for one in screen.all("li")] == [str(one) for one in rows.value]


def test_rows_of_many_shapes_are_each_what_they_are(render):
    # Most rows are copies of the second one: what differs must not come along.
    count, rows = signal(0), signal([])
    title = signal("t")

    def row(at):
        return li(
            class_="even" if at % 2 == 0 else (lambda: None) if at % 5 == 0 else None,
            title=title if at % 5 == 0 else f"title {at % 2}",
            data_at=at,
            **({"lang": "en"} if at % 7 == 1 else {}),
        )[
            at if at % 3 else f"{at}\0",
            (b["x"] if at % 4 else i["x"]) if at % 6 else None,
            "same",
            lambda: count.value if at % 9 else "",
            input_(value=f"v{at}", checked=at % 2 == 0),
            [str(at)] if at % 8 == 0 else "" if at % 8 == 1 else "end",
        ]

    screen = render(lambda: ul[each(rows, key=lambda at: at, render=row)])
    rows.value = list(range(1, 40))
    title.value, count.value = "u", 7
    for at, one in zip(range(1, 40), screen.all("li"), strict=True):
        wanted = [
            (str(at) if at % 3 else f"{at}\ufffd"),
            ("x" if at % 6 else ""),
            "same",
            ("7" if at % 9 else ""),
            (str(at) if at % 8 == 0 else "" if at % 8 == 1 else "end"),
        ]
        assert one.text == "".join(wanted)
        assert one.attr("class") == (None if at % 2 else "even")
        assert one.attr("title") == ("u" if at % 5 == 0 else f"title {at % 2}")
        assert one.attr("data-at") == str(at)
        assert one.attr("lang") == ("en" if at % 7 == 1 else None)
        assert probe.tag(probe.select(one.node, ":first-child")[0]) == (
            "input" if at % 6 == 0 else "b" if at % 4 else "i"
        )
        assert probe.value(probe.select(one.node, "input")[0]) == f"v{at}"


def test_a_swap_of_two_among_a_thousand_moves_two(render):
    rows = signal(list(range(1000)))
    render(numbers, rows)
    order = list(range(1000))
    order[1], order[998] = order[998], order[1]
    probe.watch()
    rows.value = order
    assert probe.changed() == 4


def test_an_equal_list_touches_nothing(render):
    rows = signal([1, 2, 3])
    render(numbers, lambda: list(rows.value))
    probe.watch()
    rows.value = [1, 2, 3]
    assert probe.changed() == 0


def test_the_row_with_the_focus_keeps_it(render):
    rows = signal(["a", "b", "c"])
    screen = render(lambda: ul[each(rows, key=str, render=lambda row: li[input_(name=row)])])
    for name in "abc":
        probe.focus(screen.find(f"[name={name}]").node)
        rows.value = list(reversed(rows.value))
        assert probe.has_focus(screen.find(f"[name={name}]").node)


def test_a_branch_that_stays_keeps_its_nodes(render):
    count = signal(1)
    screen = render(lambda: div[show(lambda: count.value > 0, lambda: p[count])])
    node = screen.find("p").node
    count.value = 2
    assert screen.find("p").node is node
    assert screen.text == "2"


def test_a_failure_later_shows_the_fallback(render):
    left = signal(1)
    screen = render(
        lambda: div[
            boundary(
                lambda: [p["share"], p(title=left)[lambda: 10 // (left.value or fail())]],
                lambda error, again: [b[str(error)], button(on_click=again)["Again"]],
            ),
            p[left],
        ]
    )
    left.value = 0
    assert screen.text == "on purposeAgain0"
    assert len(left.targets) == 1
    left.value = 5
    assert screen.text == "on purposeAgain5"
    screen.find("button").click()
    assert screen.text == "share25"
    left.value = 2
    assert screen.text == "share52"


def fail():
    raise ValueError("on purpose")


def test_again_that_fails_again_stays_at_the_fallback(render):
    broken = signal(True)
    screen = render(
        lambda: boundary(
            lambda: broken.peek() and fail() or "fine",
            lambda error, again: button(on_click=again)["Again"],
        )
    )
    screen.find("button").click()
    assert screen.text == "Again"
    broken.value = False
    screen.find("button").click()
    assert screen.text == "fine"


def test_what_was_made_before_a_failure_is_let_go(render):
    shared, gone = signal("a"), []

    def broken():
        on_dispose(lambda: gone.append(True))
        return [p[shared], ul[each(shared, key=str, render=lambda row: li[shared])], p[fail]]

    render(lambda: boundary(broken, lambda *_: "sorry"))
    assert gone == [True]
    assert shared.targets == {}


def test_rows_come_back_after_one_has_failed(render):
    rows = signal(["a", "b"])
    shared = signal("")

    def row(name):
        return li[name, shared] if name != "bad" else fail()

    screen = render(lambda: div[p["before"], each(rows, key=str, render=row), p["after"]])
    with pytest.raises(ValueError, match="on purpose"):
        rows.value = ["x", "bad", "b"]
    assert screen.text == "beforeafter"
    assert shared.targets == {}
    rows.value = ["b", "c"]
    shared.value = "!"
    assert screen.text == "beforeb!c!after"


async def test_what_comes_later_is_shown_when_it_is_there(render):
    answer = probe.make_answer()

    async def load():
        return await probe.wait_for(answer)

    screen = render(lambda: div[pending(load, lambda found: b[found], lambda: "wait")])
    assert screen.text == "wait"
    probe.give(answer, "here")
    await render.settled()
    assert screen.html == "<div><b>here</b></div>"


async def test_what_comes_too_late_is_not_shown(render):
    answer, wanted = probe.make_answer(), signal(True)

    async def load():
        return await probe.wait_for(answer)

    screen = render(
        lambda: div[show(wanted, lambda: pending(load, lambda found: fail(), lambda: "wait"))]
    )
    wanted.value = False
    probe.give(answer, "here")
    await render.settled()
    assert screen.text == ""


@pytest.mark.parametrize("where", ["load", "render"])
async def test_a_failure_of_what_comes_later_goes_to_the_boundary(render, where):
    async def load():
        await probe.later()
        return fail() if where == "load" else "found"

    screen = render(
        lambda: div[
            boundary(
                lambda: pending(load, lambda found: fail(), lambda: "wait"),
                lambda error, again: f"Sorry: {error}",
            )
        ]
    )
    for _ in range(4):
        await render.settled()
    assert screen.text == "Sorry: on purpose"


async def test_what_came_later_lives(render):
    count = signal(1)

    async def load():
        return count

    screen = render(lambda: div[pending(load, lambda found: p[found])])
    await render.settled()
    count.value = 2
    assert screen.text == "2"
    render.owner.dispose()
    assert count.targets == {}


def test_a_portal_stands_at_the_end_of_the_document(render):
    wanted, text = signal(True), signal("a")
    screen = render(
        lambda: div["x", show(wanted, lambda: portal(dialog(class_="box")[text], text)), "y"]
    )
    assert probe.at_end() == "aa"
    text.value = "b"
    assert probe.at_end() == "bb"
    assert screen.text == "xy"
    wanted.value = False
    assert probe.at_end() == ""
    assert text.targets == {}


def test_a_portal_whose_inside_changes_goes_as_a_whole(render):
    rows = signal(["a"])
    render(lambda: div[portal(each(rows, key=str, render=lambda row: b[row]))])
    rows.value = ["b", "c"]
    assert probe.at_end() == "bc"
    render.owner.dispose()
    assert probe.at_end() == ""


def test_a_textarea_follows_and_keeps_its_first_line_feed(render):
    text = signal("\na")
    screen = render(lambda: textarea(value=text))
    assert probe.value(screen.find("textarea").node) == "\na"
    text.value = "\n\nb"
    assert probe.value(screen.find("textarea").node) == "\n\nb"
