"""Pages as modules: what they must have, and how submit is told."""

import pytest

from qiao import client, go
from qiao.contract import Problem, Record, text
from qiao.errors import PageError
from qiao.pages import Page


class Form(Record):
    name = text("Name")


class Full(Problem):
    message = "All places are taken."


class Module:
    def __init__(self, **members):
        for name, member in members.items():
            setattr(self, name, member)


def page(**members):
    view = {"path": "/", "view": lambda data, entry=None: data, "title": str}
    return Page("page", Module(**{**view, **members}))


async def submitted(submit, name="Li", key=""):
    one = page(takes=Form, submit=submit)
    entry = one.entry(None)
    entry.key = key
    entry.type("name", [name])
    return await one.submit({}, entry), entry


@pytest.mark.parametrize("missing", ["path", "view", "title"])
def test_a_page_that_lacks_something_is_told(missing):
    module = Module(path="/", view=str, title=str)
    delattr(module, missing)
    with pytest.raises(PageError, match=missing):
        Page("page", module)


def test_a_form_page_says_what_it_takes():
    with pytest.raises(PageError, match="takes"):
        page(submit=lambda form: None)


async def test_a_page_without_load_has_no_data():
    assert await page().load({}) is None


async def test_submit_gets_the_record_and_says_where_to_go():
    async def submit(form):
        return go(f"/hello/{form.name}")

    result, _ = await submitted(submit)
    assert result.address == "/hello/Li"


async def test_submit_is_not_called_with_a_wrong_form():
    async def submit(form):
        raise AssertionError("called")

    result, entry = await submitted(submit, name="")
    assert result is None
    assert entry.errors["name"].value == "Name is needed."


async def test_a_problem_of_submit_stands_above_the_form():
    async def submit(form):
        raise Full

    result, entry = await submitted(submit)
    assert result is None
    assert entry.problem.value == "All places are taken."


async def test_what_else_submit_returns_is_its_result():
    async def submit(form):
        return "Welcome."

    assert (await submitted(submit))[1].told == "Welcome."


async def test_the_first_write_of_submit_has_the_forms_key():
    keys = []

    async def submit(form):
        keys.append(client.write_key.get())

    await submitted(submit, key="k1")
    assert keys == ["k1"]


@pytest.mark.parametrize(
    "address",
    ["https://evil.example", "//evil.example", "/\\evil.example", "", "evil", "/\t/evil", "/a b"],
)
def test_go_stays_on_the_site(address):
    with pytest.raises(ValueError, match="not a path of this site"):
        go(address)
