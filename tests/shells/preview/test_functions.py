"""What the emulated hosts answer to the shell: each function with success, cancel and denial."""

import pytest
from playwright.sync_api import expect

from emulators.people import id_at
from package.preview import PLAYED

PICTURE = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PAYMENT = {
    "timeStamp": "1764000000",
    "nonceStr": "n",
    "package": "prepay_id=wx1",
    "signType": "RSA",
    "paySign": "s",
}


class Shell:
    """Calls a host's functions as the shell does, in the preview that is open."""

    def __init__(self, host):
        self.host = host
        host.tab.evaluate(
            """async () => {
                const { phone } = await import("/preview/static/main.js");
                globalThis.qiaoPreview = phone.played;
                // Whether this shell asks for the place is not the point here.
                phone.shell.app.requiredPrivateInfos = ["getLocation"];
                phone.shell.app.permission = { "scope.userLocation": { desc: "why" } };
            }"""
        )

    def begin(self, name, options=None, tap=True):
        """Call a function; what it answers is there when the person has done their part."""
        self.host.tab.evaluate(
            """([name, options, tap]) => {
                const host = globalThis.qiaoPreview.functions;
                const call = () => new Promise((resolve) => host[name]({
                    ...options,
                    success: (answer) => resolve({ success: answer }),
                    fail: (error) => resolve({ fail: error }),
                }));
                if (tap) globalThis.qiaoPreview.gesture.during(() => globalThis.told = call());
                else globalThis.told = call();
            }""",
            [name, options or {}, tap],
        )

    def told(self):
        return self.host.tab.evaluate("globalThis.told")

    def call(self, name, options=None, tap=True):
        self.begin(name, options, tap)
        return self.told()


@pytest.fixture
def shell(host):
    def opened(**settings):
        host.open(**settings)
        expect(host.page.get_by_role("heading", name="Events")).to_be_visible()
        return Shell(host)

    return opened


@pytest.fixture
def bill(platforms):
    """What Ada has to pay in either host; the server of the app knows nothing of it."""
    facts = {"notify_url": "http://127.0.0.1:9/", "refunds": {}, "transaction_id": "42"}
    wechat = {"facts": (6650, "Tea", id_at("wechat", "Ada")), "state": "NOTPAY"}
    alipay = {"facts": ("66.50", id_at("alipay", "Ada")), "status": "WAIT_BUYER_PAY"}
    platforms.wechat_pay.orders["1"] = {**facts, **wechat, "prepay_id": "wx1"}
    platforms.alipay.trades["1"] = {**facts, **alipay, "trade_no": "2026", "subject": "Tea"}


def on(*kinds):
    return pytest.mark.parametrize("kind", kinds)


@on("wechat")
@pytest.mark.parametrize(
    ("how", "told"),
    [
        ({}, {"success": {"errMsg": "requestPayment:ok"}}),
        ({"cancel": True}, {"fail": {"errMsg": "requestPayment:fail cancel", "errno": 0}}),
        ({"fail": True}, {"fail": {"errMsg": "requestPayment:fail 支付失败", "errno": 0}}),
    ],
)
def test_wechat_cashier(shell, host, bill, how, told):
    wx = shell()
    wx.begin("requestPayment", PAYMENT)
    expect(host.sheet("cashier")).to_contain_text("¥66.50")
    host.pay(**how)
    assert wx.told() == told


@on("wechat")
def test_wechat_names_what_a_payment_lacks(shell):
    told = shell().call("requestPayment", {**PAYMENT, "package": None})
    assert "parameter.package should be String" in told["fail"]["errMsg"]


@on("alipay")
@pytest.mark.parametrize(
    ("how", "code"), [({}, "9000"), ({"cancel": True}, "6001"), ({"fail": True}, "4000")]
)
def test_alipay_cashier(shell, host, bill, how, code):
    my = shell()
    my.begin("tradePay", {"tradeNO": "2026"})
    host.pay(**how)
    assert my.told() == {"success": {"resultCode": code}}


@on("wechat", "alipay")
def test_a_place_is_asked_for_once_and_remembered(shell, host, kind):
    phone = shell(location="ask", place="30.5, 114.25")
    phone.begin("getLocation")
    host.answer("permission", "allow")
    place = phone.told()["success"]
    wanted = (30.5, 114.25) if kind == "wechat" else ("30.5", "114.25")
    assert (place["latitude"], place["longitude"]) == wanted
    assert "success" in phone.call("getLocation")


@on("wechat", "alipay")
def test_a_place_that_is_denied_stays_denied(shell, host, kind):
    phone = shell(location="ask")
    phone.begin("getLocation")
    host.answer("permission", "deny")
    error = {
        "wechat": {"errMsg": "getLocation:fail auth deny", "errno": 0},
        "alipay": {"error": 2001, "errorMessage": "denied"},
    }
    assert phone.told() == {"fail": error[kind]}
    assert phone.call("getLocation") == {"fail": error[kind]}


