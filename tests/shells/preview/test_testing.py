"""docs/testing.md: its examples are the tests of this module."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect as expect

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "testing.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)

for example in EXAMPLES:
    exec(compile(example, str(GUIDE), "exec"))


@pytest.fixture
def priced_ticket(api, publish):
    """The ticket of Lin, in Alipay, who still has to pay for it."""
    event = publish(host="alipay", kinds=[{"name": "Adult", "price": 6650}])
    kind = event["kinds"][0]["id"]
    form = {"name": "Lin", "kind": kind, "answers": {}}
    return api("Lin", "alipay").post(f"/api/events/{event['id']}/sign-ups", **form)["ticket"]


def test_every_example_is_a_test():
    assert len(EXAMPLES) == 4
    assert all(example.startswith("def test_") for example in EXAMPLES)
