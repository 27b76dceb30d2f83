"""Uploads: the command with which a platform's own tool hands in a built shell.

WeChat: npm `miniprogram-ci` 2.1.42 (README, 命令行调用). Alipay: npm `minidev` 2.2.5 (its options
`upload`: --app-id, --project, --version, --version-description, --identity-key-path). Neither is
among our packages: they are large, and most people never call them.
"""

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from package.platforms import Platform

TOOLS = {
    "wechat": ("miniprogram-ci", "npm install --global miniprogram-ci@2.1.42"),
    "alipay": ("minidev", "npm install --global minidev@2.2.5"),
}
# What each platform takes: Alipay only digits, WeChat shows what it gets.
VERSION = re.compile(r"\d{1,5}\.\d{1,5}\.\d{1,5}")
LONGEST_DESCRIPTION = 200
ROBOTS = range(1, 31)


class UploadError(Exception):
    """What was asked for can't be uploaded; says why, and what to do."""


@dataclass(frozen=True)
class Upload:
    """One version of a shell, as it goes to its platform."""

    folder: Path
    app_id: str
    version: str
    key: Path
    description: str = ""
    robot: int = 1


def command_of(platform: Platform, upload: Upload) -> list[str]:
    """Return the command; raises UploadError for what the platform would refuse."""
    _check(platform, upload)
    name, install = TOOLS[platform.name]
    tool = shutil.which(name)
    if tool is None:
        raise UploadError(f"{name} is not installed. It is {platform.title}'s own: {install}")
    folder, key = str(upload.folder), str(upload.key)
    if platform.name == "alipay":
        words = ["--app-id", upload.app_id, "--project", folder, "--version", upload.version]
        words += ["--identity-key-path", key]
        described = ["--version-description", upload.description] if upload.description else []
    else:
        words = ["--pp", folder, "--pkp", key, "--appid", upload.app_id, "--uv", upload.version]
        words += ["-r", str(upload.robot), "--use-project-config", "true"]
        described = ["--ud", upload.description] if upload.description else []
    return [tool, "upload", *words, *described]


def _check(platform: Platform, upload: Upload) -> None:
    if platform.name not in TOOLS:
        raise UploadError(
            f"{platform.title} has no command for uploads here: open {upload.folder} in its tool."
        )
    if not upload.folder.is_dir():
        raise UploadError(
            f"{upload.folder} is not there: python3 build.py build --host {platform.name}"
        )
    if upload.app_id == "touristappid":
        raise UploadError("touristappid opens the developer tools and can't be uploaded.")
    if not VERSION.fullmatch(upload.version):
        raise UploadError(f"--version {upload.version!r}: write three numbers, as in 1.0.0")
    if len(upload.description) > LONGEST_DESCRIPTION:
        raise UploadError(
            f"--description has {len(upload.description)} characters, at most {LONGEST_DESCRIPTION}"
        )
    if upload.robot not in ROBOTS:
        raise UploadError(f"--robot {upload.robot}: 1 to {ROBOTS.stop - 1}")
    if not upload.key.is_file():
        raise UploadError(f"--key {upload.key}: there is no such file. {KEYS[platform.name]}")
    if platform.name == "alipay":
        try:
            json.loads(upload.key.read_text("utf-8"))
        except ValueError:
            raise UploadError(f"--key {upload.key}: no JSON. {KEYS['alipay']}") from None


KEYS = {
    "wechat": "WeChat gives it out once: mp.weixin.qq.com, 开发设置, 小程序代码上传.",
    "alipay": "minidev login writes it, or the console: open.alipay.com, 密钥管理, 工具密钥.",
}
