"""`build.py build`: the page and the shells, as they are put on a server or handed in."""

import argparse

from package.build import build
from package.checks import ShellError
from package.platforms import PLATFORMS
from package.settings import FILE, SettingsError, is_local, read_settings
from tools import assets, say
from tools.paths import BUILD, ROOT


def main(options: argparse.Namespace) -> int:
    """Build both, and say where the results lie. What is wrong is said before anything is made."""
    if options.app_id and not options.host:
        raise say.Failed("--app-id is of one platform: say which with --host.")
    chosen = PLATFORMS.get(options.host)
    try:
        settings = read_settings(FILE, chosen, options.page, options.app_id)
        assets.ensure()
        say.line(f"Page: {BUILD.relative_to(ROOT)}/")
        # Without a stamp of their own: they take no time, and leave alone what stays the same.
        for platform in [chosen] if chosen else PLATFORMS.values():
            if platform.name in settings.app_ids:
                build(platform, settings, options.out, log=say.line)
    except (SettingsError, ShellError) as error:
        raise say.Failed(str(error)) from error
    if chosen and not is_local(settings.page):
        say.line(f"The page is asked for at {settings.page}: see docs/publish.md for what is next.")
    return 0
