"""The settings of the shells, read from `shell.toml`: every mistake is named, all at once."""

import ipaddress
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from package.platforms import PLATFORMS, Platform
from qiao.contract.native_table import KINDS

FILE = Path(__file__).with_name("shell.toml")
LANGUAGES = ("en", "zh")
# What each kind of native call asks of the user: a reason has to be given for it.
PERMISSIONS = {
    "scan": "camera",
    "choose_image": "camera",
    "location": "location",
    "save_image": "album",
}
# As long as WeChat shows it.
LONGEST_REASON = 30
KNOWN = ("name", "page", "calls", "reasons")

_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")


class SettingsError(Exception):
    """The settings cannot be used; `problems` says why, a line each."""

    def __init__(self, file: Path | str, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(f"{file}: {problem}" for problem in problems))


@dataclass(frozen=True)
class Settings:
    """What one team says about its own shells."""

    name: str
    page: str
    app_ids: Mapping[str, str]
    calls: tuple[str, ...]
    """The native calls that the shell does for the page."""
    templates: Mapping[str, Mapping[str, str]]
    """Of each platform: the id of each message that people can subscribe to, by the app's name."""
    reasons: Mapping[str, Mapping[str, str]]


def read_settings(
    file: Path = FILE, platform: Platform | None = None, page: str = "", app_id: str = ""
) -> Settings:
    """Read `file`; `page` and `app_id` (of `platform`) replace what stands there, as on a command
    line. Raise SettingsError for anything that a shell could not be made from."""
    try:
        data = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise SettingsError(file, ["there is no such file"]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(file, [f"not TOML: {error}"]) from None
    if page:
        data["page"] = page
    if app_id and platform:
        given = data.get(platform.name)
        data[platform.name] = {**(given if isinstance(given, dict) else {}), "app_id": app_id}
    return parse_settings(data, file, platform)


def parse_settings(
    data: Mapping[str, object], file: Path | str = FILE, platform: Platform | None = None
) -> Settings:
    """Check settings as they come out of TOML; `platform` alone has to have an app id."""
    problems = [
        f"{key}: not a setting; known are {', '.join((*KNOWN, *PLATFORMS))}"
        for key in data
        if key not in {*KNOWN, *PLATFORMS}
    ]
    calls = _calls(data.get("calls"), problems)
    named = [row for row in PLATFORMS.values() if row.name in data or row is platform]
    settings = Settings(
        name=_name(data.get("name"), problems),
        page=_page(data.get("page"), problems),
        app_ids={row.name: _app_id(row, data.get(row.name), problems) for row in named},
        calls=calls,
        templates={row.name: _templates(row, data.get(row.name), problems) for row in named},
        reasons=_reasons(data.get("reasons", {}), calls, problems),
    )
    if problems:
        raise SettingsError(file, problems)
    return replace(settings, page=settings.page.rstrip("/"))


def is_local(page: str) -> bool:
    """Whether only the developer tools on the same machine can open this address."""
    return urlsplit(page).hostname in {"localhost", "127.0.0.1"}


def _name(value: object, problems: list[str]) -> str:
    if not isinstance(value, str) or not 0 < len(value.strip()) <= 30:
        problems.append(f"name: 1 to 30 characters of text, not {value!r}")
        return ""
    return value.strip()


def _page(value: object, problems: list[str]) -> str:
    problem = _page_problem(value)
    if problem:
        problems.append(
            f"page: {problem}, but it is {value!r}; write for example https://signup.example.com"
        )
        return ""
    return str(value)


def _page_problem(value: object) -> str:
    if not isinstance(value, str) or not value.isascii():
        return "must be text in ASCII (write a Chinese name in its xn-- form)"
    try:
        parts = urlsplit(value)
    except ValueError:
        return "must be an address"
    host = parts.hostname or ""
    if parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc:
        return "must end after the name of the host"
    if is_local(value) and parts.scheme in {"http", "https"}:
        return ""
    if parts.scheme != "https":
        return "must begin with https://, as web-views open nothing else"
    if _is_address(host):
        return "must be a name, as platforms accept no IP address"
    if "." not in host or not all(_LABEL.fullmatch(label) for label in host.split(".")):
        return "must name a host"
    if ":" in parts.netloc:
        return "must have no port, as platforms list names alone"
    return ""


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _app_id(row: Platform, value: object, problems: list[str]) -> str:
    found = value.get("app_id") if isinstance(value, dict) else None
    if not isinstance(found, str) or not re.fullmatch(row.app_id, found):
        problems.append(
            f"{row.name}.app_id: the id from {row.title}'s console ({row.app_id}), not {found!r}"
        )
        return ""
    return found


def _calls(value: object, problems: list[str]) -> tuple[str, ...]:
    if not isinstance(value, list):
        problems.append(f"calls: the native calls of the app, of {', '.join(KINDS)}")
        return ()
    for name in value:
        if name not in KINDS:
            problems.append(f"calls: {name!r} is no native call; known are {', '.join(KINDS)}")
    return tuple(name for name in KINDS if name in value)


def _templates(row: Platform, value: object, problems: list[str]) -> dict[str, str]:
    found = value.get("templates", {}) if isinstance(value, dict) else {}
    if not isinstance(found, dict):
        problems.append(f"{row.name}.templates: a table of ids by name, not {found!r}")
        return {}
    for name, template in found.items():
        if not isinstance(template, str) or not re.fullmatch(r"[\w-]{8,64}", template):
            problems.append(
                f"{row.name}.templates.{name}: the id from {row.title}'s console, not {template!r}"
            )
    return {name: str(template) for name, template in found.items()}


def _reasons(
    value: object, calls: tuple[str, ...], problems: list[str]
) -> dict[str, dict[str, str]]:
    given = value if isinstance(value, dict) else {}
    known, needed = (
        {PERMISSIONS[call] for call in some if call in PERMISSIONS} for some in (KINDS, calls)
    )
    for permission in sorted(set(given) - known):
        problems.append(f"reasons.{permission}: no shell asks for this permission")
    reasons: dict[str, dict[str, str]] = {}
    for permission in sorted(needed):
        texts = given.get(permission)
        texts = texts if isinstance(texts, dict) else {}
        for language in LANGUAGES:
            text = texts.get(language)
            if not isinstance(text, str) or not text.strip():
                problems.append(
                    f"reasons.{permission}.{language}: say in a sentence why it is asked for"
                )
            elif language == "zh" and len(text) > LONGEST_REASON:
                problems.append(
                    f"reasons.{permission}.zh: {len(text)} characters; "
                    f"WeChat shows {LONGEST_REASON} at most"
                )
        reasons[permission] = {language: str(texts.get(language, "")) for language in LANGUAGES}
    return reasons
