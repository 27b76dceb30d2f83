"""What the deployment guide says of settings is what the server reads."""

import re
from pathlib import Path

import backend.config
import backend.platforms.settings

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "deployment.md").read_text("utf-8")
SETTINGS = (backend.config.__doc__ or "") + (backend.platforms.settings.__doc__ or "")
READ = (ROOT / "tools" / "gunicorn_config.py").read_text("utf-8") + SETTINGS


def test_every_setting_it_names_is_read():
    named = set(re.findall(r"\b(?:QIAO_[A-Z_]+|DATABASE_URL|WEB_CONCURRENCY)\b", GUIDE))
    assert len(named) > 6
    assert {name for name in named if name not in READ} == set()


def test_every_setting_of_the_server_is_named():
    settings = set(re.findall(r"^\| ([A-Z_]+) +\|", SETTINGS, re.MULTILINE))
    # Where the files lie is said by the options of `serve`; emulators are for previews.
    elsewhere = {"QIAO_DATA", "QIAO_BUILD", "QIAO_EMULATORS"}
    assert settings - set(re.findall(r"`([A-Z_]+)`", GUIDE)) == elsewhere
