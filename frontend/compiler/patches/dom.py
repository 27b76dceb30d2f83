"""Brython's own way to the DOM: qiao's kernel, a JavaScript module, takes its place."""

from compiler.patches.source import replace, replace_span

# A node or an event that reaches Python is a token to hand back: it has a type and a name.
_TOKENS = """(function($B){
for(const [name,shown] of [['DOMNode','nodeName'],['DOMEvent','type']]){
const cls=$B[name]=$B.make_builtin_class(name)
cls.$factory=object=>object
cls.tp_repr=object=>`<${name} ${object[shown]}>`
$B.set_func_names(cls,'builtins')}
$B.$isNode=object=>typeof Node !='undefined' && object instanceof Node
})(__BRYTHON__);
"""


def without_dom(source: str) -> str:
    """Each call through these wrappers cost 10 to 30 µs; nothing in the page uses them."""
    return replace_span(
        source,
        "(function($B){var _b_=$B.builtins,object=_b_.object,_window=globalThis\n",
        "$B.DOMNode=DOMNode})(__BRYTHON__);",
        _TOKENS,
        keep_end=False,
    )


def without_browser_modules(source: str) -> str:
    """`browser`, `browser.html` (a third of all types), `browser.aio` and `javascript` go."""
    source = replace_span(
        source,
        "var win=$B.jsobj2pyobj(globalThis)\n",
        "$B.UndefinedType=$B.make_builtin_class(",
        "",
    )
    source = replace_span(
        source,
        'var super_class=$B.make_builtin_class("JavascriptSuper")',
        "var $io=$B.$io=",
        "",
    )
    source = replace_span(
        source, 'var responseType={"text":"text",', "function load(name,module_obj){", ""
    )
    source = replace_span(
        source,
        "if(!($B.isWebWorker ||$B.isNode)){modules['browser'].html=",
        "_b_.__builtins__=$B.module.$factory('__builtins__'",
        "",
    )
    return replace(
        source,
        "if(obj.tagName){var res=$B.module_getattr($B.imported['browser.html'],obj.tagName)\n"
        "return res===$B.NULL ? $B.DOMNode :res}\n",
        "",
        times=2,
    )
