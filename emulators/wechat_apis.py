"""WeChat's calls with an access token: phone numbers, checks, codes, subscribe messages.

Built from developers.weixin.qq.com (手机号快速验证, 文本内容安全识别, 多媒体内容安全识别,
获取不限制的小程序码, 发送订阅消息): parameters, lengths and error codes are theirs; which texts are
risky is ours.
"""

import re
import secrets
import struct
import zlib
from urllib.parse import urlsplit

from flask import Blueprint, Response, jsonify, request

SCENE = re.compile(r"[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}")
PAGES = ("pages/web/web",)
TEMPLATES = {"T-reminder": ("thing1", "time2", "thing4"), "T-offered": ("thing1", "thing5")}
LONGEST = {"thing": 20, "phrase": 5, "name": 10, "character_string": 32, "time": 32, "date": 32}
# A text that holds this word is risky.
RISKY = "赌博"
# A minute's calls.
PER_MINUTE = {
    "/wxa/msg_sec_check": 4000,
    "/wxa/getwxacodeunlimit": 5000,
    "/wxa/media_check_async": 2000,
}


def blueprint(wechat):
    """Return the routes of an emulator."""
    bp = Blueprint("apis", __name__)

    def post(path):
        def register(view):
            def checked():
                wrong = wechat.wrong_token(wechat.app_id)
                if wrong:
                    return wechat.problem(wrong)
                sent = request.get_json(force=True, silent=True)
                if not isinstance(sent, dict):
                    return wechat.problem(47001)
                answer = view(sent)
                return wechat.problem(answer) if isinstance(answer, int) else answer

            bp.add_url_rule(path, view.__name__, checked, methods=["POST"])
            return view

        return register

    @post("/wxa/business/getuserphonenumber")
    def phone(sent):
        number = wechat.phones.pop(sent.get("code"), None)
        if number is None:
            return 40029
        info = {"phoneNumber": number, "purePhoneNumber": number, "countryCode": "86"}
        info["watermark"] = {"timestamp": 1764000000, "appid": wechat.app_id}
        return jsonify(errcode=0, errmsg="ok", phone_info=info)

    @post("/wxa/msg_sec_check")
    def text(sent):
        content = sent.get("content")
        if sent.get("version") != 2 or sent.get("scene") not in (1, 2, 3, 4):
            return 40097
        if not isinstance(content, str) or not len(content) > 0:
            return 40097
        if len(content) > 2500:
            return 45002
        if not isinstance(sent.get("openid"), str):
            return 40003
        if sent["openid"] in wechat.away:
            return 61010
        wechat.asked.append(content)
        risky = RISKY in content
        result = {"suggest": "risky" if risky else "pass", "label": 20006 if risky else 100}
        return jsonify(errcode=0, errmsg="ok", result=result, detail=[], trace_id=trace_id())

    @post("/wxa/media_check_async")
    def media(sent):
        if sent.get("version") != 2 or sent.get("scene") not in (1, 2, 3, 4):
            return 40097
        if sent.get("media_type") not in (1, 2) or not isinstance(sent.get("openid"), str):
            return 40097
        if urlsplit(str(sent.get("media_url"))).scheme not in ("http", "https"):
            return 40097
        if sent["openid"] in wechat.away:
            return 61010
        wechat.asked.append(sent)
        return jsonify(errcode=0, errmsg="ok", trace_id=wechat.begin_check(sent["media_url"]))

    @post("/wxa/getwxacodeunlimit")
    def code(sent):
        if not isinstance(sent.get("scene"), str) or not SCENE.fullmatch(sent["scene"]):
            return 40169
        page = sent.get("page", "pages/web/web")
        if sent.get("check_path", True) and page not in PAGES:
            return 41030
        if not 280 <= sent.get("width", 430) <= 1280:
            return 40097
        wechat.asked.append(sent)
        return Response(picture(), mimetype="image/png")

    @post("/cgi-bin/message/subscribe/send")
    def subscribe(sent):
        who, template = sent.get("touser"), sent.get("template_id")
        if not isinstance(who, str):
            return 40003
        if template not in TEMPLATES:
            return 40037
        if sent.get("page", "pages/web/web").split("?")[0] not in PAGES:
            return 41030
        data = sent.get("data", {})
        if set(data) != set(TEMPLATES[template]):
            return 47003
        for name, field in data.items():
            most = LONGEST[name.rstrip("0123456789")]
            value = field.get("value") if isinstance(field, dict) else None
            if not isinstance(value, str) or not 0 < len(value) <= most or "\n" in value:
                return 47003
        # One agreement is one message.
        if wechat.agreed[who, template] < 1:
            return 43101
        wechat.agreed[who, template] -= 1
        wechat.sent.append(sent)
        return jsonify(errcode=0, errmsg="ok")

    return bp


def trace_id():
    return f"{secrets.token_hex(4)}-{secrets.token_hex(4)}-{secrets.token_hex(4)}"


def picture():
    """Return the smallest PNG."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0\0")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(*part) for part in ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    )
