"""Asserts that say what they compared: pytest does this in CPython, this for the page."""

import ast


def telling(source: str) -> str:
    """Return a test module whose `assert a == b` tell both values; lines stay where they are."""
    lines = source.encode().splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))

    def place(node: ast.AST, end: bool = False) -> int:
        line, column = (
            (node.end_lineno, node.end_col_offset) if end else (node.lineno, node.col_offset)
        )
        return starts[line - 1] + column

    edits = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Assert) or node.msg is not None:
            continue
        test = node.test
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            left, right = test.left, test.comparators[0]
            for name, part in (("left_", left), ("right_", right)):
                edits.append((place(part), f"({name} := ("))
                edits.append((place(part, end=True), "))"))
            edits.append((place(node, end=True), ', f"{left_!r}  and  {right_!r}"'))
    text = source.encode()
    # From the end, so that the places before stay right; at one place the last one first.
    edits.sort(key=lambda edit: edit[0])
    for at, added in reversed(edits):
        text = text[:at] + added.encode() + text[at:]
    return text.decode()
