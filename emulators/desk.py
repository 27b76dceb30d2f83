"""The desk: what a phone does at its platform, for a phone that is played.

A real phone talks to WeChat or Alipay by ways that nobody else knows. What comes of it is here:
a login code, a code for a number, a payment. The preview asks, through our server in `dev` and
`--demo`, and tests do; a real platform has none of this.
"""

import threading
import urllib.parse
import urllib.request
from collections import defaultdict

from flask import Flask, jsonify, request

from emulators import js_sdk, people

# How much later a late notice comes than the payment, in seconds.
LATE = 8
NAMES = (
    "login_code",
    "number",
    "phone_code",
    "agree",
    "bill",
    "pay",
    "notices",
    "sent",
    "verify",
)
# Between the tries of a notice that was not taken. The platforms take a day for theirs.
PAUSES = (0, 1, 3, 10)


class Desk:
    """Where played phones ask: `wechat`, `wechat_pay` and `alipay` are the emulators."""

    def __init__(self, wechat, wechat_pay, alipay):
        self.wechat, self.wechat_pay, self.alipay = wechat, wechat_pay, alipay
        self.app = Flask(__name__, static_folder=None)
        self.late, self.pauses = LATE, PAUSES
        self._timers = []
        # What became of each notice, by the platform's own number of the order.
        self._told = defaultdict(list)
        for name in NAMES:
            view = getattr(self, name)
            self.app.add_url_rule(f"/{name.replace('_', '-')}", name, view, methods=["POST"])

    def login_code(self):
        """What `wx.login` or `my.getAuthCode` gives: `{host, user}` to `{code}`."""
        sent = request.get_json()
        if not sent["user"]:
            return jsonify(error="nobody is signed in to the host"), 409
        return jsonify(code=self.code_of(sent["host"], sent["user"]))

    def code_of(self, host: str, user: str) -> str:
        """Return a new login code of somebody's."""
        identity = people.id_at(host, user)
        issue = {"wechat": self.wechat.login_code, "alipay": self.alipay.auth_code}[host]
        code: str = issue(identity)
        return code

    def number(self):
        """The number that the host shows before it gives it away: `{user}` to `{number}`."""
        return jsonify(number=people.number_of(request.get_json()["user"]))

    def phone_code(self):
        """What the shell gets for a number: `{host, user}` to `{code}`."""
        sent = request.get_json()
        number = people.number_of(sent["user"])
        issue = {"wechat": self.wechat.phone_code, "alipay": self.alipay.phone_response}[
            sent["host"]
        ]
        return jsonify(code=issue(number))

    def agree(self):
        """Somebody wants messages: `{host, user, templates}`."""
        sent = request.get_json()
        if sent["host"] == "wechat":
            for template in sent["templates"]:
                self.wechat.agreed[people.id_at("wechat", sent["user"]), template] += 1
        return jsonify({})

    def bill(self):
        """What a cashier shows: `{host, id}` to `{title, amount}`, the amount in yuan."""
        sent = request.get_json()
        found = self._order(sent["host"], sent["id"])
        if found is None:
            return jsonify(error="no such order"), 404
        _, order = found
        if sent["host"] == "wechat":
            fen, title, *_ = order["facts"]
            return jsonify(title=title, amount=f"{fen // 100}.{fen % 100:02}")
        return jsonify(title=order["subject"], amount=order["facts"][0])

    def pay(self):
        """Somebody pays: `{host, id, user, late}`. The notice comes at once, or late."""
        sent = request.get_json()
        found = self._order(sent["host"], sent["id"])
        if found is None:
            return jsonify(error="no such order"), 404
        number, order = found
        if people.id_at(sent["host"], sent["user"]) not in order["facts"]:
            return jsonify(error="this order is somebody else's"), 403
        {"wechat": self.wechat_pay, "alipay": self.alipay}[sent["host"]].pay(number)
        self._notify(sent["host"], number, self.late if sent["late"] else 0)
        return jsonify({})

    def notices(self):
        """What became of the notices of a payment: `{host, id}` to `{notices, taken}`."""
        sent = request.get_json()
        found = self._order(sent["host"], sent["id"])
        told = self._told[sent["host"], found[0]] if found else []
        return jsonify(notices=told, taken="taken" in told)

    def sent(self):
        """The messages that WeChat has brought to somebody: `{user}` to `{messages}`."""
        who = people.id_at("wechat", request.get_json()["user"])
        return jsonify(messages=[one for one in self.wechat.sent if one["touser"] == who])

    def verify(self):
        """Whether a page may use the JS-SDK: `{appId, timestamp, nonceStr, signature, url}`."""
        problem = js_sdk.problem(request.get_json(), self.wechat)
        return jsonify(error=problem) if problem else jsonify({})

    def _order(self, host, id):
        orders, name = (
            (self.wechat_pay.orders, "prepay_id")
            if host == "wechat"
            else (self.alipay.trades, "trade_no")
        )
        return next(((number, one) for number, one in orders.items() if one[name] == id), None)

    def _notify(self, host, number, delay, tries=None):
        tries = self.pauses if tries is None else tries
        timer = threading.Timer(delay + tries[0], self._tell, (host, number, tries[1:]))
        timer.daemon = True
        timer.start()
        self._timers.append(timer)

    def _tell(self, host, number, tries):
        try:
            with urllib.request.urlopen(self._notice(host, number), timeout=10) as answer:
                taken = host == "wechat" or answer.read() == b"success"
            outcome = "taken" if taken else "refused"
        except OSError as error:
            outcome = str(error)
        self._told[host, number].append(outcome)
        if outcome != "taken" and tries:
            self._notify(host, number, 0, tries)

    def _notice(self, host, number):
        if host == "wechat":
            headers, body = self.wechat_pay.notice(number)
            address = self.wechat_pay.orders[number]["notify_url"]
            return urllib.request.Request(address, body, headers)
        form = urllib.parse.urlencode(self.alipay.notice(number)).encode()
        return urllib.request.Request(self.alipay.trades[number]["notify_url"], form)

    def close(self):
        """Send no more notices."""
        for timer in self._timers:
            timer.cancel()
