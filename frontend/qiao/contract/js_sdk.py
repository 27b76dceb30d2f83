"""WeChat's JS-SDK: a page in WeChat asks for the signature that lets it use it."""

from qiao.contract.endpoints import endpoint
from qiao.contract.native_calls import NotOffered
from qiao.contract.numbers import integer
from qiao.contract.problems import Problem
from qiao.contract.records import Record
from qiao.contract.texts import text
from qiao.i18n import N_


class JsSdkForm(Record):
    address = text("Address of the page, as the client sees it", max=2000)


class JsSdkSignature(Record):
    """What `wx.config` takes."""

    app_id = text("App id of the official account", max=40)
    timestamp = integer("Seconds since 1970", max=99_999_999_999)
    nonce = text("Nonce", max=40)
    signature = text("Signature", max=40)


class StrangeAddress(Problem):
    """Only pages of this server are signed."""

    status = 422
    message = N_("That is no address of this server.")


sign = endpoint(
    "GET /js-sdk", takes=JsSdkForm, gives=JsSdkSignature, fails=[NotOffered, StrangeAddress]
)
