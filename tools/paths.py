"""Where things lie."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "frontend"
REQUIREMENTS = ROOT / "requirements"
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
BACKEND = ROOT / "backend"
PACKAGE = ROOT / "package"
NODE_MODULES = ROOT / "node_modules"
NPM_FILES = (ROOT / "package.json", ROOT / "package-lock.json")
BUILD = ROOT / "build"
# Beside the build that is served: its files are not compressed.
DEV_BUILD = BUILD / "dev"
DATA = ROOT / "var"
