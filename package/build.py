"""The build: writes a platform's shell where its tool opens it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from package.checks import check, size_of
from package.platforms import PLATFORMS, Platform
from package.render import render
from package.settings import Settings, is_local, read_settings

DIST = Path(__file__).with_name("dist")


def build(
    platform: Platform,
    settings: Settings | None = None,
    out: Path | None = None,
    log: Callable[[str], None] = print,
) -> Path:
    """Render and check one shell, write it to `out` (dist/<platform>), and return that folder.
    Raises SettingsError or ShellError before anything is written."""
    settings = settings or read_settings(platform=platform)
    folder = out or DIST / platform.name
    files = render(platform, settings)
    check(files, platform)
    _write(files, folder)
    log(f"{platform.title} shell: {folder}, {len(files)} files, {size_of(files) / 1000:.1f} KB")
    if is_local(settings.page):
        log(f"  {settings.page} opens in the developer tools alone: set page in shell.toml")
    return folder


def build_all(log: Callable[[str], None] = print) -> list[Path]:
    """Build every shell that `shell.toml` has an app id for."""
    settings = read_settings()
    return [
        build(platform, settings, log=log)
        for platform in PLATFORMS.values()
        if platform.name in settings.app_ids
    ]


def _write(files: Mapping[str, str], folder: Path) -> None:
    for path in _stale(files, folder):
        path.unlink()
    for name, text in files.items():
        path = folder / name
        # A file that stays the same keeps its time, or the platform's tool would build anew.
        if not path.exists() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


def _stale(files: Mapping[str, str], folder: Path) -> list[Path]:
    """Files of earlier builds. Others are not ours to remove: the tool keeps its own there."""
    pages = folder / "pages"
    return [
        path
        for path in sorted(pages.rglob("*"))
        if path.is_file() and path.relative_to(folder).as_posix() not in files
    ]
