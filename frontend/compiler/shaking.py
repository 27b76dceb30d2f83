"""Leaving out of the runtime what no module of the app can reach.

What a module names is told from its compiled code: each identifier and each word of its texts, so
that `getattr(text, "translate")` is a use. See javascript/shake.js for what is reached from there.
"""

import re
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass
from functools import lru_cache

from compiler.chunks import minified
from compiler.hints import hinted, rehearsal
from compiler.runtime import runtime_source
from compiler.worker import Worker


@dataclass(frozen=True)
class Part:
    """A part of Python that values come to only where a module says one of its `words`.

    The runtime itself names it in many places, mostly to ask whether a value is one of these.
    It `owns` types, with all that is assigned to them, and functions (`type.method`), as the
    runtime names them.
    """

    name: str
    words: tuple[str, ...]
    owns: tuple[str, ...]


PARTS = (
    Part("complex", ("complex", "$B.make_complex"), ("complex",)),
    Part(
        "bytes",
        ("bytes", "bytearray", "encode", "to_bytes"),
        (
            "bytes", "bytearray", "$B.bytes_iterator", "$B.bytearray_iterator",
            "int.to_bytes", "int.from_bytes", "str.encode", "$B.decode",
        ),
    ),
    Part(
        "UnicodeError",
        ("bytes", "bytearray", "encode", "UnicodeEncodeError", "UnicodeDecodeError"),
        ("UnicodeEncodeError", "UnicodeDecodeError", "UnicodeTranslateError"),
    ),
    Part("float.hex", ("hex", "fromhex"), ("float.hex", "float.fromhex")),
    Part(
        "ExceptionGroup",
        ("ExceptionGroup", "BaseExceptionGroup"),
        ("ExceptionGroup", "BaseExceptionGroup"),
    ),
    Part("SyntaxError", ("SyntaxError",), ("SyntaxError",)),
    Part("async generator", ("$B.async_generator",), ("async_generator", "$B.async_generator")),
    Part("frozendict", ("frozendict",), ("frozendict",)),
    Part("Template", ("Template", "$B.Template"), ("Template",)),
    Part(
        "pickling",
        ("__reduce__", "__reduce_ex__", "__getstate__"),
        ("object.__reduce__", "object.__reduce_ex__", "object.__getstate__"),
    ),
    Part(
        "JSObject.bind",
        ("bind", "unbind", "bindings"),
        ("JSObj.bind", "JSObj.unbind", "JSObj.bindings"),
    ),
    Part("TypeVar", ("TypeVar", "ParamSpec"), ("$B.GenericAlias.mp_subscript",)),
)  # fmt: skip

# How a JavaScript module begins.
SCRIPT = "$B.registerScript("
_WORD = re.compile(r"(?:\$B\.)?[\w$]+")
# What a value is asked to be: that brings no value which is one.
_ASKED = re.compile(
    r"(?<=_b_\.isinstance, )([^,()]+), (?:_b_\.\w+|\$B\.fast_tuple\(\[[\w$., ]+\]\))\)"
)


@lru_cache(maxsize=4096)
def words_of(code: str) -> frozenset[str]:
    """Return the words in a compiled module, those of the runtime itself as `$B.word`.

    In a JavaScript module any word may be one of the runtime's: bundling renames its `$B`.
    """
    told = _ASKED.sub(r"\1)", code)
    words = {word for found in _WORD.findall(told) for word in (found, found.removeprefix("$B."))}
    if code.startswith(SCRIPT):
        words |= {f"$B.{word}" for word in words}
    return frozenset(words)


class Runtimes:
    """Makes the runtime for what modules name, and keeps what it made.

    It depends on those of the words only that make a difference, so that most changes of an app
    leave the file of the runtime, and what browsers keep of it, as it is.
    """

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._rehearsal = rehearsal(worker)
        self._parts = [asdict(part) for part in PARTS]
        answer = worker.ask("survey", source=runtime_source(), parts=self._parts)
        self._optional = frozenset(answer["optional"])
        self._made: dict[frozenset[str], str] = {}

    def holding(self, words: AbstractSet[str]) -> str:
        """Return the runtime with what modules that name these words reach, as it is served."""
        wanted = self.wanted(words)
        if wanted not in self._made:
            whole = self.shaken(wanted)
            self._made[wanted] = hinted(
                minified(self._worker, whole), self._rehearsal, self._worker
            )
        return self._made[wanted]

    def shaken(self, words: AbstractSet[str]) -> str:
        """Return the same before it is packed."""
        wanted = sorted(self.wanted(words))
        source, parts = runtime_source(), self._parts
        code: str = self._worker.ask("shake", source=source, parts=parts, words=wanted)["code"]
        return code

    def wanted(self, words: AbstractSet[str]) -> frozenset[str]:
        """Return the words that make a difference, those of the rehearsal among them."""
        return self._optional & (words | words_of(self._rehearsal))
