"""What became of each module's text when it was read: most of them are the same the next time."""

import ast
from collections.abc import Callable
from dataclasses import dataclass, replace

from compiler.erase import Erasure
from compiler.modules import Module, read_imports
from compiler.unsupported import refuse

IsTypeName = Callable[[str, str], bool]


@dataclass(frozen=True)
class _Reading:
    """A module as it was read, and what other modules had to say while it was."""

    module: Module
    asked: tuple[tuple[str, str, bool], ...]


class Readings:
    """Readings by module, as long as this process lives."""

    def __init__(self) -> None:
        self._kept: dict[str, _Reading] = {}

    def read(self, module: Module, is_type_name: IsTypeName) -> None:
        """Fill in a Python module, of which only the text is known.

        A reading is as good as new if the text is the same, and so are the answers of other
        modules about their names. They are asked in the same order, so that modules that import
        each other come out the same, too.
        """
        known = self._kept.get(module.name)
        if known is None or known.module.text != module.text or not _holds(known, is_type_name):
            known = self._kept[module.name] = _read(module, is_type_name)
        # A module found in another place, with the same text, is not the same module.
        fresh = replace(known.module, file=module.file, is_package=module.is_package)
        module.__dict__.update(fresh.__dict__)


def _holds(reading: _Reading, is_type_name: IsTypeName) -> bool:
    return all(is_type_name(module, name) is answer for module, name, answer in reading.asked)


def _read(module: Module, is_type_name: IsTypeName) -> _Reading:
    asked: list[tuple[str, str, bool]] = []

    def ask(name: str, wanted: str) -> bool:
        answer = is_type_name(name, wanted)
        asked.append((name, wanted, answer))
        return answer

    erasure = Erasure(module.text, module.file, ask)
    read = replace(module, source=erasure.source, type_names=erasure.type_names)
    tree = ast.parse(read.source)
    refuse(tree, read.file)
    read_imports(read, tree)
    return _Reading(read, tuple(asked))
