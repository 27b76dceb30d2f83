import pytest

from compiler.errors import BuildError
from compiler.texts import text_files, text_script

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: {}\\n"\n\n'
ONE = HEAD.format("nplurals=1; plural=0;")


@pytest.fixture
def script(tmp_path):
    """A function: the script of a catalogue."""

    def make(text, wanted=frozenset()):
        path = tmp_path / "zh.po"
        path.write_text(text, encoding="utf-8")
        return text_script("zh", path, set(wanted))

    return make


def test_catalogues_are_found_by_language(tmp_path):
    (tmp_path / "zh.po").write_text(ONE)
    assert list(text_files(tmp_path)) == ["zh"]


def test_a_text_is_there(script):
    assert '"Sign up":"报名"' in script(ONE + 'msgid "Sign up"\nmsgstr "报名"\n')


def test_plural_forms_are_a_list(script):
    text = 'msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] "{n} 天"\n'
    assert '"{n} day":$B.$list(["{n} 天"])' in script(ONE + text)


def test_texts_that_no_page_has_stay_out(script):
    text = 'msgid "a"\nmsgstr "甲"\n\nmsgid "b"\nmsgstr "乙"\n'
    assert ("甲" in script(ONE + text, {"a"}), "乙" in script(ONE + text, {"a"})) == (True, False)


def test_what_is_not_translated_stays_out(script):
    assert '"a"' not in script(ONE + '#, fuzzy\nmsgid "a"\nmsgstr "甲"\n')


def test_the_plural_rule_becomes_a_function(script):
    rule = "nplurals=2; plural=(n != 1);"
    assert "return Number((n != 1))" in script(HEAD.format(rule))


def test_text_beyond_the_first_plane_is_a_string_of_brython(script):
    assert '$B.String("好😀")' in script(ONE + 'msgid "ok"\nmsgstr "好😀"\n')


def test_a_rule_that_is_code_is_refused(script, monkeypatch):
    monkeypatch.setattr("babel.messages.catalog.Catalog.plural_expr", "alert(1)")
    with pytest.raises(BuildError, match="plural rule"):
        script(ONE)
