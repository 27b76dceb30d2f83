"""Two hundred pages shown and left: nodes, listeners and readers come back to the start."""

import json
from pathlib import Path

import pytest

from tests.page.site import run_in_page
from tools import browser

START = Path(__file__).with_name("start.py")


class Counts:
    """What a page holds when nothing is left to collect."""

    def __init__(self, page):
        self.page = page
        self.devtools = page.context.new_cdp_session(page)
        self.devtools.send("HeapProfiler.enable")

    def after(self, times, as_before=None):
        readers = json.loads(self.page.evaluate("(times) => many(times)", times))
        for tried in range(60):
            self.devtools.send("HeapProfiler.collectGarbage")
            # Promises that are done are let go a little later; so is what V8 is compiling anew.
            self.page.wait_for_timeout(50)
            counted = self.devtools.send("Memory.getDOMCounters")
            found = counted["nodes"], counted["jsEventListeners"]
            if tried >= 4 and as_before in (None, found):
                break
        heap = self.devtools.send("Runtime.getHeapUsage")["usedSize"]
        return counted["nodes"], counted["jsEventListeners"], readers, heap


@pytest.fixture(scope="module")
def counts(tmp_path_factory, chromium):
    found = []

    def count(page):
        counts = Counts(page)
        # The first ones fill caches.
        found.append(counts.after(50))
        found.append(counts.after(200, as_before=found[0][:2]))

    files = {"qiao/browser/start.py": START.read_text("utf-8")}
    # What is counted is all of a process, which pages of other tests may share.
    alone = chromium.browser_type.launch(executable_path=browser.ensure(), args=browser.flags())
    run_in_page(tmp_path_factory.mktemp("leaks"), alone, files, then=count)
    alone.close()
    return found


def test_no_node_stays(counts):
    assert counts[1][0] == counts[0][0]


def test_no_listener_stays(counts):
    assert counts[1][1] == counts[0][1]


def test_no_reader_stays(counts):
    assert [readers for _, _, readers, _ in counts] == [[0, 0], [0, 0]]


def test_memory_does_not_grow(counts):
    # The browser keeps what is told to the console, and code it has made faster. A single text
    # field that stayed would be more than this.
    assert counts[1][3] - counts[0][3] < 200 * 4000
