"""The benchmark's own logic; what it measures is no matter for tests."""

from tools.bench import parse, table
from tools.bench.profiles import THROTTLED
from tools.bench.site import swap_scripts
from tools.bench.startup import Start, first_tap


def start(hydrated):
    return Start(paint=100, hydrated=hydrated, tap=5, script=50, task=60, wire=1500)


def visits(*hydrated):
    return [{"cold": start(each), "third": start(each / 2)} for each in hydrated]


def test_the_median_of_the_runs_counts():
    found = table.medians({"throttled": {"qiao": visits(300, 100, 200)}})
    assert found["throttled"]["qiao"]["cold"]["hydrated"] == 200


def test_the_table_shows_the_ratio_to_stock_brython():
    found = table.medians({"t": {"qiao": visits(200), "brython": visits(800)}})
    lines = table.text(THROTTLED, found["t"], 1).splitlines()
    assert [line.split()[-1] for line in lines if line.startswith(("qiao", "brython"))] == [
        "0.25", "1.00", "0.25", "1.00",
    ]  # fmt: skip


def test_the_tap_that_counts_is_the_first_after_paint():
    assert first_tap([50, 150, 250], paint=100, answered=300) == 150
    assert first_tap([50], paint=100, answered=300) == 50


def test_a_peer_gets_the_document_with_its_own_scripts():
    document = '<head><script async src="a"></script><link><script defer src="b"></script></head>'
    assert swap_scripts(document, "<script src=c>") == "<head><link><script src=c></head>"


def test_options():
    assert parse(["--runs", "3", "--quick"]).runs == 3
    assert parse(["--peers", "qiao", "vanilla"]).peers == ["qiao", "vanilla"]
