"""The scripts of a build: made of parts, checked, packed, and mapped to where lines come from."""

from dataclasses import dataclass
from typing import Any

from compiler.assets import Assets
from compiler.chunks import Part
from compiler.policy import check_policy
from compiler.shaking import words_of
from compiler.source_maps import file_of, source_map
from compiler.worker import TARGET, Worker


@dataclass(frozen=True)
class _Script:
    """A script as it was made, and of which parts."""

    parts: list[Part]
    code: str
    # Of a packed script, which lines it was made of; of another one, its source map.
    symbols: dict[str, Any] | None
    map: str
    # What its parts name.
    words: frozenset[str]


class Scripts:
    """Makes scripts; one whose parts are the same as in the build before is taken as it is."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._kept: dict[str, _Script] = {}

    def add(self, assets: Assets, stem: str, parts: list[Part]) -> str:
        """Add a script of parts to a build's assets; return its name."""
        for part in parts:
            assets.symbols["sources"].update(part.texts)
        kept = self._kept.get(stem)
        if kept is None or kept.parts != parts:
            kept = self._kept[stem] = self._make(stem, parts, assets.packed)
        if kept.symbols is not None:
            name = assets.add(stem, "js", kept.code)
            assets.symbols["scripts"][name] = kept.symbols
            return name
        mapped = assets.add(stem, "js.map", kept.map)
        return assets.add(stem, "js", f"{kept.code}\n//# sourceMappingURL={mapped}\n")

    def words(self, stem: str) -> frozenset[str]:
        """Return the words in the parts of a script that was added."""
        return self._kept[stem].words

    def _make(self, stem: str, parts: list[Part], packed: bool) -> _Script:
        code = "\n".join(part.code for part in parts)
        words = frozenset().union(*(words_of(part.code) for part in parts))
        places = [place for part in parts for place in part.places]
        if not packed:
            check_policy(stem, code)
            texts = {file: text for part in parts for file, text in part.texts.items()}
            return _Script(parts, code, None, source_map(places, texts), words)
        mapped = source_map(places, {})
        answer = self._worker.ask("minify", source=code, target=TARGET, map=mapped)
        check_policy(stem, answer["code"])
        files = [file_of(address) for address in answer["sources"]]
        symbols = {"files": files, "lines": answer["lines"]}
        return _Script(parts, answer["code"], symbols, "", words)
