import pytest

from backend import migrate
from backend.addresses import DatabaseUnusable, address_of, load_driver, place
from backend.engines import make_engine
from tests import databases

SECRET = "g€heim/@:"
WRITTEN = "g%E2%82%ACheim%2F%40%3A"


def complaint(url):
    with pytest.raises(DatabaseUnusable) as refused:
        migrate.upgrade(url)
    words = str(refused.value)
    assert SECRET not in words
    assert WRITTEN not in words
    return words


def with_parts(kind, **parts):
    """Return the address of the server of this kind, changed."""
    databases.require(kind)
    return databases.server(kind).set(**parts).render_as_string(hide_password=False)


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("sqlite:////srv/qiao.db", "sqlite"),
        ("postgres://u@h/d", "postgresql+psycopg"),
        ("postgresql://u@h/d", "postgresql+psycopg"),
        ("mysql://u@h/d", "mysql+pymysql"),
        ("mariadb://u@h/d", "mysql+pymysql"),
        ("mariadb+mysqldb://u@h/d", "mysql+mysqldb"),
    ],
)
def test_a_driver_need_not_be_named(url, driver):
    assert address_of(url).drivername == driver


@pytest.mark.parametrize(
    "url",
    [
        "",
        f"u:{WRITTEN}@h/d",
        f"postgresql//u:{WRITTEN}@h",
        f"postgresql://u:{WRITTEN}@h:port/d",
        f"oracle://u:{WRITTEN}@h/d",
        f"mysql://u:{WRITTEN}@h",
    ],
)
def test_an_address_that_can_not_be_meant_is_answered_by_examples(url):
    assert "postgresql://user:password@host:5432/name" in complaint(url)


@pytest.mark.parametrize("driver", ["postgresql+psycopg2", "mysql+mysqldb", "mysql+nosuch"])
def test_a_driver_that_is_missing_is_named_with_the_one_that_is_there(driver):
    words = complaint(f"{driver}://u:{WRITTEN}@h/d")
    assert driver in words
    assert "Leave the driver out" in words


@pytest.mark.parametrize("kind", ["postgresql", "mariadb"])
def test_nothing_listens(kind):
    words = complaint(with_parts(kind, port=1, password=SECRET))
    assert "Nothing answers there" in words
    assert ":1" in words


@pytest.mark.parametrize("scheme", ["postgresql", "mysql"])
def test_there_is_no_such_host(scheme):
    words = complaint(f"{scheme}://u:{WRITTEN}@no-such-host.invalid/d")
    assert "Nothing answers there" in words
    assert "no-such-host.invalid" in words


@pytest.mark.parametrize("kind", ["postgresql", "mariadb"])
def test_there_is_no_such_database(kind):
    words = complaint(with_parts(kind, database="qiao_nowhere"))
    assert "CREATE DATABASE qiao_nowhere" in words


def test_the_password_is_wrong():
    words = complaint(with_parts("mariadb", password=SECRET))
    assert "User or password are wrong" in words


def test_a_password_may_have_any_character(tmp_path):
    with databases.empty("mariadb", tmp_path) as url, make_engine(url).connect() as root:
        name = root.engine.url.database
        root.exec_driver_sql(f"CREATE USER {name} IDENTIFIED BY %s", (SECRET,))
        try:
            root.exec_driver_sql(f"GRANT ALL ON {name}.* TO {name}")
            migrate.upgrade(with_parts("mariadb", username=name, password=SECRET, database=name))
        finally:
            root.exec_driver_sql(f"DROP USER {name}")


def test_a_folder_that_can_not_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    assert "can't be opened" in complaint(f"sqlite:///{tmp_path}/file/qiao.db")


def test_a_file_that_is_something_else(tmp_path):
    (tmp_path / "qiao.db").write_text("some notes" * 100)
    assert "holds something else" in complaint(f"sqlite:///{tmp_path}/qiao.db")


def test_a_place_is_told_without_its_secrets():
    address = address_of(f"postgresql://ann:{WRITTEN}@db:5433/qiao?sslpassword={WRITTEN}")
    assert place(address) == "PostgreSQL at db:5433, as user ann"
    assert SECRET not in repr(make_engine(str(address)).url)


def test_every_driver_that_is_named_can_be_loaded():
    for scheme in ("sqlite", "postgres", "mariadb"):
        load_driver(address_of(f"{scheme}://u@h/d"))
