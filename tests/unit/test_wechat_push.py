"""What WeChat signs. What it encrypts is tested in tests/api/test_pictures.py."""

import pytest

from backend.platforms.bills import BadNotice
from backend.platforms.settings import ConfigError, WeChatPushSettings, push_key
from backend.platforms.wechat_push import WeChatPush


def test_the_signature_is_that_of_wechats_own_example():
    push = WeChatPush(WeChatPushSettings("AAAAA", bytes(32)), "wx")
    query = {
        "signature": "f464b24fc39322e44b38aa78f5edd27bd1441696",
        "echostr": "4375120948345356249",
        "timestamp": "1714036504",
        "nonce": "1514711492",
    }
    assert push.echo(query) == "4375120948345356249"
    with pytest.raises(BadNotice):
        push.echo({**query, "timestamp": "1714036505"})


@pytest.mark.parametrize("text", ["", "a" * 42, "a" * 44, "ä" * 43])
def test_a_key_that_can_not_be_one_is_refused(text):
    with pytest.raises(ConfigError, match="43 letters"):
        push_key("QIAO_WECHAT_PUSH_KEY", text)
