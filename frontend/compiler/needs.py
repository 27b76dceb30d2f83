"""Which units of which modules each page needs, told from the names that they look up."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from compiler.graph import Graph
from compiler.modules import Module
from compiler.units import Unit

Place = tuple[str, int]  # a module, and the place of a unit among its units
ALL = "*"  # every name of a JavaScript module


@dataclass
class Needs:
    """What some roots need: `units`, and of JavaScript modules the names that they export."""

    graph: Graph
    units: set[Place] = field(default_factory=set)
    scripts: dict[str, set[str]] = field(default_factory=dict)
    # Modules without any unit: an empty file can be imported, too.
    empty: set[str] = field(default_factory=set)

    def add_module(self, name: str) -> None:
        """Need all of a module: as a root, or because it is handed round as an object."""
        module = self.graph.modules.get(name)
        if module is None:
            return
        if module.is_script:
            self.scripts.setdefault(name, set()).add(ALL)
        elif not module.units:
            self.empty.add(name)
        for at, unit in enumerate(module.units):
            self.add_unit(module, at)
            # Of a page or a layout, `qiao.layouts` looks its layout up by this name.
            around = self._module_of(unit.taken) if "layout" in unit.binds and unit.taken else None
            if around is not None:
                self.add_module(around.name)

    def _add_name(self, module: Module, name: str) -> bool:
        """Need what binds a name in a module; tell whether something does."""
        places = module.bound.get(name, [])
        if places and module.is_one:
            self.add_module(module.name)
        for at in places:
            self.add_unit(module, at)
        return bool(places)

    def add_unit(self, module: Module, at: int) -> None:
        """Need one unit of a module, and what it looks up."""
        if (module.name, at) in self.units:
            return
        self.units.add((module.name, at))
        if module.is_one:
            self.add_module(module.name)
        self._add_parents(module.name)
        unit = module.units[at]
        if unit.taken:
            # A module by its name: what is needed of it, its users say.
            around = self._module_of(unit.taken)
            if around is None or (not unit.taken[1] and not self._is_there(around)):
                self._take(unit.taken)
            return
        for taken in unit.inside:
            self._take(taken)
        for name in unit.names | unit.attributes.keys():
            self._look_up(module, unit, name)

    def _is_there(self, module: Module) -> bool:
        """See to it that `import module` finds a module of which nothing need run; tell if so."""
        if "." in module.name or (module.is_one and not module.is_script):
            return False
        if module.is_script:
            self.scripts.setdefault(module.name, set())
        else:
            self.empty.add(module.name)
        return True

    def _add_parents(self, name: str) -> None:
        """A package runs before what is in it; of one that only binds names, nobody notices."""
        parent = self.graph.modules.get(name.rpartition(".")[0])
        if parent is not None and parent.is_one:
            self.add_module(parent.name)

    def _look_up(self, module: Module, unit: Unit, name: str) -> None:
        self._add_name(module, name)
        for at in module.bound.get(name, ()):
            taken = module.units[at].taken
            target = self._module_of(taken) if taken else None
            if target is None:
                continue
            if name in unit.names or (target.is_one and not target.is_script):
                self.add_module(target.name)
            for attribute in unit.attributes.get(name, ()):
                self._take((target.name, attribute))

    def _take(self, taken: tuple[str, str]) -> None:
        """Need what `from module import name` takes."""
        name, wanted = taken
        submodule = self._module_of(taken)
        found = self.graph.modules.get(name)
        if submodule is not None:
            self.add_module(submodule.name)
        elif found is not None and found.is_script:
            self.scripts.setdefault(name, set()).add(wanted or ALL)
        elif found is not None and not self._add_name(found, wanted):
            self.add_module(name)

    def _module_of(self, taken: tuple[str, str]) -> Module | None:
        """Return the module that an import binds, None if it binds something inside of one."""
        name, wanted = taken
        if not wanted:
            return self.graph.modules.get(name)
        found = self.graph.modules.get(name)
        if found is not None and (found.is_script or wanted in found.names):
            return None
        return self.graph.modules.get(f"{name}.{wanted}")


def needs_of(graph: Graph, roots: Iterable[str]) -> Needs:
    """Return what the modules `roots` need, all of each of them."""
    needs = Needs(graph)
    for root in roots:
        needs.add_module(root)
    return needs
