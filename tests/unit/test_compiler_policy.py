import pytest

from compiler.errors import ForbiddenCode
from compiler.policy import check_policy


@pytest.mark.parametrize(
    "script",
    [
        "eval('1')",
        "window.eval(x)",
        "(0,eval)(x)",
        "new Function('a', b)",
        "x=Function(a)",
        "setTimeout('f()',1)",
    ],
)
def test_text_to_code_is_refused(script):
    with pytest.raises(ForbiddenCode, match="app would turn text into code"):
        check_policy("app", script)


@pytest.mark.parametrize(
    "script",
    ["function(a){}", "x.isFunction(a)", "'eval needs x'", "medieval(x)", "setTimeout(f,1)"],
)
def test_other_code_passes(script):
    check_policy("app", script)
