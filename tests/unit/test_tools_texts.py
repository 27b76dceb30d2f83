"""Every text is translated, and the catalogues hold what the sources mark."""

import re

import pytest

from tools import texts

CATALOGS = sorted(texts.FOLDER.glob("*.po"))


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.stem)
def test_every_text_has_a_translation(path) -> None:
    assert texts.untranslated(texts.updated(path)) == []


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.stem)
def test_the_catalogue_holds_the_texts_of_the_sources(path) -> None:
    assert texts.po_text(texts.updated(path)) == path.read_bytes()


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.stem)
def test_translations_keep_their_placeholders(path) -> None:
    def placeholders(text: str) -> set[str]:
        return set(re.findall(r"{\w+}", text))

    for message in texts.updated(path):
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        strings = [message.string] if isinstance(message.string, str) else list(message.string)
        for string in strings if message.id else []:
            assert placeholders(string) == placeholders(ids[-1]), message.id
