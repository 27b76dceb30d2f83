"""Hints to V8 in the runtime: which functions it had better compile at once."""

from pathlib import Path

from compiler.chunks import minified, registration
from compiler.worker import Worker

REHEARSAL = Path(__file__).with_name("rehearsal.py")

# What the rehearsal imports: a module of JavaScript, as the kernel is.
_MODULE = """$B.registerScript("rehearsal_module","rehearsal.js",()=>({VALUE:1,
same:text=>text,
run(coroutine){const frame=$B.frame_obj;$B.promise(coroutine).then(()=>0,$B.show_error)
$B.frame_obj=frame}}))"""


def rehearsal(worker: Worker) -> str:
    """Return the script of what every page does in its first moments."""
    source = REHEARSAL.read_text(encoding="utf-8")
    code = worker.ask("compile", source=source, file="rehearsal.py", name="rehearsal")["code"]
    return (
        "(function(){const $B=__BRYTHON__,_b_=$B.builtins\n"
        f"{_MODULE}\n{registration('rehearsal', 'rehearsal.py', False, code)}\n"
        '$B.start("rehearsal")})()'
    )


def hinted(runtime: str, program: str, worker: Worker) -> str:
    """Return the minified runtime with hints at what `program`, the rehearsal, calls."""
    answer = worker.ask("hint", runtime=runtime, program=minified(worker, program))
    code: str = answer["code"]
    return code
