"""The style sheet: all of app/theme in one file."""

from pathlib import Path

from compiler.worker import TARGET, Worker

ENTRY = "index.css"


def style_sheet(folder: Path, worker: Worker) -> str:
    """Return the theme, bundled: what index.css imports, or every file in order of its name."""
    if (folder / ENTRY).is_file():
        source = f'@import "./{ENTRY}";'
    else:
        source = "\n".join(f'@import "./{path.name}";' for path in sorted(folder.glob("*.css")))
    code: str = worker.ask("style", source=source, folder=str(folder), target=TARGET)["code"]
    return code
