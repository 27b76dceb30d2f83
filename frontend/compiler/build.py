"""The whole way from pages to served files."""

import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from compiler.assets import Assets
from compiler.chunks import Writer, divide, minified
from compiler.graph import PAGES, START, Graph
from compiler.hints import hinted
from compiler.memory import Memory
from compiler.pages import PageInfo, read_page
from compiler.policy import check_policy
from compiler.readings import Readings
from compiler.runtime import runtime_source
from compiler.source_maps import source_map
from compiler.sources import Sources
from compiler.style import style_sheet
from compiler.texts import text_files, text_script
from compiler.worker import ROOT, TARGET, Worker

TABLE = "qiao.browser.table"
# Scripts of their own: one that runs before all others, one only fetched inside of WeChat.
EXTRA = {
    "early": ROOT / "frontend" / "qiao" / "browser" / "early.js",
    "jweixin": ROOT / "node_modules" / "weixin-js-sdk" / "index.js",
}

Manifest = dict[str, Any]
Log = Callable[[str], None]


def build(
    out: Path, log: Log = print, sources: Sources | None = None, *, packed: bool = True
) -> Manifest:
    """Compile the page into `out` and return the manifest; raises BuildError."""
    with Builder(out, sources, packed=packed) as builder:
        return builder.build(log)


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
        manifest = _write_all(Assets(self._out, self._packed), graph, pages, self._worker)
        self._memory.save()
        seconds = time.perf_counter() - begun
        log(f"{len(graph.modules)} modules, {len(pages)} pages: {seconds:.2f} s")
        return manifest


def _write_all(assets: Assets, graph: Graph, pages: list[PageInfo], worker: Worker) -> Manifest:
    sources = graph.sources
    writer = Writer(graph, worker)

    def script(stem: str, code: str) -> str:
        check_policy(stem, code)
        return assets.add(stem, "js", code)

    def chunk(stem: str, names: list[str], last: str = "") -> str:
        if assets.packed:
            return script(stem, writer.write(names, last))
        parts = writer.parts(names, last)
        mapped = assets.add(stem, "js.map", source_map(parts))
        code = "\n".join(part.code for part in parts)
        return script(stem, f"{code}\n//# sourceMappingURL={mapped}\n")

    runtime = script("runtime", hinted(minified(worker, runtime_source()), worker))
    # A translation of any other text is never looked up.
    wanted = {text for module in graph.modules.values() for text in module.strings}
    texts = {
        language: script(f"texts-{language}", minified(worker, text_script(language, path, wanted)))
        for language, path in text_files(sources.folder / "app" / "texts").items()
    }
    extra = {
        name: script(name, worker.ask("bundle", file=str(path), target=TARGET)["code"])
        for name, path in EXTRA.items()
    }
    style = assets.add("app", "css", style_sheet(sources.folder / "app" / "theme", worker))
    division = divide(graph, [page.name for page in pages])
    files = {page.name: chunk(f"page-{page.name}", division.pages[page.name]) for page in pages}
    # The table names the other chunks, so the app's comes last.
    file, _ = graph.generated[TABLE]
    if TABLE in graph.modules:
        graph.modules[TABLE].source = _table(pages, files, texts, extra)
    assets.sources = {m.file: m.text for m in graph.modules.values() if not m.is_script}
    app = chunk("app", division.app, last=f'$B.start("{START}")')
    return assets.publish(
        {
            "runtime": runtime,
            "app": app,
            "style": style,
            "texts": texts,
            "pages": {p.name: {"path": p.path, "who": p.who, "file": files[p.name]} for p in pages},
            "extra": extra,
        }
    )


def _table(
    pages: list[PageInfo], files: dict[str, str], texts: dict[str, str], extra: dict[str, str]
) -> str:
    """Return the Python source of the page's own table of pages."""
    rows = {p.name: {"path": p.path, "who": p.who, "file": files.get(p.name, "")} for p in pages}
    return f"PAGES = {rows!r}\nASSETS = '/assets/'\nTEXTS = {texts!r}\nEXTRA = {extra!r}\n"
