"""docs/native.md: what each host does of the native calls, and why not what it does not.

Written by `python -m package.native_docs > docs/native.md`.
"""

from package.platforms import PLATFORMS
from package.preview import PLAYED
from qiao.contract.native_table import GIVES, KINDS, NEEDS, PROTOCOL, WAYS

SHOWN = {row.name: row.title for row in PLATFORMS.values()} | {"browser": "a browser"}
# Those of which our server knows no more than how people log in.
OTHERS = tuple(name for name in PLATFORMS if name not in PLAYED)
HOW = {
    "page": "its own script",
    "shell": "action page",
    "page shell": "its own script, else action page",
}
RESULTS = {
    "text": "a text",
    "nothing": "nothing",
    "answers": "template → accepted, rejected …",
    "picture": "a picture, as a `data:` address",
    "place": "latitude, longitude, accuracy",
}
_NO_DOCUMENTS = "Its documents on mini programs were not at hand."
# Why a host can't: what it lacks, or what we lack.
WHY = {
    ("scan", "browser"): "A browser has no scanner of its own: the page offers to type the code.",
    ("pay", "browser"): "Both cashiers open in their own app only.",
    ("subscribe", "browser"): "Messages of a mini program go to people of its host.",
    ("phone_number", "browser"): "Only a host knows a number that is verified.",
    **{
        (kind, host): why
        for host in OTHERS
        for kind, why in (
            ("pay", "Our server can't make the orders that its cashier wants."),
            ("subscribe", "Our server can't send its messages: it would promise what never comes."),
            ("phone_number", "Our server does not ask this host for numbers."),
        )
    },
    **{(kind, "kuaishou"): _NO_DOCUMENTS for kind in KINDS},
    ("choose_image", "qq"): "What was at hand of its documents says nothing of pictures.",
    ("save_image", "qq"): "What was at hand of its documents says nothing of pictures.",
    ("choose_image", "baidu"): "Its documents let a shell read only files of the shell's own.",
}
# How a call can end: "killed" is the page, while the call is out.
ENDS = {
    "done": "done",
    "cancelled": "given up",
    "denied": "not allowed",
    "killed": "page killed meanwhile",
}
_NO_PERMISSION = "No permission exists: the cell does not apply."
_NO_QUESTION = "There is nothing to give up: the host tells it, or asks whether it may."
# Ends that can't come about, and why. tests/shells/native has a test for each other one.
NEVER = {
    ("pay", "wechat", "denied"): _NO_PERMISSION,
    ("pay", "alipay", "denied"): _NO_PERMISSION,
    ("choose_image", "wechat", "denied"): _NO_PERMISSION,
    ("choose_image", "alipay", "denied"): _NO_PERMISSION,
    ("location", "wechat", "cancelled"): _NO_QUESTION,
    ("location", "alipay", "cancelled"): _NO_QUESTION,
    ("share", "wechat", "denied"): _NO_PERMISSION,
    ("share", "alipay", "denied"): _NO_PERMISSION,
    ("share", "alipay", "cancelled"): "Nobody is told whether the share sheet was used or closed.",
}
NAMES = ", ".join(SHOWN[name] for name in OTHERS)
ABOUT = f"""\
# Native calls

Made from `frontend/qiao/contract/native_table.py` by `python -m package.native_docs`.

`from qiao import native`, then `await native.scan()` and the others: the same line on every host.
Each raises `Cancelled`, `Denied`, `Failed` or `NotSupported`; docs/reference.md says when.

- **its own script**: WeChat's JS-SDK or Alipay's script for web-views, in the page itself; in a
  browser what that can do.
- **action page**: the page registers the call, the shell opens a page of its own over the web-view,
  does it, hands the result to the server, and goes back. A page that was killed meanwhile finds
  the result when it comes back: `native.resume`.

A shell that is older than protocol {PROTOCOL} is told to be updated.

**Never run on the platform: {NAMES}.** Their shells are made from what is documented (each row in
`package/platforms/` says where), their types are checked, and in tests a host runs them that knows
only the names documented. The preview plays WeChat and Alipay alone.

A page opens the action page by a script of its host. WeChat's is in our build, Alipay's comes from
its client. Those of the others are on no registry, and pages load nothing from other addresses:
until the operator has put the host's script on the server ([publish](publish.md#scripts-of-hosts)),
every call there raises `NotSupported`.

"""


ABOUT_ENDS = """\
## How they end

Each cell is a test, but those that can't come about: `tests/shells/native`. A page that was killed
while its own script did the call has forgotten it; by an action page, it is found again. Of a
payment the order says what became of it.

"""


def text() -> str:
    """Return the whole page."""
    rows = [["call", "takes", "gives", *SHOWN.values()], ["---"] * (3 + len(SHOWN))]
    for kind in KINDS:
        takes = ", ".join(f"`{name}`" for name in NEEDS[kind])
        ways = (HOW[WAYS[kind][host]] if host in WAYS[kind] else "no" for host in SHOWN)
        rows.append([f"`{kind}`", takes, RESULTS[GIVES[kind]], *ways])
    table = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    missing = [(kind, host) for kind in KINDS for host in SHOWN if host not in WAYS[kind]]
    reasons = "".join(f"- `{kind}` in {SHOWN[host]}: {WHY[kind, host]}\n" for kind, host in missing)
    return f"{ABOUT}{table}\n## Why not\n\n{reasons}\n{_ends()}"


def _ends() -> str:
    """Return how each call can end on each host that is played."""
    rows = [["call", "host", *ENDS.values()], ["---"] * (2 + len(ENDS))]
    for kind in KINDS:
        for host in PLAYED:
            if host not in WAYS[kind]:
                continue
            cells = ("no" if (kind, host, end) in NEVER else _end(kind, host, end) for end in ENDS)
            rows.append([f"`{kind}`", SHOWN[host], *cells])
    table = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    reasons = "".join(
        f"- `{kind}` in {SHOWN[host]}, {ENDS[end]}: {why}\n"
        for (kind, host, end), why in NEVER.items()
    )
    return f"{ABOUT_ENDS}{table}\n{reasons}"


def _end(kind: str, host: str, end: str) -> str:
    if end != "killed":
        return "yes"
    return "asked anew" if WAYS[kind][host].startswith("page") and kind != "pay" else "found again"


if __name__ == "__main__":
    print(text(), end="")
