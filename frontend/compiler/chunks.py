"""Which part of which module goes into which script, and how a script of modules is written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from compiler.assets import digest
from compiler.errors import SourceError
from compiler.graph import PAGES, START, Graph
from compiler.modules import Module
from compiler.needs import ALL, needs_of
from compiler.source_maps import Place, places_of_python
from compiler.units import piece_of
from compiler.worker import ROOT, TARGET, Worker

# What a page with a form needs besides itself; `qiao.pages` imports it by name, when it is there.
FORMS = ("qiao.forms", "qiao.browser.drafts")
# What a call of the host needs, the same.
NATIVE = "qiao.browser.bridge"
# From how many characters of Python on what some pages share is a script of its own: people go
# from one of those pages to the next. Less than that is in the script of each, as a request costs
# what a kilobyte does.
WORTH_A_SCRIPT = 3000


@dataclass(frozen=True)
class Piece:
    """A part of a module: its units at these places, all that it has if there are none.

    `order` tells the pieces of one module apart and sorts them: names that one binds when it runs
    may be looked up by those after it.
    """

    module: str
    units: frozenset[int] = frozenset()
    order: str = ""


@dataclass(frozen=True)
class Division:
    """The pieces of each script: `app` goes with every page, `forms` with those that have a form,
    `native` with calls of the host.

    What few pages share is in the script of each if it is small, and else in `shared`, by their
    names.
    """

    app: list[Piece]
    forms: list[Piece]
    pages: dict[str, list[Piece]]
    shared: dict[frozenset[str], list[Piece]]
    native: list[Piece]
    # What is looked up in each JavaScript module, by any of them.
    exports: dict[str, set[str]] = field(default_factory=dict)


# Units by module and order.
_Found = dict[tuple[str, str], set[int]]


@dataclass
class _Sorting:
    pages: list[str]
    form_pages: frozenset[str]
    found: dict[str, _Found] = field(default_factory=dict)
    # By the pages that share it.
    shared: dict[frozenset[str], _Found] = field(default_factory=dict)

    def put(self, users: frozenset[str], module: str, unit: int | None) -> None:
        """Put what these need ("" is the start) into a script, or into those of a few pages."""
        if len(users) == 1 and "" not in users:
            places = [*users]
            order = f"9{places[0]}"
        elif users <= self.form_pages:
            places, order = ["forms."], "8"
        elif "" in users or self._is_common(users - self.form_pages):
            places, order = [""], ""
        else:
            # What more pages need comes first: the rest may need it.
            # The forms' script comes with any page that has one, so what it needs comes with it.
            forms = users & self.form_pages
            places = [*(users - forms), *(["forms."] if len(forms) > 1 else forms)]
            order = f"{len(self.pages) - len(users):03}{digest(repr(sorted(users)).encode())}"
            if users <= {*self.pages} - forms:
                _put(self.shared.setdefault(users, {}), module, order, unit)
                return
        for place in places:
            _put(self.found.setdefault(place, {}), module, order, unit)

    def spread(self, graph: Graph) -> None:
        """Put what is shared, but small, into the scripts of the pages."""
        for users, found in list(self.shared.items()):
            if _length(graph, found) < WORTH_A_SCRIPT:
                del self.shared[users]
                for page in users:
                    self.found.setdefault(page, {}).update(found)

    def _is_common(self, users: frozenset[str]) -> bool:
        """Tell whether two of three pages without a form need something; the others have theirs."""
        return len(users) > (len(self.pages) - len(self.form_pages)) * 2 / 3

    def pieces(self, place: str) -> list[Piece]:
        return _pieces(self.found.get(place, {}))


def _put(found: _Found, module: str, order: str, unit: int | None) -> None:
    units = found.setdefault((module, order), set())
    if unit is not None:
        units.add(unit)


def _pieces(found: _Found) -> list[Piece]:
    return [Piece(name, frozenset(found[name, order]), order) for name, order in sorted(found)]


def _length(graph: Graph, found: _Found) -> int:
    """Return how many characters the sources of these units have."""
    total = 0
    for (name, _order), units in found.items():
        module = graph.modules[name]
        lines = module.source.split("\n")
        places = [module.units[at] for at in units]
        total += sum(len(line) for unit in places for line in lines[unit.line - 1 : unit.end])
        total += len(module.text) if module.is_script else 0
    return total


def divide(graph: Graph, pages: list[str], form_pages: frozenset[str] = frozenset()) -> Division:
    """Put what one page alone needs into its script, and what all need into the app's."""
    roots = {"": [START], "native.": [NATIVE]}
    for page in pages:
        roots[page] = [PAGES + page, *(FORMS if page in form_pages else ())]
    needs = {user: needs_of(graph, names) for user, names in roots.items()}
    users: dict[tuple[str, int | None], set[str]] = {}
    exports: dict[str, set[str]] = {}
    for user, need in needs.items():
        for name in [*need.scripts, *need.empty]:
            users.setdefault((name, None), set()).add(user)
        for name, wanted in need.scripts.items():
            exports.setdefault(name, set()).update(wanted)
        for place in need.units:
            users.setdefault(place, set()).add(user)
    sorting = _Sorting(pages, form_pages)
    for (module, unit), who in users.items():
        sorting.put(frozenset(who), module, unit)
    sorting.spread(graph)
    return Division(
        sorting.pieces(""),
        sorting.pieces("forms."),
        {page: sorting.pieces(page) for page in pages},
        {users: _pieces(found) for users, found in sorting.shared.items()},
        sorting.pieces("native."),
        exports,
    )


