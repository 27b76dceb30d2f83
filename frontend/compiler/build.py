"""The whole way from pages to served files."""

import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from compiler.assets import Assets, digest
from compiler.chunks import FORMS, NATIVE, Piece, Writer, divide, minified
from compiler.contracts import Tables
from compiler.graph import PAGES, START, Graph
from compiler.memory import Memory
from compiler.pages import PageInfo, read_page
from compiler.policy import check_policy
from compiler.readings import Readings
from compiler.scripts import Scripts
from compiler.shaking import Runtimes, words_of
from compiler.sources import Sources
from compiler.style import style_sheet
from compiler.texts import text_files, text_script
from compiler.worker import ROOT, TARGET, Worker

TABLE = "qiao.browser.table"
# Scripts of their own: one that runs before all others, one only fetched inside of WeChat.
EXTRA = {
    "early": ROOT / "frontend" / "qiao" / "browser" / "early.js",
    "jweixin": ROOT / "frontend" / "qiao" / "browser" / "jweixin.js",
}

Manifest = dict[str, Any]
Log = Callable[[str], None]


def build(
    out: Path, log: Log = print, sources: Sources | None = None, *, packed: bool = True
) -> Manifest:
    """Compile the page into `out` and return the manifest; raises BuildError."""
    with Builder(out, sources, packed=packed) as builder:
        manifest = builder.build(log)
        builder.save()
        return manifest


class Builder:
    """Builds the page as often as asked, and keeps what each time is the same; a context manager.

    `packed=False` is for whoever develops: scripts that can be read, with source maps, and no
    compressed twins.
    """

    def __init__(self, out: Path, sources: Sources | None = None, *, packed: bool = True) -> None:
        self._out = out
        self._sources = sources or Sources()
        self._packed = packed
        self._readings = Readings()
        self._memory = Memory(out / "memory.json")
        self._worker = Worker(self._memory)
        self._tables = Tables()
        self._scripts = Scripts(self._worker)
        self._runtimes = Runtimes(self._worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._worker.close()

    def build(self, log: Log = print) -> Manifest:
        """Bring what lies in the folder up to the sources; raises BuildError."""
        begun = time.perf_counter()
        sources = self._sources
        pages = [read_page(sources, name) for name in sources.pages()]
        graph = Graph(sources, self._readings)
        graph.generated[TABLE] = ("qiao/browser/table.py", _table([], {}, {}, {}))
        graph.add([PAGES + page.name for page in pages] + [START])
        if any(page.takes_form for page in pages):
            graph.add(name for name in FORMS if sources.find(name))
        graph.add([NATIVE] if sources.find(NATIVE) else [])
        self._tables.make(graph)
        assets = Assets(self._out, self._packed)
        manifest = _write_all(assets, graph, pages, self._worker, self._scripts, self._runtimes)
        self._memory.end_build()
        seconds = time.perf_counter() - begun
        log(f"{len(graph.modules)} modules, {len(pages)} pages: {seconds:.2f} s")
        return manifest

    def save(self) -> None:
        """Keep what the next process need not compile again."""
        self._memory.save()


def _write_all(
    assets: Assets,
    graph: Graph,
    pages: list[PageInfo],
    worker: Worker,
    scripts: Scripts,
    runtimes: Runtimes,
) -> Manifest:
    sources = graph.sources

    def script(stem: str, code: str) -> str:
        check_policy(stem, code)
        return assets.add(stem, "js", code)

    words: set[str] = set()

    def chunk(stem: str, pieces: list[Piece], last: str = "") -> str:
        name = scripts.add(assets, stem, writer.parts(pieces, last))
        words.update(scripts.words(stem))
        return name

    # A translation of any other text is never looked up.
    wanted = {text for module in graph.modules.values() for text in module.strings}
    texts = {}
    for language, path in text_files(sources.folder / "app" / "texts").items():
        code = text_script(language, path, wanted)
        words.update(words_of(code))
        texts[language] = script(f"texts-{language}", minified(worker, code))
    extra = {
        name: script(name, worker.ask("bundle", file=str(path), target=TARGET)["code"])
        for name, path in EXTRA.items()
    }
    style = assets.add("app", "css", style_sheet(sources.folder / "app" / "theme", worker))
    form_pages = frozenset(page.name for page in pages if page.takes_form)
    division = divide(graph, [page.name for page in pages], form_pages)
    writer = Writer(graph, worker, division.exports)
    if division.native:
        extra["native"] = chunk("native", division.native)
    forms = [chunk("forms", division.forms)] if division.forms else []
    shared = {
        users: chunk(f"shared-{digest(repr(sorted(users)).encode())}", pieces)
        for users, pieces in division.shared.items()
    }
    files = {
        name: [
            *(forms if name in form_pages else ()),
            *(script for users, script in shared.items() if name in users),
            chunk(f"page-{name}", pieces),
        ]
        for name, pieces in division.pages.items()
    }
    # The table names the other chunks, so the app's comes last.
    file, _ = graph.generated[TABLE]
    if TABLE in graph.modules:
        graph.modules[TABLE].source = _table(pages, files, texts, extra)
    app = chunk("app", division.app, last=f'$B.start("{START}")')
    return assets.publish(
        {
            # The last to be made: what all others name decides what it holds.
            "runtime": script("runtime", runtimes.holding(words)),
            "app": app,
            "style": style,
            "texts": texts,
            "pages": {
                p.name: {"path": p.path, "who": p.who, "files": files[p.name]} for p in pages
            },
            "extra": extra,
        }
    )


def _table(
    pages: list[PageInfo], files: dict[str, list[str]], texts: dict[str, str], extra: dict[str, str]
) -> str:
    """Return the Python source of the page's own table of pages."""
    rows = {p.name: {"path": p.path, "who": p.who, "files": files.get(p.name, [])} for p in pages}
    return f"PAGES = {rows!r}\nASSETS = '/assets/'\nTEXTS = {texts!r}\nEXTRA = {extra!r}\n"
