"""Texts, whatever characters they hold."""

from pathlib import Path

from compiler.patches.source import replace, replace_span

# What goes: from where to where.
ANEW = [
    *(
        (f"\nstr_funcs.{first}=", f"\nstr_funcs.{behind}=")
        for first, behind in (
            ("center", "encode"),
            ("endswith", "expandtabs"),
            ("find", "format"),
            ("index", "isalnum"),
            ("join", "lower"),
            ("lstrip", "maketrans"),
            ("partition", "removeprefix"),
            ("replace", "splitlines"),
            ("translate", "upper"),
        )
    ),
    ("\nstr_funcs.startswith=function(self){", "\nstr_funcs.swapcase="),
    ("\nstr_funcs.zfill=", "\n_b_.str.tp_methods="),
    ("\n_b_.str.tp_richcompare=", "\n_b_.str.sq_repeat="),
    ("\n_b_.str.tp_repr=", "\n_b_.str.tp_hash="),
    ("\n_b_.str.tp_str=", "\n_b_.str.tp_new="),
]
_SHOWN = """function shown_format(text,flags){
var all=Array.from(String(text)).slice(0,flags.precision)
var fill=' '.repeat(Math.max(0,(flags.padding ??0)-all.length))
return flags.left ? all.join('')+fill :fill+all.join('')}
var str_format=(val,flags)=>shown_format(str.$factory(val),flags)
var repr_format=(val,flags)=>shown_format(_b_.repr(val),flags)
"""
STRINGS = Path(__file__).parent.parent / "javascript" / "strings.js"


def percent_counts_characters(source: str) -> str:
    """`"%.1s" % name` was the whole name, and `"%5s"` counted characters beyond 16 bits twice."""
    source = replace_span(source, "var str_format=function(val,flags){", "var num_format=", "")
    source = replace_span(
        source, "var repr_format=function(val,flags){", "var ascii_format=", _SHOWN
    )
    return replace(
        source,
        "ascii=_b_.ascii(val)}\nreturn format_padding(ascii,flags)}",
        "ascii=_b_.ascii(val)}\nreturn shown_format(ascii,flags)}",
    )


def over_code_points(source: str) -> str:
    """Methods made two characters of one beyond 16 bits, and `str` put spaces between accents.

    A key made by `strip` was not found; `strip` and `split` took away what JavaScript calls white
    space; `"\\uffff" < "😀"` was false; `repr` showed what can't be printed.
    """
    for first, behind in ANEW:
        source = replace_span(source, first, behind, "\n")
    marker = '$B.set_func_names(str,"builtins")'
    source = replace(source, marker, STRINGS.read_text(encoding="utf-8") + marker)
    source = replace(
        source,
        "var tp_repr=$B.search_slot(klass,'tp_repr')\nreturn tp_repr(obj)}",
        "var tp_repr=$B.search_slot(klass,'tp_repr'),shown=tp_repr(obj)\n"
        "return typeof shown=='string' ? $B.String(shown):shown}",
    )
    return replace(
        source,
        'if(typeof msg !="string"){$B.RAISE(_b_.TypeError,"write() argument must be str, not "+',
        "if($B.is_str(msg)){msg=String(_b_.str.$to_string(msg))}else{"
        '$B.RAISE(_b_.TypeError,"write() argument must be str, not "+',
    )
