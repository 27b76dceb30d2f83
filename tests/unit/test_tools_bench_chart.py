"""The benchmark's picture: a file that any browser reads."""

import xml.etree.ElementTree as ET

from tools.bench import chart
from tools.bench.figures import figure
from tools.bench.table import OPERATIONS, TITLES


def drawn():
    first = {
        peer: {"paint": figure([100]), "hydrated": figure([200 + at])}
        for at, peer in enumerate(TITLES)
    }
    rows = {name: {peer: figure([3]) for peer in TITLES} for name in OPERATIONS}
    return chart.picture({"starts": {"throttled": {"cold": first}}, "rows": {"script": rows}})


def test_it_is_a_whole_document():
    assert ET.fromstring(drawn()).tag == "{http://www.w3.org/2000/svg}svg"


def test_every_peer_and_operation_is_in_it():
    words = "".join(ET.fromstring(drawn()).itertext())
    assert [name for name in (*TITLES.values(), *OPERATIONS.values()) if name not in words] == []


def test_a_multiple_of_ten_is_as_far_as_the_next():
    steps = [chart.place(10**power, 3) for power in range(4)]
    assert steps[1] - steps[0] == steps[2] - steps[1] == steps[3] - steps[2] > 0
