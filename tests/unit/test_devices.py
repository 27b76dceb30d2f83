import pytest

from backend.devices import APPS, SYSTEMS, device_of
from contract import sessions

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15"
ANDROID = (
    "Mozilla/5.0 (Linux; Android 14; V2254A) AppleWebKit/537.36 Version/4.0 Chrome/116.0 Mobile"
)
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36"
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5"


@pytest.mark.parametrize(
    ("user_agent", "device"),
    [
        (f"{IPHONE} MicroMessenger/8.0.42 miniProgram/wx1", "wechat iphone"),
        (f"{ANDROID} Safari/537.36 AlipayClient/10.5.0 Language/zh-Hans", "alipay android"),
        (f"{IPHONE} swan/2.4.0 swan-baiduboxapp/11.9.0.1 baiduboxapp/11.9.0.1", "baidu iphone"),
        (f"{ANDROID} aweme/27.0.0 ToutiaoMicroApp/3.12.0", "douyin android"),
        (f"{ANDROID} MQQBrowser/6.2 QQ/8.9.0.8345 miniProgram", "qq android"),
        (f"{ANDROID} MQQBrowser/6.2 MicroMessenger/8.0.42", "wechat android"),
        (f"{ANDROID} ksNebula/12.11.30.9265 MicroMessenger/7.0 miniProgram", "kuaishou android"),
        (f"{IPHONE} Version/17.0 Mobile/15E148 Safari/604.1", "safari iphone"),
        (f"{IPHONE} CriOS/126.0 Mobile/15E148 Safari/604.1", "chrome iphone"),
        (f"{WINDOWS} Edg/126.0", "edge windows"),
        (WINDOWS, "chrome windows"),
        (f"{MAC} Safari/605.1.15", "safari mac"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "firefox linux"),
        ("curl/8.0", "other other"),
        ("", "other other"),
    ],
)
def test_a_browser_is_known_in_two_words(user_agent, device):
    assert device_of(user_agent) == device


def test_each_word_is_one_of_the_contract():
    assert {*APPS.values(), "other"} == {*sessions.APPS}
    assert {*SYSTEMS.values(), "other"} == {*sessions.SYSTEMS}
