"""Three ways to run a Python program: CPython, stock Brython, and the page's own runtime."""

import subprocess
import sys
from pathlib import Path

from compiler.chunks import minified
from compiler.runtime import brython_source, runtime_source
from compiler.worker import Worker, node_executable

RUN = Path(__file__).with_name("run.mjs")


class Engines:
    """Each method returns the lines that a program prints."""

    def __init__(self, folder: Path, worker: Worker) -> None:
        self.folder = folder
        self.worker = worker
        (folder / "brython.js").write_text(brython_source(), encoding="utf-8")
        (folder / "runtime.js").write_text(minified(worker, runtime_source()), encoding="utf-8")

    def cpython(self, program: Path) -> list[str]:
        return self._lines(sys.executable, str(program))

    def stock(self, program: Path) -> list[str]:
        return self._node("stock", self.folder / "brython.js", program)

    def ours(self, program: Path, browser: str = "ours") -> list[str]:
        source = program.read_text(encoding="utf-8")
        code = self.worker.ask("compile", source=source, file="program.py", name="program")["code"]
        script = (
            "(function(){const $B=__BRYTHON__,_b_=$B.builtins;"
            '$B.register("program","program.py",false,'
            f"function(locals_program,frame,__file__,_frame_obj,stack_length){{{code}}});"
            '$B.start("program")})()'
        )
        file = self.folder / f"{program.stem}.js"
        file.write_text(minified(self.worker, script), encoding="utf-8")
        return self._node(browser, self.folder / "runtime.js", file)

    def _node(self, engine: str, first: Path, second: Path) -> list[str]:
        return self._lines(str(node_executable()), str(RUN), engine, str(first), str(second))

    @staticmethod
    def _lines(*words: str) -> list[str]:
        done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", timeout=60)
        return (done.stdout + done.stderr).splitlines()
