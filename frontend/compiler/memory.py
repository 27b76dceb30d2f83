"""What the worker answered in the build before: most of a build asks the same again.

Only questions whose answer follows from themselves are remembered: a module's source, a script to
minify. What reads further files is asked anew.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

REMEMBERED = {"compile", "minify", "hint"}
ROOT = Path(__file__).parents[2]
# A new compiler, Brython or esbuild may answer otherwise.
LOCKS = (ROOT / "requirements" / "serve.txt", ROOT / "package-lock.json")

Answer = dict[str, Any]


class Memory:
    """Answers by question, in one file. Those that a build did not ask for are forgotten."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._answerer = _hash_of_compiler()
        self._before = self._read()
        self._asked: dict[str, Answer] = {}

    def recall(self, question: str) -> Answer | None:
        """Return the answer that was given to this very question, if one was."""
        key = self._key(question)
        answer = self._asked.get(key) or self._before.get(key)
        if answer is not None:
            self._asked[key] = answer
        return answer

    def keep(self, question: str, answer: Answer) -> None:
        """Remember an answer, unless it is an error: that is told by asking again."""
        if "error" not in answer:
            self._asked[self._key(question)] = answer

    def save(self) -> None:
        """Write what this build asked for; the next one begins."""
        asked, self._asked = self._asked, {}
        if asked.keys() == self._before.keys() and self._file.exists():
            return
        self._before = asked
        self._file.parent.mkdir(parents=True, exist_ok=True)
        partial = self._file.with_name(self._file.name + ".new")
        content = {"answerer": self._answerer, "answers": asked}
        partial.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        partial.replace(self._file)

    def _read(self) -> dict[str, Answer]:
        try:
            content = json.loads(self._file.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return {}
        answers: dict[str, Answer] = content["answers"]
        return answers if content["answerer"] == self._answerer else {}

    @staticmethod
    def _key(question: str) -> str:
        return hashlib.sha256(question.encode()).hexdigest()


def _hash_of_compiler() -> str:
    total = hashlib.sha256()
    own = Path(__file__).parent.rglob("*")
    for file in sorted([*(path for path in own if path.suffix in (".py", ".js")), *LOCKS]):
        total.update(file.read_bytes())
    return total.hexdigest()