@dataclass(frozen=True)
class Part:
    """A part of a script, of whole lines, and where each of them comes from.

    `texts` are what the files hold that it was made of, by their path below the frontend folder.
    """

    code: str
    places: tuple[Place | None, ...]
    texts: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of_nowhere(cls, code: str) -> Self:
        """Return a part that no file holds."""
        return cls(code, (None,) * (code.count("\n") + 1))


class Writer:
    """Compiles pieces of modules and writes scripts of them.

    `exports` holds the names that are wanted of JavaScript modules: all of those not in it.
    """

    def __init__(
        self, graph: Graph, worker: Worker, exports: Mapping[str, set[str]] | None = None
    ) -> None:
        self._graph = graph
        self._worker = worker
        self._exports = exports or {}

    def parts(self, pieces: list[Piece], last: str = "") -> list[Part]:
        """Return the script that registers pieces of modules, then does `last`."""
        return [
            Part.of_nowhere("(function(){const $B=__BRYTHON__,_b_=$B.builtins;"),
            *map(self._registration, pieces),
            Part.of_nowhere(last + "})()"),
        ]

    def _registration(self, piece: Piece) -> Part:
        module = self._graph.modules[piece.module]
        return self._script(module) if module.is_script else self._python(module, piece)

    def _python(self, module: Module, piece: Piece) -> Part:
        source = piece_of(module.source, module.units, piece.units)
        answer = self._worker.try_to("compile", source=source, file=module.file, name=module.name)
        if "error" in answer:
            raise SourceError(module.file, answer.get("line", 0), answer["error"])
        code: str = answer["code"]
        code = registration(module.name, module.file, module.is_package, code, piece.order)
        return Part(code, places_of_python(code, module.file), {module.file: module.text})

    def _script(self, module: Module) -> Part:
        path = self._graph.sources.folder / module.file
        wanted = sorted(self._exports.get(module.name, {ALL}))
        answer = self._worker.ask("script", file=str(path), target=TARGET, wanted=wanted)
        name, file = json.dumps(module.name), json.dumps(module.file)
        head = f"$B.registerScript({name},{file},function(){{"
        code = f"{head}{answer['code']}return exported}});"
        paths = [(ROOT / source).resolve() for source in answer["sources"]]
        files = [self._shown(path) for path in paths]
        begins: dict[int, Place] = {}
        for at, _column, source, line in answer["lines"]:
            begins.setdefault(at, (files[source], line + 1))
        places: list[Place | None] = [None]
        for at in range(code.count("\n") + 1):
            places.append(begins.get(at, places[-1]))
        texts = {file: path.read_text("utf-8") for file, path in zip(files, paths, strict=True)}
        return Part(code, tuple(places[1:]), texts)

    def _shown(self, path: Path) -> str:
        """Return the name of a file that a script was bundled of."""
        for folder in (self._graph.sources.folder.resolve(), ROOT):
            if path.is_relative_to(folder):
                return path.relative_to(folder).as_posix()
        return path.as_posix()


def registration(name: str, file: str, is_package: bool, code: str, order: str = "") -> str:
    """Return the statement that makes a module's code known to the page."""
    namespace = "locals_" + name.replace(".", "_")
    head = f"$B.register({json.dumps(name)},{json.dumps(file)},{json.dumps(is_package)}"
    last = f",{json.dumps(order)}" if order else ""
    return (
        f"{head},function({namespace},frame,__file__,_frame_obj,stack_length){{\n{code}}}{last});"
    )


def minified(worker: Worker, script: str) -> str:
    """Return a script without the spaces and long local names."""
    code: str = worker.ask("minify", source=script, target=TARGET)["code"]
    return code
