"""Loops."""

from compiler.patches.source import replace


def without_unused_flags(source: str) -> str:
    """Whether a loop ended by `break` matters only to its `else`; and iterators stay untouched."""
    source = replace(
        source,
        "js+=prefix+`no_break_${scope.id} = false\\n`\n",
        "if(scope.ast.orelse.length){js+=prefix+`no_break_${scope.id} = false\\n`}\n",
    )
    source = replace(
        source,
        "js+=prefix+`var no_break_${id} = true,\\n`+\n"
        "prefix+tab+tab+`iterator_${id} = ${iter}\\n`\n"
        "if(this.iter.inum){js+=prefix+tab+tab+`iterator_${id}[$B.INUM] = ${this.iter.inum}\\n`}\n"
        "js+=prefix+`for(var next_${id} of $B.make_js_iterator(`+\n"
        "`iterator_${id}, frame, ${this.lineno})){\\n`}",
        "if(this.orelse.length){js+=prefix+`var no_break_${id} = true\\n`}\n"
        "js+=prefix+`for(var next_${id} of $B.make_js_iterator(`+\n"
        "`${iter}, frame, ${this.lineno})){\\n`}",
    )
    return replace(
        source,
        "var js=prefix+`var no_break_${id} = true\\n`\njs+=prefix+`while(",
        "var js=this.orelse.length ? prefix+`var no_break_${id} = true\\n` :''\njs+=prefix+`while(",
    )


def async_loops_end(source: str) -> str:
    """`break` and `continue` in `async for` were a SyntaxError."""
    return replace(
        source,
        "if(scope.ast instanceof $B.ast.For ||\nscope.ast instanceof $B.ast.While){",
        "if(scope.ast instanceof $B.ast.For ||scope.ast instanceof $B.ast.AsyncFor ||\n"
        "scope.ast instanceof $B.ast.While){",
        times=2,
    )
