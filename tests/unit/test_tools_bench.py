"""The benchmark's own logic; what it measures is no matter for tests."""

import pytest

from tools.bench import dev, parse, runtimes, table
from tools.bench.figures import figure, ratio, turned
from tools.bench.profiles import PLAIN, SLOW, THROTTLED
from tools.bench.rows import STEPS, Work, compare
from tools.bench.site import swap_scripts
from tools.bench.sizes import named_in
from tools.bench.startup import Watcher


def start(hydrated):
    one = {"paint": 100, "hydrated": hydrated, "answered": hydrated + 50, "script": 40}
    return {what: figure([ms]) for what, ms in one.items()}


def test_a_figure_is_the_median_and_the_least():
    assert figure([300, 100, 250]) == {"median": 250, "min": 100, "runs": 3}


def test_a_ratio_is_one_of_medians():
    assert ratio(figure([10, 20, 90]), figure([5, 40, 40])) == 0.5


def test_every_peer_is_first_in_its_turn():
    orders = [turned(["a", "b", "c"], run) for run in range(4)]
    assert ["".join(order) for order in orders] == ["abc", "bca", "cab", "abc"]


def test_the_table_shows_ratios_to_vanilla_and_to_stock_brython():
    peers = {"qiao": start(200), "vanilla": start(100), "brython": start(800)}
    line = table.starts(THROTTLED, {"cold": peers}).splitlines()[5]
    assert line.split() == ["Qiao", "100", "(100)", "200", "(200)", "2.00x", "0.25x"] + [
        "250", "(250)", "40", "(40)",
    ]  # fmt: skip


def test_the_table_does_without_the_peers_that_were_left_out():
    text = table.starts(PLAIN, {"cold": {"qiao": start(200)}})
    assert "to vanilla" not in text and "this machine as it is" in text


def test_columns_are_aligned():
    assert table.aligned([["", "ms"], ["Qiao", "1,000"]]) == "         ms\nQiao  1,000"


def test_a_number_is_shown_in_about_three_digits():
    assert [table.short(value) for value in (0.4567, 45.67, 456.7)] == ["0.46", "45.7", "457"]


def test_the_scripts_of_a_document_are_found():
    document = (
        '<link href="a.css"><script defer src="a.js"></script><link rel="preload" href="b.wasm">'
        '<script type="application/json">{"src": "no"}</script>'
    )
    assert named_in(document) == ["a.js", "b.wasm"]


def test_a_peer_gets_the_document_with_its_own_scripts():
    document = '<head><script async src="a"></script><link><script defer src="b"></script></head>'
    assert swap_scripts(document, "<script src=c>") == "<head><link><script src=c></head>"


def test_a_document_without_scripts_is_a_mistake():
    with pytest.raises(ValueError, match="nothing to swap"):
        swap_scripts("<head></head>", "<script src=c>")


def test_only_bytes_of_scripts_are_counted():
    watcher = Watcher()
    for number, kind in (("1", "text/javascript"), ("2", "text/css"), ("3", "application/wasm")):
        received = {"requestId": number, "response": {"mimeType": kind}}
        watcher.see({"method": "Network.responseReceived", "params": received})
        finished = {"requestId": number, "encodedDataLength": 100}
        watcher.see({"method": "Network.loadingFinished", "params": finished})
    assert watcher.wire == 200


def test_a_page_that_makes_another_table_is_named():
    states = list(range(len(STEPS)))
    wrong = [*states[:2], 99, *states[3:]]
    with pytest.raises(Exception, match=f"slow: after '{STEPS[2][0]}'"):
        compare("slow", Work(states=wrong), Work(states=states))


def test_options():
    assert parse(["--runs", "3", "--quick"]).runs == 3
    assert parse(["--peers", "qiao", "vanilla"]).peers == ["qiao", "vanilla"]


def test_what_is_saved_is_a_whole_run(capsys):
    with pytest.raises(SystemExit):
        parse(["--save", "--quick"])
    assert "whole run" in capsys.readouterr().err


def test_the_builds_of_dev_are_measured_by_step():
    found = dev.run(1)
    assert {*found["dev"]} == {*dev.STEPS}
    assert found["dev"]["changed"]["wall"]["runs"] == 1
    assert "One page changed" in dev.text(found)


def test_the_runtimes_own_time_is_told_from_the_trace():
    def event(name, file, ms, **arguments):
        return {"name": name, "tdur": ms * 1000, "args": {"data": {"url": file}} | arguments}

    file = "http://here/assets/runtime.1.js"
    trace = [
        event("v8.compile", file, 2),
        event("v8.run", file, 60),
        event("v8.run", "http://here/assets/app.1.js", 90),
        event("v8.produceCache", file, 30),
        {"name": "v8.run", "tdur": 1000, "args": {"fileName": file}},
        {"name": "Layout"},
    ]
    assert runtimes.taken(trace, "/runtime.") == {"compiled": 2, "ran": 61}


def test_the_table_of_runtimes_has_a_line_for_each_visit():
    load = {"compiled": figure([1, 2]), "ran": figure([60, 70])}
    visits = {visit: {"qiao": load, "brython": load} for visit in ("cold", "second")}
    *_, first, second = table.inits(SLOW, visits).splitlines()
    assert first.split()[-4:] == ["2", "(1)", "65", "(60)"]
    assert second.startswith("second visit")
