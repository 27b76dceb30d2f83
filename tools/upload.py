"""`build.py upload`: build a shell, and hand it in by the platform's own tool."""

import argparse
import subprocess

from package.build import build
from package.checks import ShellError
from package.platforms import PLATFORMS
from package.settings import FILE, SettingsError, is_local, read_settings
from package.upload import Upload, UploadError, command_of
from tools import say


def main(options: argparse.Namespace) -> int:
    """Upload; the platform's tool speaks for itself, and its exit code is ours."""
    platform = PLATFORMS[options.host]
    try:
        settings = read_settings(FILE, platform, options.page, options.app_id)
        if is_local(settings.page):
            raise UploadError(f"{settings.page} is this machine: nobody else's phone can open it.")
        upload = Upload(
            folder=build(platform, settings, log=say.line),
            app_id=settings.app_ids[platform.name],
            version=options.version,
            key=options.key.absolute(),
            description=options.description,
            robot=options.robot,
        )
        command = command_of(platform, upload)
    except (SettingsError, ShellError, UploadError) as error:
        raise say.Failed(str(error)) from error
    say.line(f"Uploading version {options.version} by {command[0]}")
    return subprocess.run(command).returncode
