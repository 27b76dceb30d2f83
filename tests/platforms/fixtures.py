"""The emulated platforms as fixtures, and the settings with which a server asks them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from backend import outbox
from backend.app import create_app
from backend.platforms import http
from backend.platforms.settings import (
    AlipaySettings,
    PlatformSettings,
    WeChatPaySettings,
    WeChatPushSettings,
    WeChatSettings,
)
from backend.platforms.templates import Template
from emulators import keys
from emulators.alipay import Alipay
from emulators.servers import running
from emulators.wechat import WeChat
from emulators.wechat_pay import WeChatPay
from tests.api.conftest import Person


@pytest.fixture(scope="session")
def standing_wechat():
    with running(WeChat()) as emulator:
        yield emulator


@pytest.fixture(scope="session")
def standing_alipay():
    with running(Alipay()) as emulator:
        yield emulator


@pytest.fixture(scope="session")
def standing_wechat_pay(standing_wechat):
    with running(WeChatPay(standing_wechat.app_id)) as emulator:
        yield emulator


@pytest.fixture
def wechat_pay(standing_wechat_pay):
    standing_wechat_pay.reset()
    return standing_wechat_pay


@pytest.fixture
def wechat(standing_wechat):
    standing_wechat.reset()
    return standing_wechat


@pytest.fixture
def alipay(standing_alipay):
    standing_alipay.reset()
    yield standing_alipay
    standing_alipay.signer, standing_alipay.names = "alipay", ("user_id",)


@pytest.fixture(scope="session")
def platform_settings(standing_wechat, standing_wechat_pay, standing_alipay):
    """What a server is told of them."""
    return PlatformSettings(
        address="https://signup.example.com",
        wechat=WeChatSettings(
            app_id=standing_wechat.app_id,
            secret=standing_wechat.secret,
            api=standing_wechat.address,
            templates={
                "reminder": Template(
                    "T-reminder", {"title": "thing1", "time": "time2", "place": "thing4"}
                ),
                "offered": Template("T-offered", {"title": "thing1", "text": "thing5"}),
            },
        ),
        official=WeChatSettings(
            app_id=standing_wechat.official_app_id,
            secret=standing_wechat.official_secret,
            api=standing_wechat.address,
        ),
        wechat_push=WeChatPushSettings(standing_wechat.push_token, standing_wechat.push_key),
        wechat_pay=WeChatPaySettings(
            merchant=standing_wechat_pay.merchant,
            serial=standing_wechat_pay.serial,
            key=keys.key("us"),
            api_key=standing_wechat_pay.api_key,
            public_key_id=standing_wechat_pay.public_key_id,
            public_key=keys.key("wechat pay").public_key(),
            api=standing_wechat_pay.address,
        ),
        alipay=AlipaySettings(
            app_id=standing_alipay.app_id,
            key=keys.key("us"),
            public_key=keys.key("alipay").public_key(),
            api=standing_alipay.address,
            aes_key=standing_alipay.aes_key,
        ),
    )


@pytest.fixture(scope="session")
def standing_platform_app(standing_app, platform_settings):
    """The application with both platforms open, and no preview. It waits for nobody for long."""
    config = standing_app.extensions["qiao"].config
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(http, "ANSWER", 0.5)
        patch.setattr(http, "FIRST_PAUSE", 0.01)
        app = create_app(replace(config, platforms=platform_settings, preview_login=False))
        yield app
        app.extensions["qiao"].close()


@pytest.fixture
def platform_app(standing_platform_app, config, wechat, wechat_pay, alipay):
    return standing_platform_app


@pytest.fixture
def platform_work(platform_app):
    """Do all jobs that are due in so much time."""

    def do(hours=0, minutes=0):
        now = datetime.now(UTC) + timedelta(hours=hours, minutes=minutes, seconds=1)
        return outbox.perform_due(platform_app.extensions["qiao"], now)

    return do


@pytest.fixture
def phone(platform_app):
    """Make phones, each with a web-view of its own."""
    return lambda: Person(platform_app)


@pytest.fixture
def in_wechat(phone, wechat):
    """Make people who are signed in through WeChat, by their openid."""
    return lambda openid: signed_in(phone(), "wechat", wechat.login_code(openid))


@pytest.fixture
def in_alipay(phone, alipay):
    """Make people who are signed in through Alipay, by their user id."""
    return lambda user_id: signed_in(phone(), "alipay", alipay.auth_code(user_id))


def signed_in(someone, host, code):
    ticket = someone.post("/api/logins", {"host": host, "code": code}).json["ticket"]
    someone.open(f"/?ticket={ticket}")
    return someone
