"""What Brython's source says to its readers, and pages need not carry."""

from compiler.patches.source import replace_pattern


def without_type_docs(source: str) -> str:
    """The docstrings of 120 types are 4 KB after compression.

    A space stays in place of each: with an empty one the attribute itself would be gone.
    """
    return replace_pattern(
        source,
        r'(init_type\((?:\$B|_b_),"[^"]+",\["[^"]+",-?\d+,-?\d+,\d+,-?\d+,(?:\$B|_b_)\.\w+,-?\d+,)'
        r"`(?:[^`\\]|\\.)*`(?=,\[)",
        r"\1' '",
        at_least=80,
    )


def without_tracing(source: str) -> str:
    """Its authors trace single functions by a variable `test`, which is false wherever they do.

    The minifier drops what a constant forbids, however it is nested.
    """
    return replace_pattern(source, r"\bif\(\$?test\)\{(?=console\.)", "if(false){", at_least=100)
