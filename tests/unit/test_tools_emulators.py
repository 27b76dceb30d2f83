"""The emulated platforms of `dev` and `--demo`: started with us, and never beside real ones."""

import os
import urllib.error
import urllib.request

import pytest

from tools import emulators


@pytest.fixture
def environment(monkeypatch):
    """The environment without any platform; what is set in it goes away."""
    for name in [name for name in os.environ if name.startswith("QIAO_")]:
        monkeypatch.delenv(name)
    kept = dict(os.environ)
    yield os.environ
    os.environ.clear()
    os.environ.update(kept)


@pytest.fixture
def started(environment):
    emulators.start(8765)
    process = emulators._kept[-1]
    yield process
    process.stdin.close()
    process.wait(timeout=20)
    process.stdout.close()


def test_the_server_is_told_of_them(environment, started):
    assert environment["QIAO_ADDRESS"] == "http://127.0.0.1:8765"
    asked = urllib.request.Request(f"{environment['QIAO_WECHAT_API']}/sns/jscode2session")
    with urllib.request.urlopen(asked, timeout=10) as answer:
        assert answer.status == 200


def test_they_end_with_us(environment, started):
    started.stdin.close()
    assert started.wait(timeout=20) == 0
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(environment["QIAO_WECHAT_API"], timeout=5)


def test_who_has_set_up_a_platform_gets_that_one(environment, capsys):
    environment["QIAO_ALIPAY_APP_ID"] = "2021000000000001"
    emulators.start(8765)
    assert "QIAO_ALIPAY_APP_ID is set" in capsys.readouterr().out
    assert "QIAO_WECHAT_API" not in environment
