"""Text is never turned into code in the page: each way to do so raises a Python error instead."""

from compiler.patches.source import replace_span


def _refuse(what: str) -> str:
    return (
        f"$B.RAISE(_b_.NotImplementedError,{what!r}+"
        "' needs the Python compiler, which is not in the page: "
        "the page runs only what the build compiled')"
    )


def no_exec(source: str) -> str:
    """`exec` and `eval` compile at run time and run the outcome by `new Function`."""
    return replace_span(
        source,
        "var $$eval=_b_.eval=function(){",
        "return _b_.None}})(__BRYTHON__)",
        f"_b_.eval=function(){{{_refuse('eval')}}}\n"
        f"_b_.exec=function(){{{_refuse('exec')}}}}})(__BRYTHON__)",
        keep_end=False,
    )


def no_compile(source: str) -> str:
    """`compile` calls the parser, which is gone."""
    return replace_span(
        source,
        "_b_.compile=function(){",
        "_b_.debug=$B.debug > 0",
        f"_b_.compile=function(){{{_refuse('compile')}}}\n",
    )


def no_code_objects(source: str) -> str:
    """`types.FunctionType(code, globals)` makes a function from the text of a code object."""
    return replace_span(
        source,
        "$B.function.$factory=function(){",
        "$B.function.tp_repr=",
        f"$B.function.$factory=function(){{{_refuse('a function from a code object')}}}\n",
    )


def no_javascript_subclass(source: str) -> str:
    """A Python class on top of a JavaScript class gets its constructor from a string."""
    return replace_span(
        source,
        "$B.JSMeta.tp_new=function(cls,args,kw){",
        "var new_js_class=Function('cl_dict','bases',body)(cl_dict,bases)",
        "$B.JSMeta.tp_new=function(cls,args,kw){var[class_name,bases,cl_dict]=args,new_js_class\n"
        + _refuse("a Python subclass of a JavaScript class"),
        keep_end=False,
    )


def no_python_source(source: str) -> str:
    """`$B.runPythonSource` and its like: JavaScript's way to hand Python source in."""
    source = replace_span(
        source,
        "function from_py(src,script_id){",
        "$B.getPythonModule=function(name)",
        "",
    )
    return replace_span(
        source,
        "$B.importPythonModule=function(name,options)",
        "return $B.imported[name]}})(__BRYTHON__);",
        "})(__BRYTHON__);",
        keep_end=False,
    )
