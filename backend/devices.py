"""What somebody signs in with, in two words: enough to know one's own phone again, and no more."""

from __future__ import annotations

# The first that a browser's name for itself contains: most contain several.
APPS = {
    "AlipayClient": "alipay",
    "swan/": "baidu",
    "ToutiaoMicroApp": "douyin",
    "ksNebula": "kuaishou",
    "Kwai": "kuaishou",
    # WeChat's name stands in others' names, too, and its browser's in that of QQ.
    "MicroMessenger": "wechat",
    " QQ/": "qq",
    "Edg": "edge",
    "Firefox": "firefox",
    "FxiOS": "firefox",
    "Chrome": "chrome",
    "CriOS": "chrome",
    "Safari": "safari",
}
SYSTEMS = {
    "iPhone": "iphone",
    "iPad": "ipad",
    "HarmonyOS": "harmony",
    "OpenHarmony": "harmony",
    "Android": "android",
    "Windows": "windows",
    "Macintosh": "mac",
    "Linux": "linux",
}


def device_of(user_agent: str) -> str:
    """Return app and system of a User-Agent header, `wechat iphone`; `other` for what is unknown.

    Names of apps as WeChat, Alipay, Baidu (`swan/`) and Douyin document them for pages inside of a
    mini program; those of QQ and Kuaishou as they were seen.
    """
    found = (_first(names, user_agent) for names in (APPS, SYSTEMS))
    return " ".join(found)


def _first(names: dict[str, str], user_agent: str) -> str:
    return next((word for name, word in names.items() if name in user_agent), "other")
