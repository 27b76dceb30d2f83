"""The Python compiler goes; what compiled code calls at run time stays."""

from compiler.patches.source import find, find_after, replace, replace_span, span


def without_compiler(source: str) -> str:
    """The page gets modules that are compiled already: 800 KB of parser are dead weight in it.

    Everything from `module.exports` on is the AST, the code generator, the symbol table, the
    parser and the docstrings of the builtins. Three pieces of it belong to the run time: the
    section that fills the slots of the types (without it nothing has `__next__`), the look-up of
    names, and `decode_position`, which `super()` and tracebacks call.
    """
    end = find(source, "if(__BRYTHON__.isNode){global.__BRYTHON__")
    slots = find(source, "(function($B){var _b_=$B.builtins\nfunction wrap(dunder,nb_args)")
    generator = '"use strict";\n(function($B){var _b_=$B.builtins\nfunction ast_dump('
    after_slots = find_after(source, generator, slots)
    names = span(source, "function resolve_in_namespace(name,ns)", "$B.own_class_name=")
    names += span(source, "$B.own_class_name=", "throw $B.name_error(name)}\n").removeprefix(
        "$B.own_class_name="
    )
    positions = span(source, "$B.decode_position=function(pos)", "}}")
    run_time = (
        ";(function($B){var _b_=$B.builtins\n"
        "var hidden=new Set(['__doc__','__loader__','__name__','__package__','__spec__'])\n"
        "var builtins_scope={locals:{has:n=>Object.hasOwn(_b_,n)&&!hidden.has(n)}}\n"
        f"{names}{positions}\n"
        # Tracebacks search these for what may have been meant.
        "$B.python_keywords={}\n$B.stdlib_module_names=[]\n"
        "})(__BRYTHON__);\n"
    )
    return source[:end] + run_time + source[slots:after_slots]


def without_feature_test(source: str) -> str:
    """The first lines try `eval`, which the page's policy reports as a violation."""
    source = replace(source, 'eval("async function* f(){}")', "")
    return replace(
        source,
        'try{\n}catch(err){console.warn("Your browser is not fully supported. If you are using "+\n'
        '"Microsoft Edge, please upgrade to the latest version")}\n',
        "",
    )


def without_tokenizer(source: str) -> str:
    """Tokens and tokenizer serve the parser; no report of an error may ask for them any more."""
    # They stand among what the methods of str ask: what kind of letter a character is.
    letters = span(source, "const Other_ID_Start=[", "const FT_START={").removesuffix(
        "const FT_START={"
    )
    return replace_span(
        source,
        "(function($B){const tokens=['ENDMARKER',",
        "(function($B){var _b_=$B.builtins\nif($B.VFS_timestamp",
        f"(function($B){{\n{letters}}})(__BRYTHON__);\n",
    )
