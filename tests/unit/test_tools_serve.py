"""`serve`: what it says before the long steps, and which addresses it prints."""

import argparse
import os
import socket
from pathlib import Path

import pytest

from tools import say
from tools.gunicorn_config import addresses
from tools.serve import check_address, set_environment


def test_a_free_port_is_fine() -> None:
    check_address("127.0.0.1", 0)


def test_a_taken_port_is_named_with_a_way_on() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(say.Failed, match=f"Port {port} is taken(.|\n)*--port"):
            check_address("127.0.0.1", port)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(say.Failed, match=r"192\.0\.2\.1 is not an address of this machine"):
        check_address("192.0.2.1", 8000)


def test_a_host_that_is_none_is_refused() -> None:
    with pytest.raises(say.Failed, match="There is no address 'no host'"):
        check_address("no host", 8000)


def test_the_address_can_be_opened() -> None:
    assert addresses("127.0.0.1", 8000) == ["Serving at http://127.0.0.1:8000"]


def test_an_address_of_version_6_has_brackets() -> None:
    assert addresses("::1", 8000) == ["Serving at http://[::1]:8000"]


def test_listening_everywhere_prints_what_can_be_opened() -> None:
    assert addresses("0.0.0.0", 8000)[0] == "Serving at http://127.0.0.1:8000"


def test_the_data_folder_is_meant_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QIAO_DATA", "")
    set_environment(argparse.Namespace(data="mine", demo=False))
    assert os.environ["QIAO_DATA"] == str(tmp_path / "mine")
