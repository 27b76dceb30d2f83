"""Ways to run a Python program: CPython, stock Brython, and the page's own runtime.

The page's own is made as the build makes it: with what the program names, and, to see what a
program does that it was not made for, with what no program names.
"""

import subprocess
import sys
from pathlib import Path

from compiler.assets import digest
from compiler.chunks import minified
from compiler.runtime import brython_source
from compiler.shaking import SCRIPT, Runtimes, words_of
from compiler.worker import Worker, node_executable

RUN = Path(__file__).with_name("run.mjs")


class Engines:
    """Each method returns the lines that a program prints."""

    def __init__(self, folder: Path, worker: Worker) -> None:
        self.folder = folder
        self.worker = worker
        (folder / "brython.js").write_text(brython_source(), encoding="utf-8")
        self.making = Runtimes(worker)
        self.runtimes: dict[Path, Path] = {}
        self.least = self._runtime(frozenset())

    def cpython(self, program: Path) -> list[str]:
        return self._lines(sys.executable, str(program))

    def stock(self, program: Path) -> list[str]:
        return self._node("stock", self.folder / "brython.js", program)

    def ours(self, program: Path, browser: str = "ours") -> list[str]:
        script, runtime = self._compiled(program)
        return self._node(browser, runtime, script)

    def foreign(self, program: Path) -> list[str]:
        """Run it on the runtime of pages that name nothing of what it needs."""
        script, _ = self._compiled(program)
        return self._node("ours", self.least, script)

    def _compiled(self, program: Path) -> tuple[Path, Path]:
        """Return a program's script and the runtime for it."""
        file = self.folder / f"{program.stem}.js"
        if file not in self.runtimes:
            source = program.read_text(encoding="utf-8")
            answer = self.worker.ask("compile", source=source, file="program.py", name="program")
            script = (
                "(function(){const $B=__BRYTHON__,_b_=$B.builtins;"
                '$B.register("program","program.py",false,'
                f"function(locals_program,frame,__file__,_frame_obj,stack_length){{{answer['code']}}});"
                '$B.start("program")})()'
            )
            file.write_text(minified(self.worker, script), encoding="utf-8")
            self.runtimes[file] = self._runtime(words_of(answer["code"]))
        return file, self.runtimes[file]

    def _runtime(self, words: frozenset[str]) -> Path:
        """Return the file of the runtime for what names `words`, as the build makes it."""
        around = words_of(SCRIPT + RUN.read_text(encoding="utf-8"))
        source = self.making.holding(words | around)
        file = self.folder / f"runtime.{digest(source.encode())}.js"
        file.write_text(source, encoding="utf-8")
        return file

    def _node(self, engine: str, first: Path, second: Path) -> list[str]:
        return self._lines(str(node_executable()), str(RUN), engine, str(first), str(second))

    @staticmethod
    def _lines(*words: str) -> list[str]:
        done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", timeout=60)
        return (done.stdout + done.stderr).splitlines()
