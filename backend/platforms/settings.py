"""What the platforms' consoles give us: ids, secrets, keys. Nothing here has a default that works.

A platform is open when its first setting is there; then the others of its group must be, too.
Keys are files (PEM), so that none stands in an environment that everybody may read.

| environment                  | what it is                                                  |
| QIAO_ADDRESS                 | where people reach this server: `https://signup.example.com` |
| QIAO_WECHAT_APP_ID           | the mini program: 开发设置, AppID                           |
| QIAO_WECHAT_SECRET           | its AppSecret                                               |
| QIAO_WECHAT_TEMPLATES        | file: templates of subscribe messages, see `templates.py`   |
| QIAO_WECHAT_PUSH_TOKEN       | 消息推送, Token; 安全模式 and JSON must be chosen there     |
| QIAO_WECHAT_PUSH_KEY         | its EncodingAESKey, 43 characters                           |
| QIAO_WECHAT_OFFICIAL_APP_ID  | the official account (服务号) whose name pages use the JS-SDK in |
| QIAO_WECHAT_OFFICIAL_SECRET  | its AppSecret; 接口安全域名 must name our host              |
| QIAO_WECHATPAY_MERCHANT      | 商户号 of WeChat Pay, bound to the mini program             |
| QIAO_WECHATPAY_SERIAL        | serial number of our API certificate                        |
| QIAO_WECHATPAY_KEY           | file: our private key, `apiclient_key.pem`                  |
| QIAO_WECHATPAY_API_KEY       | APIv3 key, 32 characters                                    |
| QIAO_WECHATPAY_PUBLIC_KEY_ID | id of WeChat Pay's public key: `PUB_KEY_ID_…`               |
| QIAO_WECHATPAY_PUBLIC_KEY    | file: WeChat Pay's public key                               |
| QIAO_ALIPAY_APP_ID           | the mini program: AppID                                     |
| QIAO_ALIPAY_KEY              | file: our private key (应用私钥), RSA2                       |
| QIAO_ALIPAY_PUBLIC_KEY       | file: Alipay's public key (支付宝公钥)                        |
| QIAO_ALIPAY_AES_KEY          | 接口内容加密方式, AES密钥: opens phone numbers; may be left out |
| QIAO_DOUYIN_APP_ID           | the mini program of Douyin: AppID                           |
| QIAO_DOUYIN_SECRET           | its App Secret                                              |
| QIAO_QQ_APP_ID               | of QQ: AppID                                                |
| QIAO_QQ_SECRET               | its AppSecret                                               |
| QIAO_KUAISHOU_APP_ID         | of Kuaishou: appId                                          |
| QIAO_KUAISHOU_SECRET         | its appSecret                                               |
| QIAO_BAIDU_APP_ID            | of Baidu: App Key, and not the App ID                       |
| QIAO_BAIDU_SECRET            | its App Secret                                              |

Only for tests and the preview: `QIAO_WECHAT_API`, `QIAO_WECHAT_OFFICIAL_API`,
`QIAO_WECHATPAY_API`, `QIAO_ALIPAY_API`, `QIAO_DOUYIN_API` and so on name other servers.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey

from backend.platforms.code_sessions import AppSettings, read_apps
from backend.platforms.environment import group, server
from backend.platforms.templates import ConfigError as ConfigError
from backend.platforms.templates import Template, read_templates

WECHAT = "https://api.weixin.qq.com"
WECHAT_PAY = "https://api.mch.weixin.qq.com"
ALIPAY = "https://openapi.alipay.com"


@dataclass(frozen=True, slots=True)
class WeChatSettings:
    """An app of WeChat: a mini program, or an official account."""

    app_id: str
    secret: str = field(repr=False)
    api: str = WECHAT
    templates: Mapping[str, Template] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WeChatPushSettings:
    """What proves that a message comes from WeChat, and the key that it is encrypted with."""

    token: str = field(repr=False)
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class WeChatPaySettings:
    """A merchant of WeChat Pay."""

    merchant: str
    serial: str
    key: RSAPrivateKey = field(repr=False)
    api_key: str = field(repr=False)
    public_key_id: str
    public_key: RSAPublicKey
    api: str = WECHAT_PAY


@dataclass(frozen=True, slots=True)
class AlipaySettings:
    """A mini program of Alipay."""

    app_id: str
    key: RSAPrivateKey = field(repr=False)
    public_key: RSAPublicKey
    api: str = ALIPAY
    aes_key: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class PlatformSettings:
    """Which platforms are open, and with what."""

    address: str | None = None
    wechat: WeChatSettings | None = None
    alipay: AlipaySettings | None = None
    official: WeChatSettings | None = None
    wechat_pay: WeChatPaySettings | None = None
    wechat_push: WeChatPushSettings | None = None
    apps: Mapping[str, AppSettings] = field(default_factory=dict)
    """By host, those that a login is all that is asked of."""

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> PlatformSettings:
        """Return what the environment gives; raises `ConfigError` for half a group."""
        found = cls(
            address=_address(env),
            wechat=_wechat(env, "QIAO_WECHAT"),
            alipay=_alipay(env),
            official=_wechat(env, "QIAO_WECHAT_OFFICIAL"),
            wechat_pay=_wechat_pay(env),
            wechat_push=_wechat_push(env),
            apps=read_apps(env),
        )
        if found.wechat_push and not (found.wechat and found.address):
            raise ConfigError(
                "QIAO_WECHAT_APP_ID and QIAO_ADDRESS must be set as well: WeChat fetches pictures "
                "from our server, checks them, and pushes what it found."
            )
        if found.official and not found.address:
            raise ConfigError(
                "QIAO_ADDRESS must be set as well: pages are signed for the JS-SDK by address."
            )
        if found.wechat_pay and not (found.wechat and found.address):
            raise ConfigError(
                "QIAO_WECHAT_APP_ID and QIAO_ADDRESS must be set as well: WeChat Pay is paid in a "
                "mini program, and tells our server about it."
            )
        return found


def _wechat_push(env: Mapping[str, str]) -> WeChatPushSettings | None:
    found = group(env, "QIAO_WECHAT_PUSH_TOKEN", "QIAO_WECHAT_PUSH_KEY")
    if found is None:
        return None
    return WeChatPushSettings(found[0], push_key("QIAO_WECHAT_PUSH_KEY", found[1]))


def push_key(name: str, text: str) -> bytes:
    """Return the key that an EncodingAESKey stands for, 32 bytes; raises `ConfigError`."""
    try:
        key = base64.b64decode(f"{text}=", validate=True)
    except ValueError:
        key = b""
    if len(text) != 43 or len(key) != 32:
        raise ConfigError(f"{name} has {len(text)} characters; 43 letters and digits are needed")
    return key


def _wechat_pay(env: Mapping[str, str]) -> WeChatPaySettings | None:
    parts = ("MERCHANT", "SERIAL", "KEY", "API_KEY", "PUBLIC_KEY_ID", "PUBLIC_KEY")
    names = [f"QIAO_WECHATPAY_{part}" for part in parts]
    found = group(env, *names)
    if found is None:
        return None
    if len(found[3].encode()) != 32:
        raise ConfigError(f"{names[3]} has {len(found[3].encode())} characters; 32 are needed")
    return WeChatPaySettings(
        merchant=found[0],
        serial=found[1],
        key=private_key(names[2], found[2]),
        api_key=found[3],
        public_key_id=found[4],
        public_key=public_key(names[5], found[5]),
        api=server(env, "QIAO_WECHATPAY_API", WECHAT_PAY),
    )


def _wechat(env: Mapping[str, str], prefix: str) -> WeChatSettings | None:
    found = group(env, f"{prefix}_APP_ID", f"{prefix}_SECRET")
    if found is None:
        return None
    api = server(env, f"{prefix}_API", WECHAT)
    file = env.get(f"{prefix}_TEMPLATES", "").strip()
    templates = read_templates(f"{prefix}_TEMPLATES", file) if file else {}
    return WeChatSettings(app_id=found[0], secret=found[1], api=api, templates=templates)


def _alipay(env: Mapping[str, str]) -> AlipaySettings | None:
    names = ("QIAO_ALIPAY_APP_ID", "QIAO_ALIPAY_KEY", "QIAO_ALIPAY_PUBLIC_KEY")
    found = group(env, *names)
    if found is None:
        return None
    api = server(env, "QIAO_ALIPAY_API", ALIPAY)
    return AlipaySettings(
        app_id=found[0],
        key=private_key(names[1], found[1]),
        public_key=public_key(names[2], found[2]),
        api=api,
        aes_key=_aes_key("QIAO_ALIPAY_AES_KEY", env.get("QIAO_ALIPAY_AES_KEY", "").strip()),
    )


def _aes_key(name: str, text: str) -> bytes | None:
    if not text:
        return None
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError:
        key = b""
    if len(key) != 16:
        raise ConfigError(f"{name} is no key of 128 bits in base64, as Alipay's console shows it")
    return key


def _address(env: Mapping[str, str]) -> str | None:
    value = env.get("QIAO_ADDRESS", "").strip().rstrip("/")
    if not value:
        return None
    parts = urlsplit(value)
    local = parts.hostname in ("localhost", "127.0.0.1")
    if parts.scheme not in ("https", "http") or not parts.netloc or parts.path or parts.query:
        raise ConfigError(
            f"QIAO_ADDRESS={value!r} is no address of a server. Write https://signup.example.com"
        )
    if parts.scheme == "http" and not local:
        raise ConfigError(f"QIAO_ADDRESS={value!r}: web-views and platforms need https://")
    return value


def private_key(name: str, path: str) -> RSAPrivateKey:
    """Return the private key in a file; raises `ConfigError`, which never quotes the file."""
    text = _file(name, path)
    try:
        key = serialization.load_pem_private_key(text, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise ConfigError(f"{name}={path}: no private key in PEM without a password") from None
    if not isinstance(key, RSAPrivateKey):
        raise ConfigError(f"{name}={path}: an RSA key is needed")
    return key


def public_key(name: str, path: str) -> RSAPublicKey:
    """Return the public key in a file; raises `ConfigError`."""
    text = _file(name, path)
    try:
        key = serialization.load_pem_public_key(text)
    except (ValueError, UnsupportedAlgorithm):
        raise ConfigError(f"{name}={path}: no public key in PEM (BEGIN PUBLIC KEY)") from None
    if not isinstance(key, RSAPublicKey):
        raise ConfigError(f"{name}={path}: an RSA key is needed")
    return key


def _file(name: str, path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise ConfigError(f"{name}={path} can't be read: {error.strerror}") from None
