"""WeChat's check of a page's signature for the JS-SDK.

Built from the appendix JS-SDK使用权限签名算法 of the official accounts' documents: names in order,
values as they are, the address without what follows "#".
"""

import hashlib


def problem(sent, wechat):
    """Return what is wrong with what a page gave to `wx.config`, in WeChat's words; or nothing."""
    if sent.get("appId") != wechat.official_app_id:
        return "invalid appid"
    text = (
        f"jsapi_ticket={wechat.ticket}&noncestr={sent.get('nonceStr')}"
        f"&timestamp={sent.get('timestamp')}&url={sent.get('url', '').partition('#')[0]}"
    )
    right = hashlib.sha1(text.encode()).hexdigest()
    return "" if sent.get("signature") == right else "invalid signature"
