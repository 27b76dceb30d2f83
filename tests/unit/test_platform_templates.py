import pytest

from backend.platforms.templates import ConfigError, Template, read_templates

GOOD = '[reminder]\nid = "T1"\ntitle = "thing1"\ntime = "time2"\n'


def read(tmp_path, text):
    (tmp_path / "file").write_text(text, "utf-8")
    return read_templates("QIAO_WECHAT_TEMPLATES", str(tmp_path / "file"))


def test_it_says_what_goes_where(tmp_path):
    found = read(tmp_path, GOOD)["reminder"]
    assert found == Template("T1", {"title": "thing1", "time": "time2"})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[hello]\nid = 'T1'", r"\[hello\] is no kind of message"),
        ("[reminder]\ntitle = 'thing1'", r"\[reminder\] needs the template's id"),
        (GOOD + 'colour = "thing3"', "colour is unknown"),
        (GOOD + 'place = "somewhere"', "'somewhere' is no field of a template"),
        ("[reminder", "is not TOML"),
    ],
)
def test_what_can_not_be_meant_is_named(tmp_path, text, problem):
    with pytest.raises(ConfigError, match=problem):
        read(tmp_path, text)


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(ConfigError, match="can't be read"):
        read_templates("QIAO_WECHAT_TEMPLATES", "/nowhere/at/all")


@pytest.mark.parametrize(
    ("value", "shown"),
    [("茶" * 20, "茶" * 20), ("茶" * 21, "茶" * 19 + "…"), ("a\nb", "a b"), ("", "-")],
)
def test_a_text_fits_its_field(value, shown):
    assert Template("T1", {"text": "thing5"}).fill({"text": value}) == {"thing5": shown}
