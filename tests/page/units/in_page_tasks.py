"""What is started in the page ends with the page, or the part of it, that started it."""

from qiao import each, pending, show, signal
from qiao.browser import probe, web
from qiao.elements import button, li, p
from qiao.signals import Owner
from qiao.tasks import CancelledError, gather, open_scope, start
from qiao.timers import every, sleep


def shown(render, handler):
    """Show a page with a button, and tap it; return what takes the page away."""
    render.owner.run(open_scope)
    render(lambda: button(on_click=handler)["Go"]).find("button").click()
    return render.owner.dispose


async def test_who_sleeps_for_a_page_that_is_gone_cleans_up_and_no_more(render):
    done = []

    async def handler():
        try:
            await sleep(0.01)
            done.append("late")
        except Exception:
            done.append("swallowed")
        finally:
            await sleep(0)
            await sleep(0)
            done.append("cleaned")

    shown(render, handler)()
    await sleep(0.05)
    assert done == ["cleaned"]


async def test_an_answer_that_came_right_before_is_late(render):
    done, answer = [], probe.make_answer()

    async def inner():
        await probe.wait_for(answer)
        done.append("inner")

    async def handler():
        await inner()
        done.append("outer")

    leave = shown(render, handler)
    probe.give(answer, "x")
    leave()
    await sleep(0)
    assert done == []


async def test_it_is_told_in_the_innermost_and_passes_through_all(render):
    told = []

    async def inner():
        try:
            await sleep(9)
        except CancelledError:
            told.append("inner")
            raise

    async def handler():
        try:
            await inner()
        except CancelledError:
            told.append("outer")

    shown(render, handler)()
    await sleep(0)
    assert told == ["inner", "outer"]


async def test_tasks_that_wait_for_one_answer_stay_apart(render):
    done, answer = [], probe.make_answer()

    def task(name):
        async def work():
            await probe.wait_for(answer)
            await sleep(0)
            done.append(name)

        return work()

    gone, stays = Owner(), Owner()
    for owner, name in ((gone, "gone"), (stays, "stays")):
        owner.run(open_scope)
        owner.run(start, task(name))
    probe.give(answer, "x")
    await probe.later()
    gone.dispose()
    await sleep(0.02)
    stays.dispose()
    assert done == ["stays"] or done == ["gone", "stays"]
    await sleep(0.02)


async def test_the_handler_of_a_row_outlives_the_row(render):
    rows, done = signal(["a"]), []

    async def remove():
        rows.value = []
        await sleep(0)
        done.append("told")

    render.owner.run(open_scope)
    screen = render(lambda: each(rows, key=str, render=lambda row: li(on_click=remove)[row]))
    screen.find("li").click()
    await sleep(0.02)
    assert done == ["told"]


async def test_a_branch_that_is_gone_gets_no_result(render):
    there, steps = signal(True), []

    async def load():
        steps.append("asked")
        try:
            await sleep(0.01)
            steps.append("answered")
        finally:
            steps.append("over")

    def result(value):
        steps.append("rendered")
        return p["there"]

    render(lambda: show(there, lambda: pending(load, result)))
    there.value = False
    await sleep(0.03)
    assert steps == ["asked", "over"]


async def test_a_timer_ends_with_its_page_and_not_with_a_failure(render):
    calls = []

    async def look():
        calls.append(1)
        if len(calls) == 1:
            raise ValueError("on purpose")

    def timed():
        every(0.005, look)
        return p["look"]

    render.owner.run(open_scope)
    render(timed)
    while len(calls) < 3:
        await sleep(0.005)
    render.owner.dispose()
    seen = len(calls)
    await sleep(0.03)
    assert len(calls) == seen


async def test_a_timer_can_be_stopped(render):
    calls = []
    stop = render.owner.run(every, 0.005, lambda: calls.append(1))
    while not calls:
        await sleep(0.005)
    stop()
    seen = len(calls)
    await sleep(0.03)
    assert len(calls) == seen


async def test_what_runs_side_by_side_ends_together(render):
    done = []

    async def work(name):
        try:
            await sleep(0.01)
            done.append(name)
        finally:
            done.append("end of " + name)

    async def handler():
        await gather(work("a"), work("b"))
        done.append("late")

    shown(render, handler)()
    await sleep(0.03)
    assert sorted(done) == ["end of a", "end of b"]


async def test_a_question_is_given_up(render):
    told = []

    async def handler():
        try:
            told.append(await web.request("GET", "/slow", "", None))
        finally:
            told.append("given up")

    shown(render, handler)()
    await sleep(0.02)
    assert told == ["given up"]
