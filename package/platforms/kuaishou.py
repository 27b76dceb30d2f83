"""Kuaishou.

Its own documents were not at hand. Built from npm `@tarojs/plugin-platform-kwai` 6.0.0 (names of
files and directives, buttons), `@dcloudio/uni-mp-kuaishou` 2.0.0 and `@dcloudio/uni-webview-js`
0.0.3 (the page's script), and public typings of its mini games for the functions below. Those of
mini programs may differ, so the shell makes no native calls. Never opened in 快手开发者工具 or on a
phone.
"""

from package.platforms.platform import NO_PRIVACY, WINDOW, Platform

KUAISHOU = Platform(
    name="kuaishou",
    title="Kuaishou",
    api="ks",
    typings="",
    declared=("globals.d.ts", "hosts.d.ts", "ks.d.ts"),
    markup="ksml",
    style="css",
    directive="ks:",
    app_id=r"ks\d{15,20}",
    language="ks.getSystemInfoSync().language",
    timeout="",
    calls=("common", "wx_answers", "every"),
    taps=(),
    buttons={},
    privacy=NO_PRIVACY,
    permissions=lambda _: {},
    app={"window": WINDOW},
    files={
        "project.config.json": {
            "description": "$origin",
            "appid": "$app_id",
            "projectname": "$name",
            "miniprogramRoot": "./",
        },
    },
)
