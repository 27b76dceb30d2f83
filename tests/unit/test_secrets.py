import stat
import subprocess
import sys
from pathlib import Path

import pytest

from backend.config import Config, ConfigError
from backend.secrets import derive, secret_key

ROOT = Path(__file__).resolve().parents[2]


def config(data, key=None):
    return Config(data=data, build=data, database_url="sqlite://", secret_key=key)


def test_a_key_is_made_once_and_kept(tmp_path):
    key = secret_key(config(tmp_path / "new"))
    assert len(key) >= 32
    assert secret_key(config(tmp_path / "new")) == key


def test_nobody_else_may_read_it(tmp_path):
    secret_key(config(tmp_path))
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_processes_that_start_at_once_agree(tmp_path):
    program = (
        "import sys; from pathlib import Path; from backend.config import Config;"
        "from backend.secrets import secret_key; data = Path(sys.argv[1]); sys.stdin.read();"
        "print(secret_key(Config(data=data, build=data, database_url='')).decode())"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(tmp_path)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in processes:
        process.stdin.close()
    keys = {process.stdout.read() for process in processes}
    for process in processes:
        process.stdout.close()
        assert process.wait(30) == 0
    assert len(keys) == 1


def test_a_configured_key_comes_first(tmp_path):
    assert secret_key(config(tmp_path, "k" * 32)) == b"k" * 32
    assert list(tmp_path.iterdir()) == []


def test_a_short_key_is_refused(tmp_path):
    with pytest.raises(ConfigError, match="32 are needed"):
        secret_key(config(tmp_path, "secret"))


def test_a_damaged_file_is_told(tmp_path):
    (tmp_path / "secret_key").write_text("")
    with pytest.raises(ConfigError, match="damaged"):
        secret_key(config(tmp_path))


def test_derived_keys_differ_by_purpose():
    assert derive(b"key", "one") != derive(b"key", "two")
    assert derive(b"key", "one") == derive(b"key", "one")
