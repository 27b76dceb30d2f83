"""Douyin, and the other apps of ByteDance that open its mini programs.

Built from developer.open-douyin.com (小程序配置, web-view, 小程序隐私协议开发指南, 用户授权), npm
`@douyin-microapp/typings` 1.3.1 and the project files that npm `tt-ide-cli` 0.1.33 writes. Never
opened in 抖音开发者工具 or on a phone.
"""

from package.platforms.platform import ASKED_PRIVACY, WINDOW, Platform, location_permission

DOUYIN = Platform(
    name="douyin",
    title="Douyin",
    api="tt",
    typings="@douyin-microapp/typings",
    declared=("tt.d.ts",),
    markup="ttml",
    style="ttss",
    directive="tt:",
    # The second one opens the developer tools without an account.
    app_id=r"tt[0-9a-f]{16,18}|testAppId",
    # It tells no language; nearly all of its users read Chinese.
    language='"zh_CN"',
    # A request has none: app.json has one for all.
    timeout="",
    calls=("common", "wx_answers", "every"),
    taps=("share",),
    buttons={
        "share": {"open-type": "share"},
        "agree": {
            "id": "agree",
            "open-type": "agreePrivacyAuthorization",
            "bindagreeprivacyauthorization": "onAgree",
        },
    },
    privacy=ASKED_PRIVACY,
    permissions=location_permission,
    app={
        "window": WINDOW,
        "networkTimeout": {"request": 10000},
        # On anyway for apps that were registered after March 2024.
        "usePrivacyCheck": True,
    },
    files={
        "project.config.json": {
            "description": "$origin",
            "appid": "$app_id",
            "projectname": "$name",
            "miniprogramRoot": "./",
            "setting": {"urlCheck": True, "es6": True, "postcss": True, "minified": True},
        },
    },
)
