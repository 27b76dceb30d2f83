"""Edits of source text that keep every line, and every column of what stays, where it was."""

import ast
from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True)
class Edit:
    """Put `text` in place of the characters from `start` to `end`."""

    start: int
    end: int
    text: str


class Text:
    """A Python source with the character offsets of its AST nodes, and the edits collected."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._lines = source.splitlines(keepends=True)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))
        self._edits: list[Edit] = []

    def offset(self, line: int, column: int) -> int:
        """Return the offset of an AST position: a line from 1, a column in UTF-8 bytes."""
        if line > len(self._lines):
            return len(self.source)
        text = self._lines[line - 1]
        if not text.isascii():
            column = len(text.encode()[:column].decode())
        return self._starts[line - 1] + column

    def start(self, node: ast.expr | ast.stmt | ast.arg) -> int:
        return self.offset(node.lineno, node.col_offset)

    def end(self, node: ast.expr | ast.stmt | ast.arg) -> int:
        assert node.end_lineno is not None and node.end_col_offset is not None
        return self.offset(node.end_lineno, node.end_col_offset)

    def line_of(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    def blank(self, start: int, end: int) -> None:
        """Take out part of a statement. Its line breaks are escaped, so that it stays one."""
        self._edits.append(Edit(start, end, _spaces(self.source[start:end], " \\\n")))

    def blank_statement(self, start: int, end: int, leave_pass: bool) -> None:
        """Take out a whole statement, or leave a `pass` where the grammar wants one."""
        text = _spaces(self.source[start:end], "\n")
        if leave_pass or not self._alone(start, end):
            text = "pass" + text[4:] if "\n" not in text[:4] else "pass" + text.lstrip(" ")
        self._edits.append(Edit(start, end, text))

    def put_statement(self, start: int, end: int, text: str) -> None:
        """Put a statement of one line in place of another one."""
        self._edits.append(Edit(start, end, text + "\n" * self.source.count("\n", start, end)))

    def replace(self, start: int, end: int, text: str) -> None:
        self._edits.append(Edit(start, end, text))

    def _alone(self, start: int, end: int) -> bool:
        """Tell whether nothing else, `;` say, stands on the lines of this part."""
        before = self.source[self.source.rfind("\n", 0, start) + 1 : start]
        line_end = self.source.find("\n", end)
        after = self.source[end : len(self.source) if line_end < 0 else line_end].strip()
        return not before.strip() and (not after or after.startswith("#"))

    def result(self) -> str:
        """Return the text with all edits done; one that lies within another is dropped."""
        pieces: list[str] = []
        done = 0
        for edit in sorted(self._edits, key=lambda edit: (edit.start, -edit.end)):
            if edit.start < done:
                continue
            pieces += [self.source[done : edit.start], edit.text]
            done = edit.end
        return "".join(pieces) + self.source[done:]


def _spaces(text: str, line_break: str) -> str:
    return line_break.join(" " * len(line) for line in text.split("\n"))
