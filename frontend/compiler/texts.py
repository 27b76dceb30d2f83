"""Catalogues of texts: from gettext's .po files to one script a language."""

import json
import re
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from compiler.errors import BuildError

# A plural rule is an expression in C, and within these characters one in JavaScript, too.
_PLURAL_RULE = re.compile(r"[n0-9\s%=!<>&|?:()]+")


def text_files(folder: Path) -> dict[str, Path]:
    """Return the catalogues in app/texts by language."""
    return {path.stem: path for path in sorted(folder.glob("*.po"))}


def text_script(language: str, path: Path, wanted: set[str]) -> str:
    """Return the script with a language's texts, of those in `wanted` (all if it is empty).

    It registers the module `app.texts.<language>`: MESSAGES, a dict from the English text to its
    translation or the list of its plural forms, and `plural(n)`, the place in such a list.
    """
    catalog = _catalog(path.read_bytes(), language)
    entries: list[str] = []
    for message in catalog:
        plural = isinstance(message.id, list | tuple)
        key = message.id[0] if plural else message.id
        if not key or message.fuzzy or not message.string or (wanted and key not in wanted):
            continue
        if isinstance(message.string, str):
            value = _string(message.string)
        else:
            value = f"$B.$list([{','.join(_string(form) for form in message.string)}])"
        entries.append(f"{json.dumps(key, ensure_ascii=False)}:{value}")
    rule = catalog.plural_expr
    if not _PLURAL_RULE.fullmatch(rule):
        raise BuildError(f"{path.name}: the plural rule {rule!r} is not one of gettext's")
    name, file_name = json.dumps(f"app.texts.{language}"), json.dumps(f"app/texts/{path.name}")
    return (
        "(function(){const $B=__BRYTHON__;\n"
        f"$B.registerScript({name},{file_name},function(){{return{{\n"
        f"MESSAGES:$B.dict_from_jsobj({{{','.join(sorted(entries))}}}),\n"
        f"plural:function(n){{return Number({rule})}}}}}})}})()"
    )


@lru_cache(maxsize=8)
def _catalog(content: bytes, language: str) -> Catalog:
    return read_po(BytesIO(content), locale=language, abort_invalid=True)


def _string(text: str) -> str:
    """Return a Python string as JavaScript; those beyond the first 65,536 characters differ."""
    literal = json.dumps(text, ensure_ascii=False)
    return literal if all(ord(c) < 0x10000 for c in text) else f"$B.String({literal})"
