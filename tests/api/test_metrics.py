"""Metrics for Prometheus: closed without a token, summed up over the processes."""

import re
import urllib.request

import pytest

from tests.api.conftest import Person
from tools.testing.servers import running

TOKEN = "read-metrics"
HEADERS = {"Authorization": f"Bearer {TOKEN}"}


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True, scope="session")
def test_they_are_closed_without_a_token(guest):
    assert guest.get("/metrics", headers=HEADERS).status_code == 404


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True, scope="session")
def test_only_who_has_the_token_reads_them(app_with):
    guest = Person(app_with(metrics_token=TOKEN))
    assert guest.get("/metrics").status_code == 401
    assert guest.get("/metrics", headers={"Authorization": "Bearer other"}).status_code == 401
    guest.get("/api/tickets/FORGED")
    text = guest.get("/metrics", headers=HEADERS).text
    assert 'route="/api/tickets/<code>"' in text
    assert "FORGED" not in text
    assert "qiao_jobs_due 0.0" in text


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True, scope="session")
def test_strangers_cannot_make_series(app_with):
    guest = Person(app_with(metrics_token=TOKEN))
    guest.browser.open("/made-up-by-them", method="MADEUP")
    text = guest.get("/metrics", headers=HEADERS).text
    assert "made-up" not in text and "MADEUP" not in text


def test_every_process_of_a_server_counts(tmp_path):
    with running(tmp_path, QIAO_METRICS_TOKEN=TOKEN) as address:
        for _ in range(40):
            urllib.request.urlopen(f"{address}/api/me", timeout=30).close()
        request = urllib.request.Request(f"{address}/metrics", headers=HEADERS)
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read().decode()
    counted = re.search(r'qiao_requests_total\{.*route="/api/me".*\} (\d+)', text)
    assert counted and int(counted[1]) == 40
