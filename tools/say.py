"""What a person sees while a command works: one line a step, with its time."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

WIDTH = 76


class Failed(Exception):
    """A step did not work; the text says what to do. Shown without a traceback."""


def line(text: str) -> None:
    """Print one line at once, also into a pipe."""
    print(text, flush=True)


@contextmanager
def step(text: str) -> Iterator["Step"]:
    """Show that `text` is being done, and at the end how long it took."""
    shown = Step(text)
    shown.begin()
    started = time.monotonic()
    try:
        yield shown
    except BaseException:
        shown.clear()
        raise
    shown.end(time.monotonic() - started)


class Step:
    """A step under way. On a terminal its details overwrite each other; in a log they are lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.live = sys.stdout.isatty()

    def begin(self) -> None:
        """Show the step itself."""
        if self.live:
            self._rewrite(f"{self.text} …")
        else:
            line(f"{self.text} …")

    def detail(self, text: str) -> None:
        """Show what the step is busy with right now."""
        if self.live:
            self._rewrite(f"{self.text} … {text}")
        else:
            line(f"  {text}")

    def clear(self) -> None:
        """Leave the line to what comes next, such as an error."""
        if self.live:
            self._rewrite("")

    def end(self, seconds: float) -> None:
        """Replace the details by the time taken."""
        if self.live:
            self._rewrite(f"{self.text}: {seconds:.1f} s")
            print(flush=True)
        else:
            line(f"  {seconds:.1f} s")

    def _rewrite(self, text: str) -> None:
        # "\r" goes to the start of the line and "ESC [K" empties it; a longer text would wrap,
        # and then only its last row could be overwritten.
        print(f"\r\x1b[K{text[:WIDTH]}", end="", flush=True)
