"""Modules."""

from compiler.patches.source import replace_span


def body_only(source: str) -> str:
    """The loader makes the module's frame and handles its errors; only the body is written."""
    return replace_span(
        source,
        "var js=`var $B = __BRYTHON__,\\n    _b_ = $B.builtins,\\n`\nif(! namespaces){",
        "$B.ast.Name.prototype.to_js",
        """extract_docstring(this,scopes)
var js=add_body(this.body,scopes)+'\\n'
scopes.pop()
return (/\\blocals\\b/.test(js) ? `var locals = ${global_name}\\n` :'')+js}
""",
    )
