"""Baidu.

Built from github.com/swan-team/swan-docs (web-view, 项目配置文件, 条件, each function's page) and
npm `@tarojs/plugin-platform-swan` 4.2.0 (`getLoginCode` in place of `login`, which Baidu has
ended). Never opened in 百度开发者工具 or on a phone. Of its web-view no `error` is documented.

A picture that somebody chooses stays unread: the file system of the documents reads only files of
the shell's own.
"""

from package.platforms.platform import NO_PRIVACY, WINDOW, Platform

BAIDU = Platform(
    name="baidu",
    title="Baidu",
    api="swan",
    typings="",
    declared=("globals.d.ts", "hosts.d.ts", "swan.d.ts"),
    markup="swan",
    style="css",
    directive="s-",
    app_id=r"\d{6,10}",
    language="swan.getSystemInfoSync().language",
    timeout="",
    calls=("common", "swan_answers", "every"),
    taps=("share",),
    buttons={"share": {"open-type": "share"}},
    privacy=NO_PRIVACY,
    permissions=lambda _: {},
    app={"window": WINDOW},
    files={
        "project.swan.json": {
            "description": "$origin",
            "appid": "$app_id",
            "smartProgramRoot": "./",
            "setting": {"urlCheck": True},
        },
    },
)
