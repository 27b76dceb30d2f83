"""Guests who pay in WeChat."""


class Payer:
    """A guest with one ticket at a time; `till` is the emulated WeChat Pay."""

    def __init__(self, someone, till):
        self.someone = someone
        self.till = till
        self.code = ""
        self.order = None

    def sign_up(self, event, kind="Adult", **more):
        """Sign up for a ticket of this name; return it."""
        ids = {one["name"]: one["id"] for one in event["kinds"]}
        self.code = self.someone.sign_up(event, kind=ids[kind], **more)
        return self.ticket()

    def ticket(self, code=None):
        """Return the ticket as it is now."""
        ticket = self.someone.ticket(code or self.code)
        self.order = ticket["order"] or self.order
        return ticket

    def told(self):
        """Return what stands on the ticket, the latest first."""
        return self.someone.told(self.code)

    def open_cashier(self, order=None):
        """Have the shell open the cashier, as far as the server is concerned."""
        self.order = order or self.order or self.ticket()["order"]
        form = {"kind": "pay", "host": "wechat", "path": "/", "key": "pay"}
        arguments = {"order": self.order}
        return self.someone.post("/api/native-calls", {**form, "arguments": arguments})

    def pay(self):
        """Open the cashier and pay."""
        answer = self.open_cashier(self.ticket()["order"])
        assert answer.status_code == 201, answer.text
        self.pay_now()

    def pay_now(self, order=None):
        """Pay in a cashier that is open, perhaps for long."""
        self.order = order or self.order
        self.till.pay(self.order)
        assert self.notice().status_code == 204

    def notice(self):
        """WeChat Pay's server tells ours."""
        headers, body = self.till.notice(self.order)
        return self.someone.browser.post("/notices/wechat-pay", data=body, headers=headers)
