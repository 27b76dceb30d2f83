"""Notices: what the platforms' servers tell ours, at `/notices/…`.

Nothing in one is believed before its signature is checked. Each may come several times: it is
answered with success once what it says is stored, and the platform then stops.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime

from flask import Blueprint, Response, jsonify, request

from backend import orders, pictures
from backend.platforms.bills import BadNotice, Payment
from backend.site import Site

log = logging.getLogger("qiao")

# A notice has one or two kilobytes.
LARGEST = 64 * 1024


def blueprint(site: Site) -> Blueprint:
    """Return the routes."""
    bp = Blueprint("notices", __name__, url_prefix="/notices")
    pay, trade = site.platforms.wechat_pay, site.platforms.alipay_trade
    push = site.platforms.wechat_push

    @bp.post("/wechat-pay")
    def wechat_pay() -> Response:
        """Take a notice of WeChat Pay; it tries again for a day unless the status is 200 or 204."""
        body = _body()
        if pay is not None and _taken(site, lambda: pay.read_notice(dict(request.headers), body)):
            return Response(status=204)
        response = jsonify(code="FAIL", message="not for us")
        response.status_code = 401
        return response

    @bp.get("/wechat")
    def wechat_address() -> Response:
        """Answer WeChat's question whether this address is ours, when it is entered there."""
        try:
            if push is None:
                raise BadNotice("QIAO_WECHAT_PUSH_TOKEN is not set")
            return Response(push.echo(request.args), mimetype="text/plain")
        except BadNotice as bad:
            log.warning("a question at %s is not answered: %s", request.path, bad)
            return Response(status=403)

    @bp.post("/wechat")
    def wechat() -> Response:
        """Take what WeChat pushes; it tries three times unless it reads "success" in 5 seconds."""
        try:
            if push is None:
                raise BadNotice("QIAO_WECHAT_PUSH_TOKEN is not set")
            message = push.read(request.args, _body())
        except BadNotice as bad:
            log.warning("a notice at %s is not believed: %s", request.path, bad)
            return Response(status=403)
        if message.get("Event") == "wxa_media_check":
            pictures.take_verdict(site, message)
        return Response("success", mimetype="text/plain")

    @bp.post("/alipay")
    def alipay() -> Response:
        """Take a notice of Alipay; it tries again for a day unless it reads "success"."""
        request.max_content_length = LARGEST
        sent = request.form.to_dict()
        if trade is not None and _taken(site, lambda: trade.read_notice(sent)):
            return Response("success", mimetype="text/plain")
        return Response("fail", status=401, mimetype="text/plain")

    return bp


def _body() -> bytes:
    request.max_content_length = LARGEST
    return request.get_data(cache=False)


def _taken(site: Site, read: Callable[[], Payment | None]) -> bool:
    now = datetime.now(UTC)
    try:
        payment = read()
    except BadNotice as bad:
        log.warning("a notice at %s is not believed: %s", request.path, bad)
        return False
    if payment is not None:
        site.database.run(lambda db: orders.settle(db, payment, now), writes=True, repeatable=True)
    return True
