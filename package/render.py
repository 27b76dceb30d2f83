"""Rendering: the files of one platform's shell, as text, from the neutral source."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from package.markup import read_markup, write_markup
from package.platforms import PROTOCOL, Call, Platform
from package.settings import Settings

SOURCE = Path(__file__).with_name("source")
# The page with the web-view, which is where a shell starts, then one page for each action.
WEB = "web"

# Of the platform, what stands as `@name@` in host.js.
_SLOTS = (
    *("api", "body", "header", "status", "post_fail"),
    *("confirm", "error", "cancelled", "denied"),
)


def render(platform: Platform, settings: Settings) -> dict[str, str]:
    """Return the shell's files by their path; the same input gives the same files."""
    draft = _files(platform, settings, build="")
    digest = hashlib.sha256("\0".join(f"{k}\0{draft[k]}" for k in sorted(draft)).encode())
    return _files(platform, settings, build=digest.hexdigest()[:8])


def pages_of(platform: Platform) -> list[str]:
    """The names of the shell's pages: an action page only where the platform can act."""
    actions = [name for name in platform.calls if (SOURCE / "pages" / name).is_dir()]
    return [WEB, *actions]


def _files(platform: Platform, settings: Settings, build: str) -> dict[str, str]:
    words = {
        "name": settings.name,
        "app_id": settings.app_ids.get(platform.name, ""),
        "origin": f"Generated from package/source for {platform.title}: change it there.",
    }
    pages = pages_of(platform)
    paths = [f"pages/{page}/{page}" for page in pages]
    files = {"app.json": _json({"pages": paths, **platform.app}, words)}
    for path, data in platform.files.items():
        files[path] = _json(data, words)
    files["config.js"] = _config(platform, settings, build)
    for source in sorted(SOURCE.rglob("*.js")):
        path = source.relative_to(SOURCE).as_posix()
        if _belongs(path, pages):
            files[path] = _script(path, source.read_text("utf-8"), platform)
    files[f"app.{platform.style}"] = _style(platform)
    for page, path in zip(pages, paths, strict=True):
        files[f"{path}.json"] = _json(platform.web_page if page == WEB else {}, words)
        files[f"{path}.{platform.markup}"] = _markup(f"{path}.html", platform)
    return files


def _belongs(path: str, pages: list[str]) -> bool:
    return not path.startswith("pages/") or path.split("/")[1] in pages


def _origin(path: str, platform: Platform) -> str:
    return f"Generated from package/source/{path} for {platform.title}: change it there."


def _script(path: str, text: str, platform: Platform) -> str:
    if path == "host.js":
        text = _host(text, platform)
    return f"// {_origin(path, platform)}\n{text}"


def _style(platform: Platform) -> str:
    text = (SOURCE / "app.css").read_text("utf-8")
    return f"/* {_origin('app.css', platform)} */\n\n{text}"


def _markup(path: str, platform: Platform) -> str:
    root = read_markup((SOURCE / path).read_text("utf-8"), path)
    return f"<!-- {_origin(path, platform)} -->\n{write_markup(root, platform, path)}"


def _host(text: str, platform: Platform) -> str:
    slots = {
        "calls": "\n\n".join(
            _call(name, call, platform.api) for name, call in platform.calls.items()
        ),
        "names": ", ".join(platform.calls),
    }
    for name in _SLOTS:
        slots[name] = getattr(platform, name)
    for name, value in slots.items():
        text = text.replace(f"@{name}@", value)
    return text


def _call(name: str, call: Call, api: str) -> str:
    options = [f"{key}: {json.dumps(value)}," for key, value in call.options.items()]
    lines = [
        "/** @returns {Promise<Outcome>} */",
        f"function {name}() {{",
        "  return new Promise((resolve) => {",
        f"    {api}.{call.function}({{",
        *(f"      {option}" for option in options),
        f'      success: (answer) => resolve({{ state: "done", result: {call.result} }}),',
        "      fail: (error) => resolve(refusal(error)),",
        "    });",
        "  });",
        "}",
    ]
    return "\n".join(lines)


def _config(platform: Platform, settings: Settings, build: str) -> str:
    config = {
        "host": platform.name,
        "page": settings.page,
        "name": settings.name,
        "reasons": settings.reasons,
        "protocol": PROTOCOL,
        "build": build,
    }
    origin = f"Generated from package/shell.toml for {platform.title}: change it there."
    return f"// {origin}\n\nmodule.exports = {json.dumps(config, indent=2, ensure_ascii=False)};\n"


def _json(data: Mapping[str, object], words: Mapping[str, str]) -> str:
    def fill(value: object) -> object:
        if isinstance(value, str) and value.startswith("$"):
            return words[value[1:]]
        if isinstance(value, Mapping):
            return {key: fill(each) for key, each in value.items()}
        if isinstance(value, list):
            return [fill(each) for each in value]
        return value

    return json.dumps(fill(data), indent=2, ensure_ascii=False) + "\n"
