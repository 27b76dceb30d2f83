"""WeChat."""

from collections.abc import Mapping

from package.platforms.platform import ASKED_PRIVACY, TIMEOUT, Platform, location_permission


def _permissions(reasons: Mapping[str, str]) -> Mapping[str, object]:
    """Of what a thin shell asks for, only the location has to be announced."""
    told = location_permission(reasons)
    return {**told, "requiredPrivateInfos": ["getLocation"]} if told else {}


WECHAT = Platform(
    name="wechat",
    title="WeChat",
    api="wx",
    typings="miniprogram-api-typings",
    declared=(),
    markup="wxml",
    style="wxss",
    directive="wx:",
    app_id=r"wx[0-9a-f]{16}|touristappid",
    language="wx.getAppBaseInfo().language",
    timeout=TIMEOUT,
    calls=("wx", "messages", "wx_answers", "every"),
    taps=("subscribe", "phone_number", "share"),
    buttons={
        "phone_number": {"open-type": "getPhoneNumber", "bindgetphonenumber": "onGrant"},
        "share": {"open-type": "share"},
        "agree": {
            "id": "agree",
            "open-type": "agreePrivacyAuthorization",
            "bindagreeprivacyauthorization": "onAgree",
        },
    },
    privacy=ASKED_PRIVACY,
    permissions=_permissions,
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
        },
    },
)
