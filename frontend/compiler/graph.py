"""The graph of modules behind the pages, or the reason why it cannot be drawn."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from compiler.errors import GraphError, SourceError
from compiler.modules import Import, Module, read_exports
from compiler.readings import Readings
from compiler.sources import CORE, LIB, Found, Sources
from compiler.substitutes import instead_of, instead_of_name

START = "qiao.browser.start"
PAGES = "app.pages."


@dataclass
class Graph:
    """All modules that any page needs, by name, and from where each was first imported."""

    sources: Sources = field(default_factory=Sources)
    readings: Readings = field(default_factory=Readings)
    # Modules that the build itself makes, by name: (file shown in tracebacks, Python source).
    generated: dict[str, tuple[str, str]] = field(default_factory=dict)
    modules: dict[str, Module] = field(default_factory=dict)
    # All that was looked at; a module that only annotations mention stays out of `modules`.
    _read_already: dict[str, Module] = field(default_factory=dict)
    _files: dict[str, Found | None] = field(default_factory=dict)
    _importer: dict[str, str] = field(default_factory=dict)
    # Files: from a page to the module that is followed, and those whose reading has begun.
    _before: list[str] = field(default_factory=list)
    _reading: list[str] = field(default_factory=list)

    def add(self, roots: Iterable[str]) -> None:
        """Read the modules named `roots` and all that they import."""
        todo = list(roots)
        for root in todo:
            self.modules.setdefault(root, self._read(root))
        while todo:
            module = self.modules[todo.pop()]
            for imported in module.imports:
                self._before = self.chain(module.name)
                todo += [n for n in self._follow(module, imported) if self._take(module, n)]

    def chain(self, name: str) -> list[str]:
        """Return the files from a page to the module `name`, each importing the next."""
        names = [name]
        while names[-1] in self._importer:
            names.append(self._importer[names[-1]])
        return [self.modules[n].file for n in reversed(names)]

    # -- reading

    def _take(self, importer: Module, name: str) -> bool:
        """Take a module into the graph; tell whether it is new, so that its imports follow."""
        if name in self.modules:
            return False
        self.modules[name] = self._read(name)
        self._importer[name] = importer.name
        return True

    def _read(self, name: str) -> Module:
        if name in self._read_already:
            return self._read_already[name]
        found = self._file(name)
        if name in self.generated:
            file, text = self.generated[name]
        elif found is None or found.path is None:
            raise SourceError(name, 0, f"There is no module {name}")
        else:
            file = self.sources.shown(found.path)
            text = found.path.read_text(encoding="utf-8")
        module = Module(name, file, text, text)
        self._read_already[name] = module  # before looking further: imports may form a circle
        if found and found.is_script:
            read_exports(module)
            return module
        module.is_package = bool(found and found.is_package)
        self._reading.append(module.file)
        try:
            self.readings.read(module, self._is_type_name)
        except GraphError:
            raise
        except SourceError as error:
            chain = [*self._before, *self._reading]
            if len(chain) == 1:
                raise
            # Who would know that a page needs this file?
            raise GraphError(error.file, error.line, error.what, chain, error.instead) from None
        self._reading.pop()
        return module

    def _is_type_name(self, module: str, name: str) -> bool:
        """Tell whether a name that some module imports from `module` is a type only."""
        found = self._file(module)
        if found is None or found.path is None or found.is_script:
            return False
        return name in self._read(module).type_names

    # -- following imports

    def _follow(self, module: Module, imported: Import) -> list[str]:
        """Return the modules that one import runs, parents first; raise where there are none."""
        name = imported.module
        if self._is_core(module, imported):
            return []
        found = self._find(name)
        if found is None:
            if imported.optional:
                return []
            raise self._error(module, imported, f"no module {name!r} in the page", instead_of(name))
        result = self._with_parents(found)
        for wanted in imported.names:
            result += self._follow_name(module, imported, found, wanted)
        return result

    def _follow_name(
        self, module: Module, imported: Import, found: Found, wanted: str
    ) -> list[str]:
        """Return the submodule that `from found import wanted` may mean."""
        target = self._read(found.name) if found.path or found.name in self.generated else None
        if target and (wanted in target.names or target.open_names or wanted == "*"):
            return []
        submodule = self._find(f"{found.name}.{wanted}")
        if submodule is not None:
            return self._with_parents(submodule)
        if imported.optional:
            return []
        if target and target.file.startswith(LIB):
            what = f"{found.name}.{wanted} is not in the page"
            raise self._error(module, imported, what, instead_of_name(found.name, wanted))
        where = target.file if target else f"folder {found.name.replace('.', '/')}/"
        what = f"cannot import {wanted!r} from {found.name!r} ({where})"
        raise self._error(module, imported, what, "a name that is there; was it misspelt?")

    def _file(self, name: str) -> Found | None:
        """Return a module's file; a graph is of one moment, so each is looked for once."""
        if name not in self._files:
            self._files[name] = self.sources.find(name)
        return self._files[name]

    def _find(self, name: str) -> Found | None:
        if name in self.generated:
            return Found(name, None, False)
        return self._file(name)

    def _with_parents(self, found: Found) -> list[str]:
        parts = found.name.split(".")
        names = [".".join(parts[: i + 1]) for i in range(len(parts))]
        kept = []
        for name in names:
            one = self._find(name)
            if name in self.generated or (one is not None and one.path is not None):
                kept.append(name)
        return kept

    def _is_core(self, module: Module, imported: Import) -> bool:
        name = imported.module
        allowed = CORE.get(name)
        if allowed is None:
            return False
        if not module.file.startswith(allowed):
            what = f"{name!r} may only be imported by files in {allowed}"
            raise self._error(module, imported, what, instead_of(name))
        return True

    def _error(self, module: Module, imported: Import, what: str, instead: str) -> GraphError:
        return GraphError(module.file, imported.line, what, self.chain(module.name), instead)
