"""List, set and dict comprehensions."""

from pathlib import Path

from compiler.patches.source import replace, replace_span

SEPARATE = Path(__file__).parents[2] / "javascript" / "comprehensions.js"


def names_of_their_own(source: str) -> str:
    """After `[i for i in rows]` the `i` of the function around it was gone, or another one."""
    source = replace(
        source,
        "var future=$B.future_features(_ast,filename)\n"
        "var symtable=$B._PySymtable_Build(_ast,filename,future)\n"
        "var js_obj=$B.js_from_root({ast:_ast,symtable,filename,src,imported})",
        "$B.$separateComprehensions(_ast)\n"
        "var future=$B.future_features(_ast,filename)\n"
        "var symtable=$B._PySymtable_Build(_ast,filename,future)\n"
        "var js_obj=$B.js_from_root({ast:_ast,symtable,filename,src,imported})",
    )
    return source.rstrip() + "\n" + SEPARATE.read_text(encoding="utf-8")


def awaited(source: str) -> str:
    """`[await f(x) for x in rows]` was a promise: its function is async, and nobody awaited it."""
    source = replace(
        source,
        "js=`(${has_await ? 'async ' : ''}function(expr) {\\n`+js\n"
        "js+=has_await ? 'var save_frame_obj = $B.frame_obj;\\n' :''\n",
        "js=(has_await ? `($B.$resume(await $B.$wait((async function(expr) {\\n`+\n"
        "'var save_frame_obj = $B.frame_obj, $task = $B.task;\\n' :'(function(expr) {\\n')+js\n",
    )
    return replace_span(
        source,
        "js+=prefix+`}`+`)(${outmost_expr})\\n`\nreturn js}",
        "function init_scopes(",
        "js+=prefix+`})(${outmost_expr})${has_await ? ')))' : ''}\\n`\nreturn js}\n",
    )


def over_async_generators(source: str) -> str:
    """`[x async for x in rows]` asked for the items as if they were there already."""
    source = replace(
        source,
        "return prefix+`var next_func_${comp.id} = $B.make_js_iterator(expr, frame, "
        "${comp.ast.lineno})\\n`}\nfunction init_genexpr(",
        "return prefix+`var next_func_${comp.id} = ${comp.ast.generators[0].is_async ? "
        "'$B.$each(expr)' : `$B.make_js_iterator(expr, frame, ${comp.ast.lineno})`}\\n`}\n"
        "function init_genexpr(",
    )
    source = replace(
        source,
        "js+=prefix+`for (var next_${id} of next_func_${id}) {\\n`\nindent()\n"
        "var save_target_flags\n",
        "js+=prefix+`for ${first.is_async ? 'await ' : ''}(var next_${id} of "
        "next_func_${id}) {\\n`\n"
        "indent()\n"
        "if(this.generators.some(one=> one.is_async)){\n"
        "upper_comp_scope.nb_await=(upper_comp_scope.nb_await ?? 0)+1\n"
        "js+=prefix+`$B.frame_obj = save_frame_obj\\n$B.task = $task\\n`}\n"
        "var save_target_flags\n",
    )
    return replace(
        source,
        "var js=prefix+`var next_func_${id} = $B.make_js_iterator(${iter}, frame, "
        "${this.lineno})\\n`+\nprefix+`for (var next_${id} of next_func_${id}) {\\n`\nindent()\n",
        "var js=this.is_async ? prefix+`for await (var next_${id} of $B.$each(${iter})) {\\n"
        "$B.frame_obj = save_frame_obj\\n$B.task = $task\\n` :\n"
        "prefix+`for (var next_${id} of $B.make_js_iterator(${iter}, frame, "
        "${this.lineno})) {\\n`\nindent()\n",
    )
