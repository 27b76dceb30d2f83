"""A handler and a timer that are under way when the person goes."""

from qiao import query_signal, signal
from qiao.elements import button, h1, output
from qiao.timers import every, sleep

path = "/r/waits"


def title(data):
    return "waits"


def view(data):
    ticks = signal(0)
    late = query_signal("late", False)

    def tick():
        ticks.value += 1
        print("tick")

    async def slow():
        try:
            await sleep(0.3)
            late.value = True
        finally:
            print("cleaned up")

    every(0.05, tick)
    return [h1["Waits"], button(on_click=slow)["Slow"], output[ticks]]
