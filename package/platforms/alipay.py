"""Alipay."""

from package.platforms.platform import NO_PRIVACY, TIMEOUT, Platform

ALIPAY = Platform(
    name="alipay",
    title="Alipay",
    api="my",
    typings="@mini-types/alipay",
    declared=("globals.d.ts",),
    markup="axml",
    style="acss",
    directive="a:",
    event="on{Name}",
    app_id=r"\d{16}",
    language="my.getAppBaseInfo().language",
    timeout=TIMEOUT,
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
    calls=("my", "messages", "every"),
    taps=("subscribe", "phone_number"),
    buttons={
        "phone_number": {
            "open-type": "getAuthorize",
            "scope": "phoneNumber",
            "onGetAuthorize": "onGrant",
            "onError": "onRefuse",
        },
        "share": {"open-type": "share"},
    },
    privacy=NO_PRIVACY,
    permissions=lambda _: {},
    title_key="defaultTitle",
    app={
        "window": {
            "defaultTitle": "$name",
            "titleBarColor": "#ffffff",
            "backgroundColor": "#f6f7f5",
        },
    },
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
