"""The calls that a test function stands for; the same in the page and in CPython."""


def arguments(fn):
    """Return the names of what a function takes."""
    code = fn.__code__
    return code.co_varnames[: code.co_argcount]


def cases(fn):
    """Return keyword arguments for each call, by the function's `parametrize` marks."""
    found = [{}]
    for mark in getattr(fn, "pytestmark", []):
        names, values = mark.args[0], mark.args[1]
        if isinstance(names, str):
            names = [name.strip() for name in names.split(",")]
        found = [
            {**case, **dict(zip(names, value if len(names) > 1 else [value], strict=True))}
            for case in found
            for value in values
        ]
    return found
