"""No script that is served may turn text into code: `script-src 'self'` would refuse it."""

import re

from compiler.errors import ForbiddenCode

_FORBIDDEN = re.compile(
    r"""(?<![\w$]) (?: eval \s* \(             # eval(, also as a method of the window
                     | \(0, \s* [\w$.]*eval\)  # the indirect one
                     | new \s+ Function \b
                     | Function \s* \(
                     | set(?:Timeout|Interval) \s* \( \s* ["'`]
                   )""",
    re.VERBOSE,
)


def check_policy(name: str, script: str) -> None:
    """Raise ForbiddenCode where a script would evaluate text."""
    found = _FORBIDDEN.search(script)
    if found:
        around = script[max(0, found.start() - 60) : found.end() + 60]
        raise ForbiddenCode(
            f"{name} would turn text into code: …{around}…\n"
            "  Instead: plain functions; for Brython itself, see compiler/patches/evaluation.py"
        )
