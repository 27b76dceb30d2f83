"""What the worker answered in the build before: most of a build asks the same again.

An answer follows from its question, and from the files that it says it read: `inputs`.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

REMEMBERED = {"compile", "minify", "survey", "shake", "hint", "script", "bundle", "style"}
ROOT = Path(__file__).parents[2]
# A new compiler, Brython or esbuild may answer otherwise.
LOCKS = (ROOT / "requirements" / "serve.txt", ROOT / "package-lock.json")
# Seconds by which a file's time may lag behind the clock.
COARSE = 0.02

Answer = dict[str, Any]


class Memory:
    """Answers by question, in one file. Those that a build did not ask for are forgotten."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._answerer = _hash_of_compiler()
        self._written: dict[str, Answer] = {}
        self._before = self._read()
        self._asked: dict[str, Answer] = {}

    def recall(self, question: str) -> Answer | None:
        """Return the answer that was given to this very question, if one was."""
        key = _hash(question.encode())
        answer = self._asked.get(key) or self._before.get(key)
        if answer is None or not _holds(answer):
            return None
        self._asked[key] = answer
        return answer

    def keep(self, question: str, answer: Answer, asked: float) -> None:
        """Remember an answer to what was asked at that time.

        Not an error: that is told by asking again. Nor what was read of a file just being saved.
        """
        files = [ROOT / name for name in answer.get("inputs", ())]
        if "error" in answer or any(_changed_since(asked - COARSE, file) for file in files):
            return
        if files:
            answer["hashes"] = [_hash(file.read_bytes()) for file in files]
        self._asked[_hash(question.encode())] = answer

    def end_build(self) -> None:
        """Forget what this build did not ask for; the next one begins."""
        self._before, self._asked = self._asked, {}

    def save(self) -> None:
        """Write what the last build asked for."""
        if self._before == self._written and self._file.exists():
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        partial = self._file.with_name(self._file.name + ".new")
        content = {"answerer": self._answerer, "answers": self._before}
        partial.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        partial.replace(self._file)
        self._written = self._before

    def _read(self) -> dict[str, Answer]:
        try:
            content = json.loads(self._file.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return {}
        if content["answerer"] != self._answerer:
            return {}
        self._written = content["answers"]
        return self._written


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _holds(answer: Answer) -> bool:
    """Tell whether the files that an answer follows from are still the same."""
    files = [ROOT / name for name in answer.get("inputs", ())]
    hashes = [_hash(file.read_bytes()) if file.is_file() else "" for file in files]
    return bool(hashes == answer.get("hashes", []))


def _changed_since(moment: float, file: Path) -> bool:
    return not file.is_file() or file.stat().st_mtime >= moment


def _hash_of_compiler() -> str:
    total = hashlib.sha256()
    own = Path(__file__).parent.rglob("*")
    for file in sorted([*(path for path in own if path.suffix in (".py", ".js")), *LOCKS]):
        total.update(file.read_bytes())
    return total.hexdigest()
