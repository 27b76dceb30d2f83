"""Builtins that a page has no use for, or that JavaScript does by itself.

One that is gone raises a Python error that names it.
"""

from compiler.patches.source import replace_span, span


def without_files(source: str) -> str:
    """`open` asks the server by a synchronous request and brings a stack of file classes."""
    buffers = span(source, "$B.is_buffer=function(obj){", "return false}\n")
    return replace_span(
        source,
        '(function($B){"use strict";\nvar _b_=$B.builtins\nfunction make_lines(self){',
        "$.newline,$.closefd,$.opener)}})(__BRYTHON__)",
        "(function($B){\nvar _b_=$B.builtins\n" + buffers + _gone("open") + "})(__BRYTHON__)",
        keep_end=False,
    )


def without_help(source: str) -> str:
    """Nobody can call it: at the end of the start, the name becomes that of a text."""
    return replace_span(source, "var help=_b_.help=function(obj){", "_b_.hex=", "")


def without_memoryview(source: str) -> str:
    """A view into bytes, for programs that save copies of megabytes."""
    return replace_span(
        source,
        "(function($B){var _b_=$B.builtins\n$B.memory_iterator.tp_iter=function(self){return self}",
        '$B.set_func_names(memoryview,"builtins")})(__BRYTHON__)',
        "(function($B){var _b_=$B.builtins\n"
        "_b_.memoryview.$factory=_b_.memoryview.tp_new=function(){"
        "$B.RAISE(_b_.NotImplementedError,'memoryview is not in the page')}\n"
        '$B.set_func_names(_b_.memoryview,"builtins")})(__BRYTHON__)',
        keep_end=False,
    )


def native_sort(source: str) -> str:
    """Brython has a timsort of its own; JavaScript's sort has been stable for years."""
    return replace_span(
        source,
        ";(function($B){var _b_=$B.builtins\nvar DEFAULT_MIN_MERGE=32",
        "$B.$AlphabeticalCompare=alphabeticalCompare})(__BRYTHON__);",
        ";(function($B){\n"
        "$B.$TimSort=(array,compare)=>{array.sort(compare)}\n"
        "$B.$AlphabeticalCompare=(a,b)=>$B.$compareTexts(a,b)\n"
        "})(__BRYTHON__);",
        keep_end=False,
    )


def few_codecs(source: str) -> str:
    """The names of 90 encodings; those beyond these three were modules that the page never had."""
    return replace_span(
        source,
        "var aliases={ascii:",
        "var codecs_aliases={}",
        "var aliases={ascii:['646','us-ascii'],"
        "latin_1:['iso-8859-1','iso8859-1','8859','cp819','latin','latin1','L1'],"
        "utf_8:['U8','UTF','utf8','cp65001','utf-8']}\n",
    )


def _gone(name: str) -> str:
    return (
        f"_b_.{name}=function(){{$B.RAISE(_b_.NotImplementedError,'{name} is not in the page')}}\n"
    )
