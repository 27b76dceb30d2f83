"""Which module goes into which script, and how a script of modules is written."""

import json
from collections import Counter
from dataclasses import dataclass

from compiler.errors import SourceError
from compiler.graph import PAGES, START, Graph
from compiler.modules import Module
from compiler.worker import TARGET, Worker


@dataclass(frozen=True)
class Division:
    """The modules of each chunk, in the order in which they are written."""

    app: list[str]
    pages: dict[str, list[str]]


def divide(graph: Graph, pages: list[str]) -> Division:
    """Put what one page alone needs into its chunk, and the rest into the app's."""
    needs = {page: graph.reachable(PAGES + page) for page in pages}
    readers = Counter(name for names in needs.values() for name in names)
    started = graph.reachable(START)
    own = {
        page: sorted(n for n in names if readers[n] == 1 and n not in started)
        for page, names in needs.items()
    }
    in_pages = {name for names in own.values() for name in names}
    everything = started.union(*needs.values())
    return Division(sorted(everything - in_pages), own)


@dataclass(frozen=True)
class Part:
    """A piece of a script, and the module that it was compiled from, if that is Python."""

    code: str
    module: Module | None = None


class Writer:
    """Compiles modules, each once, and writes scripts of them."""

    def __init__(self, graph: Graph, worker: Worker) -> None:
        self._graph = graph
        self._worker = worker

    def write(self, names: list[str], last: str = "") -> str:
        """Return the minified script that registers the modules `names`, then does `last`."""
        return minified(self._worker, "\n".join(part.code for part in self.parts(names, last)))

    def parts(self, names: list[str], last: str = "") -> list[Part]:
        """Return the same script as it is before it is minified, in pieces of whole lines."""
        modules = [self._graph.modules[name] for name in names]
        return [
            Part("(function(){const $B=__BRYTHON__,_b_=$B.builtins;"),
            *(Part(self._registration(m), None if m.is_script else m) for m in modules),
            Part(last + "})()"),
        ]

    def _registration(self, module: Module) -> str:
        name, file = json.dumps(module.name), json.dumps(module.file)
        if module.is_script:
            path = str(self._graph.sources.folder / module.file)
            answer = self._worker.ask("script", file=path, target=TARGET)
            return f"$B.registerScript({name},{file},function(){{{answer['code']}return exported}})"
        return registration(module.name, module.file, module.is_package, self._compiled(module))

    def _compiled(self, module: Module) -> str:
        answer = self._worker.try_to(
            "compile", source=module.source, file=module.file, name=module.name
        )
        if "error" in answer:
            raise SourceError(module.file, answer.get("line", 0), answer["error"])
        code: str = answer["code"]
        return code


def registration(name: str, file: str, is_package: bool, code: str) -> str:
    """Return the statement that makes a module's code known to the page."""
    namespace = "locals_" + name.replace(".", "_")
    head = f"$B.register({json.dumps(name)},{json.dumps(file)},{json.dumps(is_package)}"
    return f"{head},function({namespace},frame,__file__,_frame_obj,stack_length){{\n{code}}});"


def minified(worker: Worker, script: str) -> str:
    """Return a script without the spaces and long local names."""
    code: str = worker.ask("minify", source=script, target=TARGET)["code"]
    return code
