import pytest

from backend.texts import TEXTS, load, read_catalog
from qiao import i18n

PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=1; plural=0;\\n"

msgid "Sign up"
msgstr "报名"

#, fuzzy
msgid "Guess"
msgstr "猜"

msgid "Nothing yet"
msgstr ""

msgid "{n} guest"
msgid_plural "{n} guests"
msgstr[0] "{n} 位"
"""


@pytest.fixture
def catalog(tmp_path):
    path = tmp_path / "zh.po"
    path.write_text(PO)
    return read_catalog(path)


def test_translations_and_plural_forms_are_read(catalog):
    assert catalog == {"Sign up": "报名", "{n} guest": ["{n} 位"]}


def test_the_apps_own_catalogues_are_loaded(monkeypatch):
    monkeypatch.setattr(i18n, "catalogs", {})
    load()
    assert set(i18n.catalogs) == {path.stem for path in TEXTS.glob("*.po")}
