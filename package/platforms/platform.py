"""What the generator has to know of a host."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Platform:
    """What the generator has to know of one host. Where it says nothing else, it is as WeChat began
    and all but Alipay went on."""

    name: str
    title: str
    api: str
    """The global that holds the host's functions."""
    typings: str
    """The npm package with the types of that global; empty where there is none."""
    declared: tuple[str, ...]
    """Of `package/declared/`, the files with what the typings leave out."""
    markup: str
    style: str
    directive: str
    """What stands before `if`, `elif`, `else` and `for`."""
    event: str = "bind{name}"
    """The attribute for an event, from its `{name}` or, with a capital, `{Name}`."""
    app_id: str
    """A pattern for the id that the platform gives an app."""
    language: str
    """JavaScript: the language that the host is set to."""
    timeout: str
    """The option that limits a request's time, where a request has one."""
    header: str = "header"
    status: str = "statusCode"
    body: str = "body"
    post_fail: str = "reject"
    """What a request's `fail` does, in a promise with `resolve` and `reject`."""
    confirm: str = "showModal"
    """The function that asks a yes or no question."""
    calls: tuple[str, ...]
    """Which of `source/calls/` make up what the shell does for the page, in this order."""
    taps: tuple[str, ...]
    """The calls that the host does only after a tap: the action page has a button for these."""
    buttons: Mapping[str, Mapping[str, str]]
    """The attributes of buttons that the host itself stands behind."""
    privacy: str
    """JavaScript: `onPrivacy` and `readPrivacy`, see `source/action.js`."""
    permissions: Callable[[Mapping[str, str]], Mapping[str, object]]
    """What app.json says of the permissions that the shell may ask for: gets their reasons."""
    title_key: str = "navigationBarTitleText"
    """What the title of a page is called in its JSON."""
    app: Mapping[str, object]
    """What stands in app.json beside the pages; `$name` is the app's name."""
    web_page: Mapping[str, object] = field(default_factory=dict)
    """What the page that holds the web-view needs in its JSON."""
    files: Mapping[str, Mapping[str, object]]
    """The platform's other JSON files; `$name`, `$app_id` and `$origin` are filled in."""


def location_permission(reasons: Mapping[str, str]) -> Mapping[str, object]:
    """Return what app.json says of the location, as WeChat began and others went on."""
    if "location" not in reasons:
        return {}
    return {"permission": {"scope.userLocation": {"desc": reasons["location"]}}}


# Of hosts that follow the colours of nobody.
WINDOW = {
    "navigationBarTitleText": "$name",
    "navigationBarBackgroundColor": "#ffffff",
    "navigationBarTextStyle": "black",
    "backgroundColor": "#f6f7f5",
}

TIMEOUT = """
      timeout: 10000,"""

# What the privacy terms in the console leave out, the host refuses. Without an answer of ours it
# shows a dialog of its own, which says nothing of what for. In WeChat since 2.32.3.
ASKED_PRIVACY = """/**
 * Has the host's question for consent asked in our words.
 * @param {(answer: (agreed: boolean) => void) => void} ask
 */
function onPrivacy(ask) {
  if (!@api@.onNeedPrivacyAuthorization) return;
  @api@.onNeedPrivacyAuthorization((/** @type {any} */ resolve) =>
    ask((agreed) =>
      resolve(agreed ? { event: "agree", buttonId: "agree" } : { event: "disagree" }),
    ),
  );
}

/** Shows the terms that the console holds. */
function readPrivacy() {
  @api@.openPrivacyContract({});
}"""

NO_PRIVACY = """/**
 * This host asks for consent by itself.
 * @param {(answer: (agreed: boolean) => void) => void} _ask
 */
function onPrivacy(_ask) {}

function readPrivacy() {}"""
