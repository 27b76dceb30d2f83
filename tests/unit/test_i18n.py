"""Texts in the language of the person."""

import pytest

from qiao import i18n
from qiao.i18n import N_, gettext, ngettext


@pytest.fixture
def chinese(monkeypatch):
    catalog = {"Hello, {name}!": "你好，{name}！", "{n} place left": ["还有 {n} 个名额"]}
    monkeypatch.setitem(i18n.catalogs, "zh", catalog)
    token = i18n.language.set("zh")
    yield
    i18n.language.reset(token)


def test_english_is_the_source():
    assert gettext("Hello, {name}!", name="Li") == "Hello, Li!"
    assert ngettext("{n} place left", "{n} places left", 1) == "1 place left"
    assert ngettext("{n} place left", "{n} places left", 0) == "0 places left"


def test_chinese_has_one_form(chinese):
    assert gettext("Hello, {name}!", name="Li") == "你好，Li！"
    assert ngettext("{n} place left", "{n} places left", 1) == "还有 1 个名额"


def test_what_has_no_translation_stays_english(chinese):
    assert gettext("Not there") == "Not there"


def test_a_marked_text_is_the_text():
    assert N_("All places are taken.") == "All places are taken."


def test_a_placeholder_reaches_no_attribute():
    assert gettext("{name.__class__} {name}", name="x") == "{name.__class__} x"


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{a}{b}", "{b}x"),
        ("{a} {c}", "{b} {c}"),
        ("{ {a} }", "{ {b} }"),
        ("{{a}}", "{{b}}"),
        ("{", "{"),
        ("}{", "}{"),
        ("{}", "{}"),
        ("{a", "{a"),
        ("", ""),
    ],
)
def test_a_value_that_looks_like_a_placeholder_stays(text, filled):
    assert gettext(text, a="{b}", b="x") == filled


def test_values_are_shown_as_text():
    assert gettext("{n} {none} {what}", n=3, none=None, what=[1]) == "3 None [1]"


@pytest.mark.parametrize("forms", [["one thing", "{n} things"], ["{n} things"], "{n} things"])
def test_plural_forms_of_a_catalogue(monkeypatch, forms):
    monkeypatch.setitem(i18n.catalogs, "en", {"{n} place left": forms})
    assert ngettext("{n} place left", "{n} places left", 5) == "5 things"


def test_an_empty_translation_is_none(monkeypatch):
    monkeypatch.setitem(i18n.catalogs, "en", {"Hello": ""})
    assert gettext("Hello") == "Hello"
