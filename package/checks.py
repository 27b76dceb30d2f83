"""Checks of a rendered shell: what the platforms refuse, and what their tools don't see."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from package.markup import read_markup
from package.platforms import Platform

LIMIT = 30_000

# Platforms refuse code made from text, at review or at run time.
_CODE_FROM_TEXT = re.compile(r"\beval\s*\(|\bnew\s+Function\b|(?<![\w.])Function\s*\(")
_HOLE = re.compile(r"\{\{(.*?)\}\}")
_TEXT = re.compile(r"'[^']*'")
_NAME = re.compile(r"(?<![\w.])[A-Za-z_]\w*")


class ShellError(Exception):
    """The shell cannot be delivered; `problems` says why, a line each."""

    def __init__(self, platform: Platform, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(f"{platform.title} shell: {problem}" for problem in problems))


def check(files: Mapping[str, str], platform: Platform) -> None:
    """Raise ShellError unless the shell is small, free of code made from text, and in itself
    consistent: each handler and each piece of data that markup names is in the page's script."""
    problems = [*_size(files), *_code_from_text(files)]
    for path, text in files.items():
        if path.endswith(f".{platform.markup}"):
            script = files.get(str(PurePosixPath(path).with_suffix(".js")), "")
            problems += _markup(path, text, script, platform)
    if problems:
        raise ShellError(platform, problems)


def size_of(files: Mapping[str, str]) -> int:
    """The bytes of all the files together, but for the settings: nobody has a template too many."""
    return sum(len(text.encode()) for path, text in files.items() if path != "config.js")


def _size(files: Mapping[str, str]) -> list[str]:
    size = size_of(files)
    if size <= LIMIT:
        return []
    largest = max(files, key=lambda path: len(files[path]))
    return [f"{size} bytes, {size - LIMIT} more than it may have; the largest file is {largest}"]


def _code_from_text(files: Mapping[str, str]) -> list[str]:
    return [
        f"{path}:{number}: {match[0].strip()} makes code from text, which platforms refuse"
        for path, text in files.items()
        if path.endswith(".js")
        for number, line in enumerate(text.splitlines(), 1)
        if (match := _CODE_FROM_TEXT.search(line))
    ]


def _markup(path: str, text: str, script: str, platform: Platform) -> list[str]:
    event = re.compile(platform.event.format(name="[a-z]+", Name="[A-Z][A-Za-z]+"))
    data = _data_names(script)
    problems: list[str] = []
    for element in read_markup(text, path).walk():
        where = f"{path}:{element.line}"
        words = [child for child in element.children if isinstance(child, str)]
        for key, value in element.attributes.items():
            words.append(value)
            if event.fullmatch(key) and not _has_method(script, value):
                problems.append(f"{where}: {key} names {value}, which is no method of the page")
        for hole in _HOLE.findall(" ".join(words)):
            for name in _NAME.findall(_TEXT.sub("", hole)):
                if name not in data:
                    problems.append(f"{where}: {name} is not in the page's data")
    return problems


def _data_names(script: str) -> set[str]:
    found = re.search(r"^  data: \{(.*?)\},$", script, re.MULTILINE | re.DOTALL)
    parts = found[1].split(",") if found else []
    return {part.split(":")[0].strip() for part in parts}


def _has_method(script: str, name: str) -> bool:
    return bool(re.search(rf"^  (async )?{re.escape(name)}\(", script, re.MULTILINE))
