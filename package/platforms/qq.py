"""QQ.

Built from q.qq.com/wiki (API, web-view) as far as it was at hand, its mirror at w3cschool.cn
(全局配置, 登录), and npm `@tarojs/taro` and `@tarojs/plugin-platform-qq`, both 4.2.0, for
which functions it has, and how its files are called. Never opened in its developer tools or on a
phone.
"""

from package.platforms.platform import NO_PRIVACY, WINDOW, Platform, location_permission

QQ = Platform(
    name="qq",
    title="QQ",
    api="qq",
    typings="",
    declared=("globals.d.ts", "hosts.d.ts", "qq.d.ts"),
    markup="qml",
    style="qss",
    directive="qq:",
    app_id=r"\d{10}",
    language="qq.getSystemInfoSync().language",
    timeout="",
    calls=("common", "wx_answers", "every"),
    taps=("share",),
    buttons={"share": {"open-type": "share"}},
    privacy=NO_PRIVACY,
    permissions=location_permission,
    app={"window": WINDOW, "networkTimeout": {"request": 10000}},
    files={
        "project.config.json": {
            "description": "$origin",
            "qqappid": "$app_id",
            "projectname": "$name",
            "compileType": "miniprogram",
            "miniprogramRoot": "./",
            "setting": {"urlCheck": True, "es6": True, "postcss": True, "minified": True},
        },
    },
)
