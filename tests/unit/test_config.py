from pathlib import Path

import pytest

from backend.config import Config, ConfigError


def config(**environ):
    return Config.from_environment(environ)


def test_nothing_is_open_by_default():
    found = config()
    assert (found.dev, found.demo, found.preview_login, found.secret_key) == (False,) * 3 + (None,)


def test_the_database_lies_in_the_data_folder():
    found = config(QIAO_DATA="/srv/qiao")
    assert found.data == Path("/srv/qiao")
    assert found.database_url == "sqlite:////srv/qiao/qiao.db"


def test_another_database_may_be_named():
    assert config(DATABASE_URL="sqlite:///x.db").database_url == "sqlite:///x.db"


@pytest.mark.parametrize("switch", ["QIAO_DEV", "QIAO_DEMO"])
def test_preview_login_is_open_in_dev_and_demo(switch):
    assert config(**{switch: "1"}).preview_login is True


def test_preview_login_can_be_closed_in_a_demo():
    assert config(QIAO_DEMO="1", QIAO_PREVIEW_LOGIN="0").preview_login is False


@pytest.mark.parametrize(
    "environ", [{"QIAO_DEV": "maybe"}, {"QIAO_PROXIES": "-1"}, {"QIAO_PROXIES": "one"}]
)
def test_what_can_not_be_meant_is_refused_by_name(environ):
    with pytest.raises(ConfigError, match=next(iter(environ))):
        config(**environ)
