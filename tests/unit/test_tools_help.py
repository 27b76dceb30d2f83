"""The command line: what may be typed."""

import re

import pytest

from tools.commands import GROUPS
from tools.help import parse


def test_serve_has_defaults() -> None:
    options = parse(["serve"])
    assert (options.host, options.port, options.data, options.demo) == (
        "127.0.0.1",
        8000,
        None,
        False,
    )


def test_serve_takes_its_options() -> None:
    options = parse(["serve", "--host", "0.0.0.0", "--port", "80", "--data", "x", "--demo"])
    assert (options.host, options.port, options.data, options.demo) == ("0.0.0.0", 80, "x", True)


@pytest.mark.parametrize("port", ["-1", "65536", "http", ""])
def test_a_port_out_of_range_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["serve", f"--port={port}"])
    assert "is not a port" in capsys.readouterr().err


def test_options_of_pytest_are_passed_on() -> None:
    assert parse(["test", "tests/unit", "-k", "signals", "-x"]).rest == [
        "tests/unit",
        "-k",
        "signals",
        "-x",
    ]


def test_help_of_test_is_ours(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(["test", "--help"])
    assert ended.value.code == 0
    assert "Arguments go to pytest" in capsys.readouterr().out


@pytest.mark.parametrize("command", GROUPS)
def test_help_names_every_command(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])
    assert re.search(rf"\n    {command}\s", capsys.readouterr().out)


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(["sevre"])
    assert ended.value.code == 2
