"""Rendering: the files of one platform's shell, as text, from the neutral source."""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path

from package.markup import read_markup, write_markup
from package.platforms import Platform
from package.settings import PERMISSIONS, Settings
from qiao.contract.native_table import PROTOCOL, WAYS

SOURCE = Path(__file__).with_name("source")
# The page with the web-view, which is where a shell starts, then the one that does native calls.
WEB, ACT = PAGES = ("web", "act")

# Of the platform, what stands as `@name@` in scripts.
_SLOTS = (
    # These two name others.
    *("privacy", "language"),
    *("api", "body", "header", "status", "post_fail", "confirm", "timeout"),
)
_CALL = re.compile(r"^  (?:// .*\n  )*(\w+)\([^)]*\) \{\n(?:.*\n)*?  \},\n\n?", re.MULTILINE)
_PART = re.compile(
    r"^const (\w+) = require\(.*\);\n"
    r"|^\n(?:/\*\*\n(?: \*.*\n)+? \*/\n)function (\w+)\(.*\n(?:.+\n|\n(?! *\n))*?\}\n",
    re.MULTILINE,
)


def render(platform: Platform, settings: Settings, *, typed: bool = False) -> dict[str, str]:
    """Return the shell's files by their path; the same input gives the same files.

    `typed` is for the check of types: the scripts with their annotations, which no shell carries.
    """
    draft = _files(platform, settings, build="")
    digest = hashlib.sha256("\0".join(f"{k}\0{draft[k]}" for k in sorted(draft)).encode())
    files = _files(platform, settings, build=digest.hexdigest()[:8])
    if typed:
        return files
    return {path: _plain(text) if path.endswith(".js") else text for path, text in files.items()}


def _plain(script: str) -> str:
    """Take the types out of a script's comments, and comments that hold nothing else."""
    script = re.sub(r"/\*\* @type \{[^\n]*\} \*/ \((\w+)\)", r"\1", script)
    script = re.sub(r"^ */\*\* @\w+ [^\n]* \*/\n", "", script, flags=re.MULTILINE)
    script = re.sub(r"/\*\* @\w+ [^\n]*? \*/ ", "", script)
    script = re.sub(r"^ *\* @\w+ [^\n]*\n", "", script, flags=re.MULTILINE)
    script = re.sub(r"^( *)/\*\* ([^\n@]*) \*/$", r"\1// \2", script, flags=re.MULTILINE)
    # What is left of each: what it says in words, which may be nothing.
    return re.sub(r"^( *)/\*\*\n((?: *\* [^\n]*\n)*) *\*/\n", _lines, script, flags=re.MULTILINE)


def _lines(comment: re.Match[str]) -> str:
    return re.sub(r"^ *\* ", f"{comment[1]}// ", comment[2], flags=re.MULTILINE)


def _files(platform: Platform, settings: Settings, build: str) -> dict[str, str]:
    words = {
        "name": settings.name,
        "app_id": settings.app_ids.get(platform.name, ""),
        "origin": f"Generated from package/source for {platform.title}.",
    }
    paths = [f"pages/{page}/{page}" for page in PAGES]
    reasons = {name: texts["zh"] for name, texts in settings.reasons.items()}
    app = {"pages": paths, **platform.app, **platform.permissions(reasons)}
    files = {"app.json": _json(app, words)}
    for path, data in platform.files.items():
        files[path] = _json(data, words)
    files["config.js"] = _config(platform, settings, build)
    for source in sorted(SOURCE.rglob("*.js")):
        path = source.relative_to(SOURCE).as_posix()
        if not path.startswith("calls/"):
            files[path] = _script(path, source.read_text("utf-8"), platform)
    files["calls.js"] = _calls(platform, settings)
    files[f"app.{platform.style}"] = _style(platform)
    for page, path in zip(PAGES, paths, strict=True):
        files[f"{path}.json"] = _json(platform.web_page if page == WEB else {}, words)
        files[f"{path}.{platform.markup}"] = _markup(f"{path}.html", platform)
    return files


def _origin(path: str, platform: Platform) -> str:
    return f"Generated from package/source/{path} for {platform.title}."


def _script(path: str, text: str, platform: Platform) -> str:
    for name in _SLOTS:
        text = text.replace(f"@{name}@", getattr(platform, name))
    return f"// {_origin(path, platform)}\n{text}"


def _style(platform: Platform) -> str:
    text = (SOURCE / "app.css").read_text("utf-8")
    return f"/* {_origin('app.css', platform)} */\n\n{text}"


def _markup(path: str, platform: Platform) -> str:
    root = read_markup((SOURCE / path).read_text("utf-8"), path)
    return f"<!-- {_origin(path, platform)} -->\n{write_markup(root, platform, path)}"


def _calls(platform: Platform, settings: Settings) -> str:
    """The calls that these settings want, of those that the platform's shell can do."""
    # In one script: each further one costs a shell that has to stay small.
    texts = [(SOURCE / "calls" / f"{part}.js").read_text("utf-8") for part in platform.calls]

    def wanted(call: re.Match[str]) -> str:
        able = "shell" in WAYS[call[1]].get(platform.name, "")
        return call[0] if able and call[1] in settings.calls else ""

    text = _used(_CALL.sub(wanted, "".join(texts)))
    return _script(f"calls/{platform.calls[0]}.js", text, platform)


def _used(script: str) -> str:
    """Leave out functions and modules that nothing in the script names: of calls that it hasn't."""
    for part in _PART.finditer(script):
        rest = script.replace(part[0], "")
        if not re.search(rf"\b{part[1] or part[2]}\b", rest):
            return _used(rest)
    return script


def _config(platform: Platform, settings: Settings, build: str) -> str:
    config = {
        "host": platform.name,
        "page": settings.page,
        "name": settings.name,
        "templates": settings.templates.get(platform.name, {}),
        "permissions": {call: PERMISSIONS[call] for call in settings.calls if call in PERMISSIONS},
        "reasons": settings.reasons,
        "taps": [call for call in platform.taps if call in settings.calls],
        "protocol": PROTOCOL,
        "build": build,
    }
    origin = f"Generated from package/shell.toml for {platform.title}."
    text = json.dumps(config, indent=2, ensure_ascii=False)
    declared = f"/** @type {{Config}} */\nconst config = {text};"
    return f"// {origin}\n\n{declared}\n\nmodule.exports = config;\n"


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
