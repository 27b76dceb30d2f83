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
