"""WeChat's server API, https://api.weixin.qq.com, as far as Qiao calls it.

Built from developers.weixin.qq.com (code2Session, 获取稳定版接口调用凭据, 全局返回码) and a
mirror of it; never compared with the real server. Errors come with status 200, as `errcode`
and `errmsg`.
"""

import re
import secrets
import time
from collections import Counter

from flask import jsonify, request

from emulators import wechat_apis, wechat_push
from emulators.servers import Emulator, serve_for_ever

CODE_LASTS = 300
MESSAGES = {
    -1: "system error",
    40001: "invalid credential, access_token is invalid or not latest",
    42001: "access_token expired",
    40013: "invalid appid",
    40003: "invalid openid",
    40014: "invalid access_token",
    40029: "invalid code",
    40037: "invalid template_id",
    40097: "invalid args",
    40169: "invalid length for scene, or the data is not json string",
    41001: "access_token missing",
    41030: "invalid page",
    43101: "user refuse to accept the msg",
    45002: "content size out of limit",
    47001: "data format error",
    47003: "argument invalid!",
    61010: "code is expired",
    40125: "invalid appsecret",
    40163: "code been used",
    40226: "code blocked",
    41002: "appid missing",
    41004: "appsecret missing",
    41008: "missing code",
    45009: "reach max api daily quota limit",
    45011: "api minute-quota reach limit, must slower, retry next minute",
}


