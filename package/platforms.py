"""The platform table: what differs between the hosts, one row each.

A row holds facts that the platform documents; the pages in `source/` are the same for every row.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

# Raised when page and shell no longer understand each other: shells in use are older than the page.
PROTOCOL = 1


@dataclass(frozen=True)
class Call:
    """One thing that only the host can do: its function, and where its answer stands."""

    function: str
    result: str
    """JavaScript that reads the result out of `answer`."""
    options: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Platform:
    """What the generator has to know of one host."""

    name: str
    title: str
    api: str
    """The global that holds the host's functions."""
    typings: str
    """The npm package with the types of that global."""
    markup: str
    style: str
    comment: tuple[str, str]
    """How a comment in markup begins and ends."""
    directive: str
    """What stands before `if`, `elif`, `else` and `for`."""
    event: str
    """The attribute for an event, from its `{name}` or, with a capital, `{Name}`."""
    app_id: str
    """A pattern for the id that the platform gives an app."""
    header: str
    status: str
    body: str
    post_fail: str
    """What a request's `fail` does, in a promise with `resolve` and `reject`."""
    error: str
    """The type of what `fail` is called with."""
    cancelled: str
    """JavaScript that is true of an `error` which means that the user changed their mind."""
    denied: str
    """JavaScript that is true of an `error` which means that a permission is missing."""
    calls: Mapping[str, Call]
    app: Mapping[str, object]
    """What stands in app.json beside the pages; `$name` is the app's name."""
    web_page: Mapping[str, object]
    """What the page that holds the web-view needs in its JSON."""
    files: Mapping[str, Mapping[str, object]]
    """The platform's other JSON files; `$name`, `$app_id` and `$origin` are filled in."""


WECHAT = Platform(
    name="wechat",
    title="WeChat",
    api="wx",
    typings="miniprogram-api-typings",
    markup="wxml",
    style="wxss",
    comment=("<!--", "-->"),
    directive="wx:",
    event="bind{name}",
    app_id=r"wx[0-9a-f]{16}|touristappid",
    header="header",
    status="statusCode",
    body="body",
    post_fail="reject",
    error="{ errMsg: string }",
    cancelled="/cancel/.test(error.errMsg)",
    # Words of the system's own dialog and of the privacy dialog.
    denied="/auth|permission|privacy/.test(error.errMsg)",
    calls={
        "login": Call("login", "answer.code", {"timeout": 10000}),
        "scan": Call("scanCode", "answer.result", {"scanType": ["qrCode", "barCode"]}),
    },
    app={
        "window": {
            "navigationBarTitleText": "$name",
            "navigationBarBackgroundColor": "@bar",
            "navigationBarTextStyle": "@barText",
            "backgroundColor": "@background",
        },
        "style": "v2",
        "darkmode": True,
        "themeLocation": "theme.json",
        "sitemapLocation": "sitemap.json",
        "lazyCodeLoading": "requiredComponents",
    },
    # The other renderer, Skyline, has no web-view.
    web_page={"renderer": "webview"},
    files={
        "theme.json": {
            "light": {"bar": "#ffffff", "barText": "black", "background": "#f6f7f5"},
            "dark": {"bar": "#121613", "barText": "white", "background": "#121613"},
        },
        "sitemap.json": {
            "desc": "$origin",
            # Action pages mean nothing to a search.
            "rules": [
                {"action": "allow", "page": "pages/web/web"},
                {"action": "disallow", "page": "*"},
            ],
        },
        "project.config.json": {
            "description": "$origin",
            "appid": "$app_id",
            "projectname": "$name",
            "compileType": "miniprogram",
            "miniprogramRoot": "./",
            "setting": {"es6": True, "enhance": True, "minified": True, "urlCheck": True},
            "packOptions": {"ignore": [], "include": []},
        },
    },
)

PLATFORMS = {row.name: row for row in (WECHAT,)}
