import pytest

from compiler.errors import MarkerMissing
from compiler.patches import RUNTIME, apply
from compiler.patches.generation import GENERATOR
from compiler.patches.source import find_after, replace, replace_pattern, replace_span
from compiler.policy import check_policy
from compiler.runtime import brython_source, runtime_source

ALL = [*RUNTIME, *GENERATOR]


def names(patches):
    return [patch.__name__ for patch in patches]


def tamper(source):
    """Replace what isn't there."""
    return replace(source, "no such marker", "")


def test_a_missing_marker_names_patch_and_marker():
    with pytest.raises(MarkerMissing, match="'tamper' expects its marker 1 .* 'no such marker'"):
        apply(brython_source(), [tamper])


@pytest.mark.parametrize(
    "edit",
    [
        lambda: replace("a b a", "a", "c"),  # twice where once was expected
        lambda: replace_span("a", "a", "b", ""),
        lambda: replace_pattern("a", "b", "", at_least=1),
        lambda: find_after("a b", "a", 1),
    ],
)
def test_every_edit_is_loud(edit):
    with pytest.raises(MarkerMissing):
        edit()


@pytest.mark.parametrize("patch", ALL, ids=names(ALL))
def test_every_patch_says_why(patch):
    assert len(patch.__doc__) > 30


@pytest.mark.parametrize("number", range(len(RUNTIME)), ids=names(RUNTIME))
def test_another_brython_stops_the_build(number):
    with pytest.raises(MarkerMissing, match=RUNTIME[number].__name__):
        apply("// another Brython", [RUNTIME[number]])


def test_the_runtime_is_strict_from_its_first_statement():
    statements = [line for line in runtime_source().splitlines() if not line.startswith("//")]
    assert statements[0] == '"use strict";'


def test_the_runtime_turns_no_text_into_code():
    check_policy("runtime", runtime_source())


@pytest.mark.parametrize("gone", ["_PyPegen", "XMLHttpRequest", "MutationObserver(", "onload"])
def test_the_runtime_lacks(gone):
    assert gone not in runtime_source()