class WeChat(Emulator):
    """The emulated WeChat: one mini program, and whoever is given a login code."""

    def __init__(self):
        super().__init__()
        self.app_id = "wx0123456789abcdef"
        self.secret = secrets.token_hex(16)
        self.session_key = secrets.token_urlsafe(16)
        self.official_app_id = "wxfedcba9876543210"
        self.official_secret = secrets.token_hex(16)
        self._codes = {}
        # App id -> its token, and when that ends; and the tickets for pages.
        self.tokens = {}
        # What went out; code of a phone button -> number; who agreed to what, how often; openids
        # of people who were not here lately.
        self.sent = []
        self.phones = {}
        self.agreed = Counter()
        self.away = set()
        # What was asked about pictures, by its number; and what pushes are signed with.
        self.checks = {}
        self.push_token = secrets.token_hex(8)
        self.push_key = secrets.token_bytes(32)
        self.ticket = "kgt" + secrets.token_urlsafe(40)
        for path, view, method in [
            ("/sns/jscode2session", self.code_to_session, "GET"),
            ("/cgi-bin/stable_token", self.stable_token, "POST"),
            ("/cgi-bin/ticket/getticket", self.get_ticket, "GET"),
        ]:
            self.app.add_url_rule(path, view_func=view, methods=[method])
        self.app.register_blueprint(wechat_apis.blueprint(self))

    def reset(self):
        super().reset()
        self.tokens.clear()
        self.sent.clear()
        self.phones.clear()
        self.agreed.clear()
        self.away.clear()
        self.checks.clear()

    def begin_check(self, address):
        trace = wechat_apis.trace_id()
        self.checks[trace] = address
        return trace

    def verdict(self, trace, suggest="pass", errcode=0):
        """Return the push that tells the result of a check: its query and its body."""
        message = {
            "ToUserName": "gh_9df7d78a1234",
            "FromUserName": "o4_t144jTUSEoxydysUA2E234_tc",
            "CreateTime": int(time.time()),
            "MsgType": "event",
            "Event": "wxa_media_check",
            "appid": self.app_id,
            "trace_id": trace,
            "version": 2,
            "errcode": errcode,
            "errmsg": "ok" if errcode == 0 else "download failed",
        }
        if errcode == 0:
            result = {"suggest": suggest, "label": 100 if suggest == "pass" else 20001}
            message |= {"result": result, "detail": [{"strategy": "content_model", **result}]}
        return wechat_push.push(self, message)

    def settings(self):
        """Return what a server of ours has to be told."""
        return {
            "QIAO_WECHAT_APP_ID": self.app_id,
            "QIAO_WECHAT_SECRET": self.secret,
            "QIAO_WECHAT_OFFICIAL_APP_ID": self.official_app_id,
            "QIAO_WECHAT_OFFICIAL_SECRET": self.official_secret,
            "QIAO_WECHAT_API": self.address,
            "QIAO_WECHAT_OFFICIAL_API": self.address,
        }

    def login_code(self, openid):
        """Return what `wx.login` gives the shell on this person's phone."""
        code = "0" + secrets.token_hex(15)
        self._codes[code] = (openid, time.time() + CODE_LASTS)
        return code

    def phone_code(self, number):
        """Return what the button for phone numbers gives the shell on this person's phone."""
        code = secrets.token_hex(32)
        self.phones[code] = number
        return code

    def expire_codes(self):
        """Five minutes pass."""
        self._codes = {code: (openid, 0) for code, (openid, _) in self._codes.items()}

    def problem(self, trouble):
        code = int(trouble)
        return jsonify(errcode=code, errmsg=f"{MESSAGES[code]} rid: {secrets.token_hex(4)}")

    def too_many(self):
        return self.problem(45011)

    def code_to_session(self):
        """GET /sns/jscode2session."""
        if request.args.get("grant_type") != "authorization_code":
            return jsonify(errcode=40002, errmsg="invalid grant_type")
        wrong = self._wrong_app(request.args)
        if wrong:
            return self.problem(wrong)
        code = request.args.get("js_code", "")
        if not code:
            return self.problem(41008)
        with self._lock:
            openid, ends = self._codes.get(code, (None, 0))
            if openid is None or ends < time.time():
                # A code that was used is told apart from one that never was.
                return self.problem(40163 if openid == "" else 40029)
            self._codes[code] = ("", 0)
        if openid == "blocked":
            return self.problem(40226)
        return jsonify(openid=openid, session_key=self.session_key)

    def _wrong_app(self, sent):
        if not re.fullmatch(r"wx[0-9a-f]{16}", sent.get("appid", "")):
            return 41002 if not sent.get("appid") else 40013
        secret = {self.app_id: self.secret, self.official_app_id: self.official_secret}
        if sent["appid"] not in secret:
            return 40013
        if sent.get("secret") != secret[sent["appid"]]:
            return 40125 if sent.get("secret") else 41004
        return None

    def stable_token(self):
        """POST /cgi-bin/stable_token: the same token until five minutes before its end."""
        sent = request.get_json()
        if sent.get("grant_type") != "client_credential":
            return jsonify(errcode=40002, errmsg="invalid grant_type")
        wrong = self._wrong_app(sent)
        if wrong:
            return self.problem(wrong)
        with self._lock:
            token, ends = self.tokens.get(sent["appid"], ("", 0))
            if ends - time.time() < 300:
                token, ends = "9_" + secrets.token_urlsafe(96), time.time() + 7200
                self.tokens[sent["appid"]] = (token, ends)
        return jsonify(access_token=token, expires_in=int(ends - time.time()))

    def get_ticket(self):
        """GET /cgi-bin/ticket/getticket."""
        wrong = self.wrong_token(self.official_app_id)
        if wrong:
            return self.problem(wrong)
        if request.args.get("type") != "jsapi":
            return jsonify(errcode=40097, errmsg="invalid args")
        return jsonify(errcode=0, errmsg="ok", ticket=self.ticket, expires_in=7200)

    def wrong_token(self, app_id):
        """Return what is wrong with the token of this request, if anything is."""
        token, ends = self.tokens.get(app_id, ("", 0))
        if request.args.get("access_token") != token or not token:
            return 40001
        return 42001 if ends < time.time() else None


if __name__ == "__main__":
    serve_for_ever(WeChat(), WeChat.settings)
