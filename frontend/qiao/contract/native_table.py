"""The table of native calls: what each takes and gives, and how each host does it.

The page's way, the server's checks, the shells and docs/native.md come from it.
"""

# What a call needs besides itself, by the names in `NativeCallArguments`.
NEEDS: dict[str, tuple[str, ...]] = {
    "scan": (),
    "pay": ("order",),
    "subscribe": ("templates",),
    "phone_number": (),
    "choose_image": (),
    "location": (),
    "save_image": ("picture",),
    "share": ("title", "link"),
}
KINDS = tuple(NEEDS)

# The shape of a result, see `backend.native_results`.
GIVES: dict[str, str] = {
    "scan": "text",
    "pay": "nothing",
    "subscribe": "answers",
    "phone_number": "text",
    "choose_image": "picture",
    "location": "place",
    "save_image": "nothing",
    "share": "nothing",
}

# Who registers calls; a plain browser has no shell that would answer one.
HOSTS = ("wechat", "alipay", "douyin", "qq", "baidu", "kuaishou")

# How: "page" by the script of the host's web-view (or by the browser itself), "shell" by an action
# page. Of two, the first that is there. A host that isn't named can't.
WAYS: dict[str, dict[str, str]] = {
    "scan": {
        "wechat": "page shell",
        "alipay": "shell",
        "douyin": "shell",
        "qq": "shell",
        "baidu": "shell",
    },
    "pay": {"wechat": "shell", "alipay": "page"},
    "subscribe": {"wechat": "shell", "alipay": "shell"},
    "phone_number": {"wechat": "shell", "alipay": "shell"},
    "choose_image": {
        "wechat": "page shell",
        "alipay": "shell",
        "douyin": "shell",
        "browser": "page",
    },
    "location": {
        "wechat": "page shell",
        "alipay": "page",
        "douyin": "shell",
        "qq": "shell",
        "baidu": "shell",
        "browser": "page",
    },
    "save_image": {
        "wechat": "shell",
        "alipay": "shell",
        "douyin": "shell",
        "baidu": "shell",
        "browser": "page",
    },
    "share": {
        "wechat": "shell",
        "alipay": "page",
        "douyin": "shell",
        "qq": "shell",
        "baidu": "shell",
        "browser": "page",
    },
}

# Raised when page and shell no longer understand each other: shells in use are older than the page.
# 2: one action page for all calls, which asks the server what to do; results are JSON.
PROTOCOL = 2
