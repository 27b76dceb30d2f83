"""The servers of Douyin, QQ, Kuaishou and Baidu, as far as Qiao calls them: a code for a person.

Built from the sources that backend/platforms/code_sessions.py names; never compared with the real
servers. Where those are silent, it refuses more than less: parameters in another place than
documented are not seen, and a code is good once.
"""

import secrets
import time

from flask import jsonify, request

from emulators.servers import Emulator


class CodeServer(Emulator):
    """One host: `app_id` and `secret` of one mini program, and whoever is given a login code."""

    path_of_login = ""
    method = "POST"
    code_lasts = 300

    def __init__(self):
        super().__init__()
        self.app_id = self.new_app_id()
        self.secret = secrets.token_hex(20)
        self.session_key = secrets.token_urlsafe(16)
        self._codes = {}
        self.app.add_url_rule(self.path_of_login, "login", self.login, methods=[self.method])

    def new_app_id(self):
        """Return an id in the host's form."""
        raise NotImplementedError

    def login_code(self, id):
        """Return what `login` gives the shell on this person's phone."""
        code = secrets.token_urlsafe(24)
        self._codes[code] = (id, time.time() + self.code_lasts)
        return code

    def expire_codes(self):
        """Time passes."""
        self._codes = {code: (id, 0) for code, (id, _) in self._codes.items()}

    def redeem(self, code):
        """Return whose code it is, once; None for one that is used, late or made up."""
        with self._lock:
            id, ends = self._codes.pop(code, (None, 0))
        return id if ends > time.time() else None

    def login(self):
        """Answer the one call."""
        raise NotImplementedError


class Douyin(CodeServer):
    """https://developer.toutiao.com: JSON, errors with status 200 as `err_no` and `err_tips`."""

    path_of_login = "/api/apps/v2/jscode2session"
    code_lasts = 180

    def new_app_id(self):
        return "tt" + secrets.token_hex(8)

    def login(self):
        sent = request.get_json()
        if sent.get("appid") != self.app_id:
            return self.problem(40015)
        if sent.get("secret") != self.secret:
            return self.problem(40017)
        id = self.redeem(sent.get("code"))
        if id is None:
            return self.problem(40018)
        data = {"session_key": self.session_key, "openid": id, "anonymous_openid": ""}
        return jsonify(err_no=0, err_tips="success", log_id=secrets.token_hex(8), data=data)

    def problem(self, trouble):
        tips = {40015: "bad appid", 40017: "bad secret", 40018: "bad code"}
        number = int(trouble)
        return jsonify(
            err_no=number,
            err_tips=tips.get(number, "error"),
            log_id=secrets.token_hex(8),
            data={"session_key": "", "openid": "", "anonymous_openid": "", "unionid": ""},
        )

    def too_many(self):
        return self.problem(28003018)


class QQ(CodeServer):
    """https://api.q.qq.com: a query, errors with status 200 as `errcode` and `errmsg`."""

    path_of_login = "/sns/jscode2session"
    method = "GET"

    def new_app_id(self):
        return str(1_100_000_000 + secrets.randbelow(100_000_000))

    def login(self):
        sent = request.args
        # What QQ answers to a strange app is documented nowhere; -1009 was reported.
        known = sent.get("appid") == self.app_id and sent.get("secret") == self.secret
        if not known or sent.get("grant_type") != "authorization_code":
            return self.problem(-1009)
        id = self.redeem(sent.get("js_code"))
        if id is None:
            return self.problem(40029)
        return jsonify(errcode=0, errmsg="", openid=id, session_key=self.session_key, unionid="")

    def problem(self, trouble):
        return jsonify(errcode=int(trouble), errmsg="", openid="", session_key="", unionid="")

    def too_many(self):
        return self.problem(45011)


class Kuaishou(CodeServer):
    """https://open.kuaishou.com: a form, `result` is 1 where all is well."""

    path_of_login = "/oauth2/mp/code2session"

    def new_app_id(self):
        return "ks" + str(600_000_000_000_000_000 + secrets.randbelow(10**17))

    def login(self):
        sent = request.form
        if not {"app_id", "app_secret", "js_code"} <= set(sent):
            return self.problem(100200100)
        if (sent["app_id"], sent["app_secret"]) != (self.app_id, self.secret):
            return self.problem(100200101)
        id = self.redeem(sent["js_code"])
        if id is None:
            return self.problem(100200105)
        return jsonify(result=1, open_id=id, session_key=self.session_key)

    def problem(self, trouble):
        words = {
            100200100: "invalid_request",
            100200101: "unauthorized_client",
            100200105: "invalid_grant",
            100200500: "server_error",
        }
        number = int(trouble)
        return jsonify(result=number, error=words[number], error_msg=words[number])

    def too_many(self):
        # None is documented.
        return self.problem(100200500)


class Baidu(CodeServer):
    """https://spapi.baidu.com: a form, errors as those of OAuth 2.0 with status 400."""

    path_of_login = "/oauth/jscode2sessionkey"
    code_lasts = 600

    def new_app_id(self):
        return secrets.token_urlsafe(24)

    def login(self):
        sent = request.form
        if (sent.get("client_id"), sent.get("sk")) != (self.app_id, self.secret):
            return self.problem("invalid_client")
        id = self.redeem(sent.get("code"))
        if id is None:
            return self.problem("invalid_grant")
        return jsonify(openid=id, session_key=self.session_key)

    def problem(self, trouble):
        answer = jsonify(
            error=trouble, error_description=f"{trouble}: {request.form.get('code', '')}"
        )
        answer.status_code = 400
        return answer

    def too_many(self):
        # None is documented.
        return self.problem("temporarily_unavailable")


SERVERS = {"douyin": Douyin, "qq": QQ, "kuaishou": Kuaishou, "baidu": Baidu}
