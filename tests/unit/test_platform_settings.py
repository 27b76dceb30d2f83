import pytest

from backend.config import Config, ConfigError
from emulators import keys


def platforms(**environ):
    return Config.from_environment(environ).platforms


@pytest.fixture
def alipay(tmp_path):
    """What Alipay's group needs."""
    (tmp_path / "key").write_bytes(keys.private_pem("us"))
    (tmp_path / "public").write_bytes(keys.public_pem("alipay"))
    return {
        "QIAO_ALIPAY_APP_ID": "2021",
        "QIAO_ALIPAY_KEY": str(tmp_path / "key"),
        "QIAO_ALIPAY_PUBLIC_KEY": str(tmp_path / "public"),
    }


def test_nothing_is_open_by_default():
    found = platforms()
    assert (found.wechat, found.alipay, found.address) == (None, None, None)


def test_a_whole_group_opens_a_platform(alipay):
    found = platforms(QIAO_WECHAT_APP_ID="wx1", QIAO_WECHAT_SECRET="s", **alipay)
    assert found.wechat.api == "https://api.weixin.qq.com"
    assert found.alipay.public_key.key_size == 2048


@pytest.mark.parametrize("name", ["QIAO_ALIPAY_APP_ID", "QIAO_ALIPAY_KEY"])
def test_half_a_group_names_what_is_missing(alipay, name):
    del alipay[name]
    with pytest.raises(ConfigError, match=f"^{name} must be set as well"):
        platforms(**alipay)


def test_a_file_that_is_no_key_is_named_and_not_quoted(alipay, tmp_path):
    (tmp_path / "key").write_text("-----BEGIN PRIVATE KEY-----\nsecret words")
    with pytest.raises(ConfigError, match="QIAO_ALIPAY_KEY=.*no private key") as caught:
        platforms(**alipay)
    assert "secret words" not in str(caught.value)


def test_the_key_to_telephone_numbers_may_be_left_out(alipay):
    assert platforms(**alipay).alipay.aes_key is None
    given = {**alipay, "QIAO_ALIPAY_AES_KEY": "MDEyMzQ1Njc4OWFiY2RlZg=="}
    assert platforms(**given).alipay.aes_key == b"0123456789abcdef"


@pytest.mark.parametrize("key", ["0123", "MDEyMw==", "no base64!"])
def test_a_key_to_telephone_numbers_that_is_none_is_named_and_not_quoted(alipay, key):
    with pytest.raises(ConfigError, match="QIAO_ALIPAY_AES_KEY is no key") as caught:
        platforms(**alipay, QIAO_ALIPAY_AES_KEY=key)
    assert key not in str(caught.value)


def test_a_file_that_is_not_there_is_named(alipay, tmp_path):
    with pytest.raises(ConfigError, match="can't be read: No such file"):
        platforms(**{**alipay, "QIAO_ALIPAY_PUBLIC_KEY": str(tmp_path / "none")})


@pytest.mark.parametrize(
    "address", ["signup.example.com", "http://signup.example.com", "https://a/b"]
)
def test_an_address_that_nobody_can_open_is_refused(address):
    with pytest.raises(ConfigError, match="QIAO_ADDRESS"):
        platforms(QIAO_ADDRESS=address)


def test_secrets_are_not_shown(alipay):
    shown = repr(platforms(QIAO_WECHAT_APP_ID="wx1", QIAO_WECHAT_SECRET="top", **alipay))
    assert "top" not in shown and "RSAPrivateKey" not in shown


@pytest.mark.parametrize("host", ["douyin", "qq", "kuaishou", "baidu"])
def test_an_app_of_another_host_is_an_id_and_a_secret(host):
    prefix = f"QIAO_{host.upper()}"
    found = platforms(**{f"{prefix}_APP_ID": "an id", f"{prefix}_SECRET": "top"}).apps
    assert list(found) == [host]
    assert found[host].api.startswith("https://")
    assert "top" not in repr(found)
    with pytest.raises(ConfigError, match=f"^{prefix}_SECRET must be set as well"):
        platforms(**{f"{prefix}_APP_ID": "an id"})
