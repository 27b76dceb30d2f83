"""The checks of `build.py check`, as tests, so that one command and one result cover everything."""

import pytest

from tools.check import CHECKS, Check, docs_tests


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_the_code_passes(check: Check) -> None:
    complaint = check.run()
    assert not complaint, complaint


def test_a_failing_check_says_why() -> None:
    assert "no such place" in Check("broken", ("-c", "raise SystemExit('no such place')")).run()


def test_the_tests_of_the_docs_are_found_by_their_names() -> None:
    assert "tests/unit/test_readme.py" in docs_tests()
