"""Browsers for real servers: many at once, each with cookies of its own."""

import json
import threading
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from http.cookiejar import CookieJar


class Client:
    """One browser. Without an answer it raises `OSError`."""

    def __init__(self, address, timeout=60):
        self.address = address
        self.timeout = timeout
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def log_in(self, name):
        """Sign in as in a preview."""
        status, login = self.post("/api/logins", {"host": "preview", "code": name})
        assert status == 201, login
        self.opener.open(f"{self.address}/?ticket={login['ticket']}", timeout=self.timeout).close()
        return self

    def get(self, path):
        """Return the JSON that is there."""
        with self.opener.open(self.address + path, timeout=self.timeout) as answer:
            return json.load(answer)

    def post(self, path, body, key=None):
        """Return status and JSON."""
        headers = {"Content-Type": "application/json"}
        if key is not None:
            headers["Idempotency-Key"] = key
        data = json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, headers)
        try:
            with self.opener.open(request, timeout=self.timeout) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, json.load(refused)

    def publish(self, capacity, **changes):
        """Publish an event with so many places and return its id."""
        soon = datetime.now(UTC) + timedelta(days=7)
        form = {
            "title": "Tea tasting",
            "starts_at": soon.strftime("%Y-%m-%dT10:00"),
            "ends_at": soon.strftime("%Y-%m-%dT12:00"),
            "zone": "Asia/Shanghai",
            "place": "12 Yuyuan Road",
            "capacity": capacity,
            **changes,
        }
        status, event = self.post("/api/events", form)
        assert status == 201, event
        return event["id"]

    def sign_up(self, event, name, key=None, **more):
        """Try to sign up; return status and JSON."""
        form = {"name": name, "answers": {}, **more}
        return self.post(f"/api/events/{event}/sign-ups", form, key)


def all_at_once(count, work):
    """Return the results of `work(0)` to `work(count - 1)`, all begun at the same moment."""
    together = threading.Barrier(count)

    def one(number):
        together.wait(30)
        return work(number)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))
