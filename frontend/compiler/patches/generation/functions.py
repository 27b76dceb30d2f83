"""Functions and lambdas."""

from pathlib import Path

from compiler.patches.source import replace, replace_span

FUNCTION = Path(__file__).parents[2] / "javascript" / "function.js"


def only_bodies(source: str) -> str:
    """Of a function only what is its own is written: `$B.$function` makes the function of that.

    What all functions do, arguments and frame in, result or failure out, was half of the code.
    """
    return replace_span(
        source,
        "var parse_args=[name2]\n",
        "$B.ast.FunctionDef.prototype._check=",
        FUNCTION.read_text(encoding="utf-8"),
    )


def results_by_return(source: str) -> str:
    """`$B.$function` leaves the frame, unless the function goes on after it was called."""
    return replace(
        source,
        "prefix+`return $B.trace_return_and_leave(frame, `+\n"
        "(this.value ? $B.js_from_ast(this.value,scopes):' _b_.None')+\n')\\n'\n",
        "prefix+(goes_on(last_scope(scopes).ast,scopes) ? 'return $B.$leave(' : 'return (')+\n"
        "(this.value ? $B.js_from_ast(this.value,scopes):' _b_.None')+\n')\\n'\n",
    )


def lambda_as_expression(source: str) -> str:
    """A lambda was a function that defines a function in the locals and returns it."""
    return replace_span(
        source,
        "var id=make_id(),name='lambda_'+$B.lambda_magic+'_'+id",
        "function list_or_tuple_to_js(func,scopes){",
        """var f=new $B.ast.FunctionDef('lambda_'+make_id(),this.args,this.body,[])
f.lineno=this.lineno
f[$B.ID]=fast_id(this)
f.$is_lambda=true
return f.to_js(scopes)}
""",
    )


def closures_in_comprehensions(source: str) -> str:
    """A function made in a list comprehension must still see the loop's name afterwards.

    Brython deletes the name when the comprehension ends, and the function then reads `undefined`.
    """
    return replace(
        source,
        "js+=prefix+`delete ${comp.locals_name}.${comp_name}\\n`\n",
        "if(! /\\$B\\.\\$(def|function|lambda)\\(/.test(js)){"
        "js+=prefix+`delete ${comp.locals_name}.${comp_name}\\n`}\n",
    )
