"""The command: `python -m package build` makes the shells, `check` also checks their types."""

import argparse
import sys
from pathlib import Path

from package.build import build
from package.checks import ShellError
from package.markup import MarkupError
from package.platforms import PLATFORMS
from package.settings import FILE, SettingsError, read_settings
from package.typings import type_errors


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 when something is wrong, which then stands on standard error."""
    options = _parser().parse_args(arguments)
    platform = PLATFORMS[options.host]
    try:
        settings = read_settings(options.settings, platform, options.page, options.app_id)
        folder = build(platform, settings, options.out)
    except (SettingsError, ShellError, MarkupError) as error:
        print(error, file=sys.stderr)
        return 1
    errors = type_errors(folder, platform) if options.command == "check" else ""
    if errors:
        print(errors, file=sys.stderr)
    return 1 if errors else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m package", description=__doc__)
    parser.add_argument("command", choices=["build", "check"], help="check: build, then run tsc")
    parser.add_argument("--host", choices=sorted(PLATFORMS), default="wechat")
    parser.add_argument("--page", default="", help="the backend's address, instead of shell.toml's")
    parser.add_argument("--app-id", default="", help="id of the app, instead of shell.toml's")
    parser.add_argument("--settings", type=Path, default=FILE, help="another shell.toml")
    parser.add_argument("--out", type=Path, help="folder to write to (package/dist/<host>)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
