"""How an error is told."""

from pathlib import Path

from compiler.patches.source import replace, replace_span

REPORT = Path(__file__).parent.parent / "javascript" / "traceback.js"


def lines_only(source: str) -> str:
    """Brython parses the failing line anew to put carets below it; the parser is gone.

    Nor are there syntax errors to find a mistyped keyword in.
    """
    source = replace_span(
        source,
        "function make_report(lines,positions){",
        "$B.error_trace=function(err){",
        REPORT.read_text(encoding="utf-8"),
    )
    return replace(source, "if(err._metadata){_find_keyword_typos(err)}\n", "")