CHOOSERS = {"wechat": "chooseMedia", "alipay": "chooseImage"}


@on("wechat", "alipay")
def test_a_picture_is_chosen_and_read(shell, host, kind, tmp_path):
    host.tab.set_viewport_size({"width": 1280, "height": 800})
    phone = shell()
    phone.begin(CHOOSERS[kind], {"count": 1})
    host.choose_picture()
    told = phone.told()["success"]
    path = told["tempFiles"][0]["tempFilePath"] if kind == "wechat" else told["tempFilePaths"][0]
    data = host.tab.evaluate(
        """(filePath) => new Promise((success, fail) => qiaoPreview.functions
            .getFileSystemManager().readFile({ filePath, encoding: "base64", success, fail }))""",
        path,
    )["data"]
    assert data.startswith("/9j/")  # a JPEG


@on("wechat", "alipay")
def test_the_chooser_is_closed(shell, host, kind):
    phone = shell()
    phone.begin(CHOOSERS[kind])
    host.close()
    error = phone.told()["fail"]
    assert error.get("error") == 11 or error["errMsg"] == "chooseMedia:fail cancel"


@on("wechat", "alipay")
@pytest.mark.parametrize("album", ["allowed", "denied"])
def test_a_picture_is_saved_where_that_is_allowed(shell, host, kind, album):
    phone = shell(album=album)
    host.tab.evaluate(
        """(data) => new Promise((success, fail) => {
            const { functions } = qiaoPreview;
            globalThis.path = `${functions.env.USER_DATA_PATH}/ticket.png`;
            functions.getFileSystemManager().writeFile(
                { filePath: path, data, encoding: "base64", success, fail });
        })""",
        PICTURE,
    )
    told = phone.call("saveImageToPhotosAlbum", {"filePath": host.tab.evaluate("path")})
    assert list(told) == ["success" if album == "allowed" else "fail"]
    expect(host.tab.locator("#album canvas")).to_have_count(int(album == "allowed"))


@on("wechat")
def test_wechat_messages_need_a_tap(shell, host):
    wx = shell()
    told = wx.call("requestSubscribeMessage", {"tmplIds": ["T1"]}, tap=False)
    assert "can only be invoked by user TAP gesture" in told["fail"]["errMsg"]
    wx.begin("requestSubscribeMessage", {"tmplIds": ["T1", "T2"]})
    host.sheet("messages").get_by_label("T2").uncheck()
    host.answer("messages", "allow")
    assert wx.told()["success"] | {"errMsg": ""} == {"errMsg": "", "T1": "accept", "T2": "reject"}


@on("wechat")
@pytest.mark.parametrize(
    ("settings", "ids", "code"), [({}, [], 10001), ({"messages": "denied"}, ["T1"], 20004)]
)
def test_wechat_messages_that_are_refused(shell, settings, ids, code):
    told = shell(**settings).call("requestSubscribeMessage", {"tmplIds": ids})
    assert told["fail"]["errCode"] == code


@on("alipay")
@pytest.mark.parametrize(("answer", "behavior"), [("allow", "subscribe"), ("deny", "cancel")])
def test_alipay_messages(shell, host, answer, behavior):
    my = shell()
    my.begin("requestSubscribeMessage", {"entityIds": ["T1"]})
    host.answer("messages", answer)
    assert my.told()["success"]["behavior"] == behavior


@on("wechat")
def test_wechat_asks_for_its_privacy_guide_first(shell, host):
    wx = shell(privacy="ask")
    wx.begin("chooseMedia")
    host.answer("permission", "deny")
    refused = "chooseMedia:fail privacy permission is not authorized"
    assert wx.told()["fail"] == {"errMsg": refused, "errno": 103}
    assert wx.call("chooseMedia")["fail"]["errno"] == 104


@on("alipay")
def test_alipay_gives_a_number_only_after_its_button(shell):
    assert shell().call("getPhoneNumber")["fail"]["error"] == 2001


@on("wechat", "alipay")
def test_settings_give_back_what_was_denied(shell, host, kind):
    phone = shell(location="denied")
    phone.begin("openSetting")
    host.sheet("settings").get_by_label("Know where you are").check()
    host.answer("settings", "done")
    scope = "scope.userLocation" if kind == "wechat" else "location"
    assert phone.told()["success"]["authSetting"][scope] is True
    assert "success" in phone.call("getLocation")


@on("wechat", "alipay")
def test_a_request_to_another_server_is_refused(shell):
    told = shell().call("request", {"url": "https://other.example/", "method": "GET"})
    assert "domain" in str(told["fail"]) or told["fail"]["error"] == 11


@on("wechat")
def test_wechat_refuses_a_place_that_was_not_announced(shell, host):
    wx = shell()
    host.tab.evaluate(
        "async () => delete (await import('/preview/static/main.js')).phone.shell.app.permission"
    )
    assert wx.call("getLocation")["fail"]["errMsg"] == "getLocation:fail require permission desc"


def test_every_host_is_played():
    assert set(CHOOSERS) == set(PLAYED)
