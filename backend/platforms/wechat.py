"""WeChat's server API for mini programs, https://api.weixin.qq.com.

Facts: developers.weixin.qq.com/miniprogram/dev/OpenApiDoc, named at each call.
"""

from __future__ import annotations

import httpx

from backend.platforms.errors import PlatformError
from backend.platforms.http import Http
from backend.platforms.identity import Identity, Refused
from backend.platforms.settings import WeChatSettings
from backend.platforms.tokens import Tokens
from backend.platforms.wechat_app import WeChatApp, reading

# Of code2Session: made up or too old, used, of somebody whom WeChat holds for dangerous.
BAD_CODES = ("40029", "40163", "40226")
# Of msgSecCheck: the most that it takes, and its code for somebody who was not here lately.
LONGEST_TEXT = 2500
NOT_HERE = "61010"
LONGEST_TRACE = 128
# The scene of what anybody may read: 论坛, "forum".
FORUM = 3
# Of subscribeMessage.send: the person has not agreed, or takes no more.
NOT_WANTED = "43101"


class WeChat:
    """One mini program's door to WeChat."""

    def __init__(self, settings: WeChatSettings, tokens: Tokens) -> None:
        self._http = Http("WeChat", settings.api)
        self._app = WeChatApp(settings.app_id, settings.secret, self._http, tokens)

    def who(self, code: str) -> Identity:
        """Return who is behind a code of `wx.login`; raises `Refused`.

        The code is good for five minutes, once. What comes with the answer, `session_key`, is not
        kept: nothing here needs it.
        """
        what = "code2Session"

        def build() -> httpx.Request:
            return self._http.request(
                "GET",
                "/sns/jscode2session",
                params={
                    "appid": self._app.app_id,
                    "secret": self._app.secret,
                    "js_code": code,
                    "grant_type": "authorization_code",
                },
            )

        try:
            # Lost on the way, the code is used up: asked again, WeChat would only refuse it.
            answer = self._http.call(what, build, reading(what), harmless=False)
        except PlatformError as error:
            if error.code in BAD_CODES:
                raise Refused(error.code) from error
            raise
        openid = answer.get("openid")
        if not isinstance(openid, str) or not openid:
            raise PlatformError("WeChat", what, "no openid")
        return Identity("wechat", openid)

    def phone_number(self, code: str) -> str:
        """Return the number behind a code of a phone button; raises `Refused`.

        手机号快速验证组件: the code is good once and for five minutes, and each number costs money.
        """
        what = "getPhoneNumber"
        path = "/wxa/business/getuserphonenumber"
        try:
            answer = self._app.call(what, path, {"code": code}, harmless=False)
        except PlatformError as error:
            if error.code in BAD_CODES:
                raise Refused(error.code) from error
            raise
        try:
            info = answer["phone_info"]
            return f"+{info['countryCode']}{info['purePhoneNumber']}"
        except (KeyError, TypeError) as error:
            raise PlatformError("WeChat", what, "no phone_info") from error

    def is_risky(self, openid: str, text: str, scene: int) -> bool:
        """Tell whether WeChat holds a text for risky (文本内容安全识别, version 2).

        At most `LONGEST_TEXT` characters; `scene`: 1 profile, 2 comment, 3 forum, 4 log. The
        person must have used the mini program in the last two hours, else this raises a
        `PlatformError` with code `NOT_HERE`.
        """
        body = {"content": text, "version": 2, "scene": scene, "openid": openid}
        answer = self._app.call("msgSecCheck", "/wxa/msg_sec_check", body, harmless=True)
        result = answer.get("result")
        if not isinstance(result, dict) or "suggest" not in result:
            raise PlatformError("WeChat", "msgSecCheck", "no result")
        # "review" wants a person's eye: whoever runs the event has two.
        return bool(result["suggest"] == "risky")

    def check_picture(self, openid: str, address: str, scene: int) -> str:
        """Have a picture checked (多媒体内容安全识别, version 2); return WeChat's number of it.

        WeChat fetches it from `address`, 10 MB at most. Its result is pushed within half an hour,
        see `backend.platforms.wechat_push`. For `scene` and `NOT_HERE` see `is_risky`. Asked for
        twice, it is checked twice.
        """
        body = {
            "media_url": address,
            "media_type": 2,
            "version": 2,
            "scene": scene,
            "openid": openid,
        }
        answer = self._app.call("mediaCheckAsync", "/wxa/media_check_async", body, harmless=True)
        trace = answer.get("trace_id")
        if not isinstance(trace, str) or not 0 < len(trace) <= LONGEST_TRACE:
            raise PlatformError("WeChat", "mediaCheckAsync", "no trace_id")
        return trace

    def code_picture(self, scene: str, page: str) -> bytes:
        """Return the picture of a mini program code (获取不限制的小程序码), a JPEG or PNG.

        `scene`: 1 to 32 characters. `page` must be in the published version.
        """
        what = "getUnlimitedQRCode"

        def read(response: httpx.Response) -> bytes:
            # A problem comes as JSON, with the same status.
            if response.headers.get("content-type", "").startswith("image/"):
                return response.content
            raise PlatformError("WeChat", what, f"no picture: {reading(what)(response)}"[:80])

        picture: bytes = self._app.call(
            what,
            "/wxa/getwxacodeunlimit",
            {"scene": scene, "page": page, "check_path": True, "width": 430},
            harmless=True,
            read=read,
        )
        return picture

    def send(self, openid: str, template: str, page: str, data: dict[str, str]) -> None:
        """Send a subscribe message (发送订阅消息). Sent twice, it comes twice."""
        body = {
            "touser": openid,
            "template_id": template,
            "page": page,
            "lang": "zh_CN",
            "miniprogram_state": "formal",
            "data": {name: {"value": value} for name, value in data.items()},
        }
        self._app.call("subscribeMessage.send", "/cgi-bin/message/subscribe/send", body,
                       harmless=False)  # fmt: skip

    def close(self) -> None:
        """Close every connection."""
        self._http.close()
