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
    globals: bool
    """Whether the typings leave out what every host has, see globals.d.ts."""
    markup: str
    style: str
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
    confirm: str
    """The function that asks a yes or no question."""
    error: str
    """The type of what `fail` is called with."""
    cancelled: str
    """JavaScript that is true of an `error` which means that the user changed their mind."""
    denied: str
    """JavaScript that is true of an `error` which means that a permission is missing."""
    calls: Mapping[str, Call]
    title_key: str
    """What the title of a page is called in its JSON."""
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
    globals=False,
    markup="wxml",
    style="wxss",
    directive="wx:",
    event="bind{name}",
    app_id=r"wx[0-9a-f]{16}|touristappid",
    header="header",
    status="statusCode",
    body="body",
    post_fail="reject",
    confirm="showModal",
    error="{ errMsg: string, errno?: number }",
    cancelled="/cancel/.test(error.errMsg)",
    # Words of the system's dialog, and the numbers of a refused privacy dialog. The platform shows
    # both by itself where the shell brings none.
    denied="/auth|permission|privacy/.test(error.errMsg) || [103, 104].includes(error.errno || 0)",
    calls={
        "login": Call("login", "answer.code", {"timeout": 10000}),
        "scan": Call("scanCode", "answer.result", {"scanType": ["qrCode", "barCode"]}),
    },
    title_key="navigationBarTitleText",
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

ALIPAY = Platform(
    name="alipay",
    title="Alipay",
    api="my",
    typings="@mini-types/alipay",
    globals=True,
    markup="axml",
    style="acss",
    directive="a:",
    event="on{Name}",
    app_id=r"\d{16}",
    header="headers",
    status="status",
    body="JSON.stringify(body)",
    # A status above 299 counts as a failure here; clients that tell it are taken at their word.
    post_fail="""(error) => {
        const status = Reflect.get(error, "status");
        if (typeof status === "number") resolve({ status, data: Reflect.get(error, "data") });
        else reject(error);
      }""",
    confirm="confirm",
    error="{ error?: number, errorMessage?: string }",
    # 10 closes the scanner, 11 an authorisation.
    cancelled="error.error === 10 || error.error === 11",
    denied="[2001, 2002, 2003].includes(error.error || 0)",
    calls={
        # Silent: it gives no more than who it is, and asks for nothing on the first screen.
        "login": Call("getAuthCode", "answer.authCode", {"scopes": "auth_base"}),
        "scan": Call("scan", "answer.code", {"scanType": ["qrCode", "barCode"]}),
    },
    title_key="defaultTitle",
    app={
        "window": {
            "defaultTitle": "$name",
            "titleBarColor": "#ffffff",
            "backgroundColor": "#f6f7f5",
        },
    },
    web_page={},
    files={
        "mini.project.json": {
            "description": "$origin",
            "format": 2,
            "compileType": "mini",
            "miniprogramRoot": "./",
            "compileOptions": {"component2": True},
            "uploadExclude": [],
            "scripts": {},
        },
    },
)

PLATFORMS = {row.name: row for row in (WECHAT, ALIPAY)}
