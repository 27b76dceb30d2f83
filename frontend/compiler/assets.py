"""Files as they are served: named by their content, compressed beside, listed in a manifest."""

import gzip
import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import brotli

MANIFEST = "manifest.json"
SYMBOLS = "symbols"
# Of how many builds, the newest among them, the files stay: pages of those may be open.
KEPT_BUILDS = 10


def digest(data: bytes) -> str:
    """Return the part of a content's hash that goes into file names."""
    return hashlib.sha256(data).hexdigest()[:12]


@dataclass
class Assets:
    """The assets of one build; nothing of it is seen before `publish`."""

    out: Path
    packed: bool = True
    files: dict[str, bytes] = field(default_factory=dict)
    # Never served, but what errors that pages report are looked up in, see `backend/symbols.py`:
    # `sources`, the texts of files, and `scripts`, which lines the packed ones were made of.
    symbols: dict[str, Any] = field(default_factory=lambda: {"sources": {}, "scripts": {}})

    def add(self, stem: str, suffix: str, text: str) -> str:
        """Take a file in; return its name, `stem.<hash>.suffix`."""
        data = text.encode()
        name = f"{stem}.{digest(data)}.{suffix}"
        self.files[name] = data
        return name

    def publish(self, manifest: dict[str, Any]) -> dict[str, Any]:
        """Write everything, the manifest last: a reader sees the old build or the new one.

        Files of the last few builds stay, for pages that are open; older ones go.
        """
        folder = self.out / "assets"
        folder.mkdir(parents=True, exist_ok=True)
        sizes = {name: self._write(folder, name) for name in sorted(self.files)}
        everything = "".join(sorted(self.files)).encode()
        manifest = {"build": digest(everything), **manifest, "sizes": sizes}
        self._keep_symbols(manifest["build"])
        manifest["earlier"] = earlier = self._earlier(manifest["build"])
        text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
        _replace(self.out / MANIFEST, text.encode())
        self._sweep(folder, {*sizes}.union(*(one["files"] for one in earlier)))
        return manifest

    def _earlier(self, build: str) -> list[dict[str, Any]]:
        """Return the builds before this one, the newest first, with the names of their files."""
        last = read_manifest(self.out)
        if not last:
            return []
        found = [{"build": last["build"], "files": [*last["sizes"]]}, *last.get("earlier", [])]
        return [one for one in found if one["build"] != build][: KEPT_BUILDS - 1]

    def _write(self, folder: Path, name: str) -> dict[str, int]:
        """Write a file and its compressed twins; a name that is there has this very content."""
        data = self.files[name]
        if not self.packed:
            if not (folder / name).exists():
                _replace(folder / name, data)
            return {"raw": len(data)}
        small, smaller = folder / f"{name}.gz", folder / f"{name}.br"
        if not smaller.exists():
            _replace(folder / name, data)
            _replace(small, gzip.compress(data, 9, mtime=0))
            _replace(smaller, brotli.compress(data, quality=11))
        return {
            "raw": len(data),
            "gzip": small.stat().st_size,
            "brotli": smaller.stat().st_size,
        }

    def _keep_symbols(self, build: str) -> None:
        """Write the symbols of this build; those of the last few stay, for pages that are open."""
        folder = self.out / SYMBOLS
        folder.mkdir(exist_ok=True)
        text = json.dumps(self.symbols, ensure_ascii=False, separators=(",", ":"))
        _replace(folder / f"{build}.json", text.encode())
        builds = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        for path in builds[:-KEPT_BUILDS]:
            path.unlink()

    @staticmethod
    def _sweep(folder: Path, kept: set[str]) -> None:
        for path in folder.iterdir():
            if path.name.removesuffix(".br").removesuffix(".gz") not in kept:
                path.unlink()


def read_manifest(out: Path) -> dict[str, Any] | None:
    """Return the manifest of the build in `out`, if there is one."""
    path = out / MANIFEST
    if not path.exists():
        return None
    manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return manifest


def _replace(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever reads half of it."""
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    partial.write_bytes(data)
    partial.replace(path)
