"""The command: `python -m package build` makes the shells, `check` also checks their types."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from package.build import build
from package.checks import ShellError
from package.markup import MarkupError
from package.platforms import PLATFORMS, Platform
from package.render import render
from package.settings import FILE, Settings, SettingsError, read_settings
from package.typings import type_errors


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 when something is wrong, which then stands on standard error."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if not options.host and (options.app_id or options.out):
        parser.error("--app-id and --out are of one shell: say which with --host")
    try:
        for platform, settings in _build(options):
            errors = _type_errors(platform, settings) if options.command == "check" else ""
            if errors:
                print(f"{platform.title} shell:\n{errors}", file=sys.stderr)
                return 1
    except (SettingsError, ShellError, MarkupError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _type_errors(platform: Platform, settings: Settings) -> str:
    with TemporaryDirectory() as folder:
        return type_errors(platform, render(platform, settings, typed=True), Path(folder))


def _build(options: argparse.Namespace) -> Iterator[tuple[Platform, Settings]]:
    chosen = PLATFORMS.get(options.host)
    settings = read_settings(options.settings, chosen, options.page, options.app_id)
    for platform in [chosen] if chosen else PLATFORMS.values():
        if platform.name in settings.app_ids:
            build(platform, settings, options.out)
            yield platform, settings


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m package", description=__doc__)
    parser.add_argument("command", choices=["build", "check"], help="check: build, then run tsc")
    parser.add_argument("--host", choices=sorted(PLATFORMS), help="one shell, instead of all")
    parser.add_argument("--page", default="", help="the backend's address, instead of shell.toml's")
    parser.add_argument("--app-id", default="", help="id of the app, instead of shell.toml's")
    parser.add_argument("--settings", type=Path, default=FILE, help="another shell.toml")
    parser.add_argument("--out", type=Path, help="folder to write to (package/dist/<host>)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
