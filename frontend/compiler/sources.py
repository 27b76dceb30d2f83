"""Where the page's modules lie: names of modules and the files behind them."""

from dataclasses import dataclass
from pathlib import Path

FRONTEND = Path(__file__).parents[1]

# Modules that the runtime itself holds, and the folder whose files may import each.
LIB = "qiao/lib/"
CORE = {"_sys": LIB, "builtins": ""}


@dataclass(frozen=True)
class Found:
    """A module's file, below the frontend folder; no path for a folder without __init__.py."""

    name: str
    path: Path | None
    is_package: bool

    @property
    def is_script(self) -> bool:
        return self.path is not None and self.path.suffix == ".js"


@dataclass(frozen=True)
class Sources:
    """The folder that holds everything a page can be made of."""

    folder: Path = FRONTEND

    def find(self, name: str) -> Found | None:
        """Return the file of a module, ours or a browser version of a standard one.

        A script goes before the Python of the same name, which is what servers run.
        """
        if name.split(".")[0] == "compiler":
            return None  # lies beside the page's packages and is none of them
        for place in (self.folder, self.folder / "qiao" / "lib"):
            base = place.joinpath(*name.split("."))
            if (base / "__init__.py").is_file():
                return Found(name, base / "__init__.py", True)
            for suffix in (".js", ".py"):
                file = base.with_name(base.name + suffix)
                if file.is_file():
                    return Found(name, file, False)
        folder = self.folder.joinpath(*name.split("."))
        if folder.is_dir() and "." not in folder.name:
            return Found(name, None, True)
        return None

    def shown(self, path: Path) -> str:
        """Return a path as messages and tracebacks name it: `app/pages/event.py`."""
        return path.relative_to(self.folder).as_posix()

    def pages(self) -> list[str]:
        """Return the names of the pages: the modules in app/pages."""
        return sorted(
            path.stem
            for path in (self.folder / "app" / "pages").glob("*.py")
            if not path.stem.startswith("_")
        )
