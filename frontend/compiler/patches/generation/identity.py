"""The same source must give the same bytes."""

from compiler.patches.source import replace


def counted_ids(source: str) -> str:
    """Ids in generated names begin at a random number; count from 0 for each module instead.

    AST nodes are numbered by two counters, so the other one begins far away.
    """
    source = replace(
        source,
        "var uuid=Math.floor(Math.random()*1000000)",
        "var uuid=0\n$B.restart_ids=function(){uuid=0\n$B.$py_UUID=2**40}",
    )
    source = replace(source, "$B.$py_UUID=Math.floor(Math.random()*2**50)", "$B.$py_UUID=2**40")
    return replace(
        source, "$B.lambda_magic=Math.random().toString(36).substr(2,8)", "$B.lambda_magic=''"
    )
