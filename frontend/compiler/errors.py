"""What can go wrong in a build: every class, and how one is told."""


class BuildError(Exception):
    """The build cannot go on; the message says where, what and what to do instead."""


class SourceError(BuildError):
    """Something in a Python file that the page cannot run."""

    def __init__(self, file: str, line: int, what: str, instead: str = "") -> None:
        self.file = file
        self.line = line
        self.what = what
        self.instead = instead
        super().__init__(f"{file}:{line}: {what}" + (f"\n  Instead: {instead}" if instead else ""))


class GraphError(SourceError):
    """An import that leads outside what the page supports."""

    def __init__(self, file: str, line: int, what: str, chain: list[str], instead: str) -> None:
        super().__init__(file, line, what, instead)
        self.chain = chain
        self.args = (f"{self.args[0]}\n  Imported by: " + " -> ".join(chain),)


class MarkerMissing(BuildError):
    """A patch did not find its place in the Brython source: another version of Brython?"""

    def __init__(self, patch: str, marker: str, found: int, expected: int) -> None:
        shown = marker if len(marker) <= 120 else marker[:117] + "..."
        super().__init__(
            f"Patch {patch!r} expects its marker {expected} time(s) in the Brython source and "
            f"found it {found} time(s): {shown!r}\n"
            "  Brython is pinned. After an upgrade, look at compiler/patches/ and move the patch."
        )


class ForbiddenCode(BuildError):
    """A script to be served would turn text into code, which the page's policy refuses."""
