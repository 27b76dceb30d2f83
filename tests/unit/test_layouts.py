"""Layouts around pages: what they load, and when they stay."""

import pytest

from qiao.elements import div, p
from qiao.errors import PageError
from qiao.layouts import layouts_of
from qiao.pages import Page


class Module:
    def __init__(self, **members):
        self.__name__ = "module"
        for name, member in members.items():
            setattr(self, name, member)


async def load(id):
    return id * 10


OUTER = Module(view=lambda inner: div(class_="outer")[inner])
INNER = Module(view=lambda data, inner: div[p[data], inner], load=load, layout=OUTER)


def page(**members):
    return Page("page", Module(path="/", view=lambda data: p["page"], title=str, **members))


async def test_a_page_stands_in_its_layouts(render):
    one = page(layout=INNER)
    frames = await one.frames({"id": 7, "other": 1}, [])
    screen = render(lambda: one.tree(frames, None, None))
    assert screen.html == '<div class="outer"><div><p>70</p><p>page</p></div></div>'


@pytest.mark.parametrize(
    "layout, id, kept", [(INNER, 7, 2), (INNER, 8, 1), (OUTER, 7, 1), (Module(view=str), 7, 0)]
)
async def test_those_that_fit_stay(layout, id, kept):
    shown = await page(layout=INNER).frames({"id": 7}, [])
    frames = await page(layout=layout).frames({"id": id}, shown)
    assert [frame in shown for frame in frames] == [True] * kept + [False] * (len(frames) - kept)


def test_a_layout_without_a_view_is_told():
    with pytest.raises(PageError, match="lacks 'view'"):
        layouts_of(Module(layout=Module()))
