"""The standard `json` for pages: texts, no files."""

from _json import read, write


class JSONDecodeError(ValueError):
    """A text is no JSON: `msg` says why, `pos` where, as do `lineno` and `colno`."""

    def __init__(self, msg, doc, pos):
        before = doc[:pos].split("\n")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = len(before)
        self.colno = len(before[-1]) + 1
        super().__init__(f"{msg}: line {self.lineno} column {self.colno} (char {pos})")


def loads(s):
    if not isinstance(s, str):
        s = s.decode()
    return read(s, JSONDecodeError)


def dumps(obj, *, ensure_ascii=True, indent=None, separators=None, default=None, sort_keys=False):
    if isinstance(indent, int):
        indent = " " * indent
    item, key = separators or (", " if indent is None else ",", ": ")
    return write(obj, indent, item, key, ensure_ascii, sort_keys, default)
