"""Bundles a generated shell for the preview: its own scripts and markup, as one JavaScript module.

The scripts are wrapped, not rewritten: what the preview runs is what the platform's tool gets.
"""

import json
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from package.markup import CONDITIONS, Element, MarkupError, read_markup
from package.platforms import Platform

THEMES = ("light", "dark")

# What a shell gets from its host, then what a browser has and a host has not: hidden, so that
# a shell that works here by mistake works nowhere.
GIVEN = ("require", "module", "exports", "App", "Page", "getApp", "getCurrentPages")
HIDDEN = (
    *("window", "self", "globalThis", "document", "location", "history", "navigation"),
    *("navigator", "fetch", "XMLHttpRequest", "WebSocket", "localStorage", "sessionStorage"),
    *("parent", "top", "frames", "open", "alert", "URL", "URLSearchParams", "postMessage"),
)


def bundle(files: Mapping[str, str], platform: Platform, app_id: str = "") -> str:
    """Return the module that holds the shell `files` (see `render`)."""
    data = {path: json.loads(text) for path, text in files.items() if path.endswith(".json")}
    templates = {
        str(PurePosixPath(path).with_suffix("")): _template(path, text, platform)
        for path, text in files.items()
        if path.endswith(f".{platform.markup}")
    }
    parameters = ", ".join((*GIVEN, platform.api, *HIDDEN))
    modules = "".join(
        f"{json.dumps(path)}: function ({parameters}) {{\n{text}\n}},\n"
        for path, text in files.items()
        if path.endswith(".js")
    )
    return (
        f"// Generated from the shell for {platform.title}, to run it in the preview.\n"
        f"export const api = {json.dumps(platform.api)};\n"
        f"export const appId = {json.dumps(app_id)};\n"
        f"export const title = {_json(platform.title)};\n"
        f"export const app = {_json(data['app.json'])};\n"
        f"export const pages = {_json(data['app.json']['pages'])};\n"
        f"export const titles = {_json(_titles(data, platform))};\n"
        f"export const bars = {_json({theme: _bar(data, theme) for theme in THEMES})};\n"
        f"export const templates = {_json(templates)};\n"
        f"export const style = {_json(_style(files[f'app.{platform.style}']))};\n"
        f"export const modules = {{\n{modules}}};\n"
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _titles(data: Mapping[str, Any], platform: Platform) -> dict[str, str]:
    """The title of each page, until the page in it brings its own."""
    key = platform.title_key
    own = data["app.json"]["window"][key]
    return {page: data[f"{page}.json"].get(key, own) for page in data["app.json"]["pages"]}


def _bar(data: Mapping[str, Any], theme: str) -> dict[str, str]:
    """The colours of the host's bar and of the ground below."""
    window = data["app.json"]["window"]
    colours = data.get("theme.json", {}).get(theme, {})

    def colour(*names: str, default: str) -> str:
        value = next((window[name] for name in names if name in window), default)
        return str(colours[value[1:]] if value.startswith("@") else value)

    return {
        "bar": colour("navigationBarBackgroundColor", "titleBarColor", default="#ffffff"),
        "text": colour("navigationBarTextStyle", default="black"),
        "ground": colour("backgroundColor", default="#ffffff"),
    }


def _style(text: str) -> str:
    """Hosts measure in rpx, of which a screen is 750 wide, and their screen is not the window."""
    text = re.sub(r"([\d.]+)rpx", r"calc(\1 * var(--rpx))", text)
    return re.sub(r"([\d.]+)vh", r"calc(\1 * var(--vh))", text)


def _template(path: str, text: str, platform: Platform) -> list[object]:
    root = read_markup(text, path)
    return [_node(child, path, platform) for child in root.children]


def _node(node: Element | str, path: str, platform: Platform) -> object:
    """What the preview's view draws: platform spellings are gone, nothing unknown remains."""
    if isinstance(node, str):
        return node
    event = re.compile(
        platform.event.format(name="(?P<name>[a-z]+)", Name="(?P<name>[A-Z][A-Za-z]+)")
    )
    when: list[str] = []
    on: dict[str, str] = {}
    attributes: dict[str, str] = {}
    for key, value in node.attributes.items():
        handled = event.fullmatch(key)
        condition = key.removeprefix(platform.directive)
        if handled:
            on[handled["name"].lower()] = value
        elif condition != key and condition in CONDITIONS:
            when = [condition, value]
        elif re.fullmatch(r"[a-z-]+", key):
            attributes[key] = value
        else:
            raise MarkupError(f"{path}:{node.line}: the preview does not know {key}")
    return {
        "tag": node.tag,
        "when": when,
        "on": on,
        "attributes": attributes,
        "children": [_node(child, path, platform) for child in node.children],
    }
