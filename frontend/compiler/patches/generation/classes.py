"""Classes."""

from compiler.patches.source import replace_span

_CLASS = """if(has_type_params){compiler_error(this,'type parameters need the typing module')}
extract_docstring(this,scopes)
js+=prefix+`var ${ref} = $B.$class('${this.name}', '${qualname}', ${this.lineno}, frame, `+
`$B.fast_tuple([${bases}]), {${kwds.join(', ')}}, function(${locals_name}, frame, _frame_obj) {\\n`
indent()
scopes.push(class_scope)
let body=add_body(this.body,scopes)+'\\n'
if(/\\blocals\\b/.test(body)){js+=prefix+`var locals = ${locals_name}\\n`}
js+=body
scopes.pop()
dedent()
js+=prefix+`})\\n`
"""


def made_by_support(source: str) -> str:
    """Only the body of a class differs from class to class; `$B.$class` does the rest."""
    return replace_span(
        source,
        "var docstring=extract_docstring(this,scopes)\nvar inum=add_to_positions(scopes,this)\n"
        "js+=prefix+`var ${ref} = (function(name, bases, keywords) {\\n`",
        "var scope_name=make_scope_name(scopes,enclosing_scope)\nvar class_ref=",
        _CLASS,
    )
