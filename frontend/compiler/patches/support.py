"""The functions that generated code calls."""

from pathlib import Path

from compiler.patches.source import replace_span

SUPPORT = Path(__file__).parent.parent / "javascript" / "support.js"


def called_by_generated_code(source: str) -> str:
    """Add what patches/generation makes the code call; `call_attr` loses its column argument."""
    source = replace_span(source, "$B.nb_call_attr=0\n", "var counter=0\n$B.nb_call_factory=0", "")
    return source.rstrip().rstrip(";") + ";\n" + SUPPORT.read_text(encoding="utf-8")
