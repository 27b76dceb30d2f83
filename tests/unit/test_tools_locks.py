"""The lock files: everything asked for is in them, with hashes, and no address is."""

import json
import re
from typing import Any

import pytest

from tools.paths import REQUIREMENTS, ROOT

GROUPS = ("serve", "dev")
LOCKS = [*(f"requirements/{group}.txt" for group in GROUPS), "package-lock.json"]


def locked(group: str) -> dict[str, str]:
    text = (REQUIREMENTS / f"{group}.txt").read_text()
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


def asked(group: str) -> set[str]:
    text = (REQUIREMENTS / f"{group}.in").read_text()
    return set(re.findall(r"^([a-z][a-z0-9-]*)", text, re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text()
    # Where a package asks for money is no address that anything is fetched from.
    assert "://" not in re.sub(r'"funding": (\{[^}]*\}|\[[^\]]*\])', "", text)


@pytest.mark.parametrize("group", GROUPS)
def test_everything_asked_for_is_locked(group: str) -> None:
    assert asked(group) - locked(group).keys() == set()


@pytest.mark.parametrize("group", GROUPS)
def test_every_python_package_has_hashes(group: str) -> None:
    text = (REQUIREMENTS / f"{group}.txt").read_text()
    entries = re.split(r"\n(?=[a-z])", text)[1:]
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_tests_run_with_the_versions_that_serve() -> None:
    served, developed = locked("serve"), locked("dev")
    assert {name: developed.get(name) for name in served} == served


def test_every_npm_package_has_a_hash() -> None:
    packages: dict[str, Any] = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert [path for path, found in packages.items() if path and "integrity" not in found] == []


def test_the_npm_lock_fits_what_is_asked_for() -> None:
    wanted = json.loads((ROOT / "package.json").read_text())
    lock = json.loads((ROOT / "package-lock.json").read_text())["packages"][""]
    for kind in ("dependencies", "devDependencies"):
        assert lock[kind] == wanted[kind]
