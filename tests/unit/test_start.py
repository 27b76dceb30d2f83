import stat

from backend.config import Config, sqlite_url
from backend.start import prepare


def test_the_data_is_not_for_other_users_of_the_machine(tmp_path):
    data = tmp_path / "data"
    prepare(Config(data=data, build=tmp_path, database_url=sqlite_url(data)))
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert (data / "qiao.db").exists()
