"""What only a real server shows: bodies that are too large, and connections that stay."""

import http.client
import json
import urllib.error
import urllib.request
from urllib.parse import urlsplit

import pytest


@pytest.fixture
def connection(server):
    found = http.client.HTTPConnection(urlsplit(server).netloc, timeout=30)
    yield found
    found.close()


def test_it_is_healthy(connection):
    connection.request("GET", "/healthz")
    assert json.load(connection.getresponse()) == {"status": "ok"}


def test_ten_megabytes_are_refused_before_they_are_sent(connection):
    connection.putrequest("POST", "/api/logins")
    connection.putheader("Content-Type", "application/json")
    connection.putheader("Content-Length", "10000000")
    connection.endheaders()
    answer = connection.getresponse()
    assert (answer.status, json.load(answer)["code"]) == (413, "too_large")


def test_who_sends_ten_megabytes_first_gets_the_answer(server):
    body = urllib.request.Request(
        f"{server}/api/logins", b" " * 10_000_000, {"Content-Type": "application/json"}
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(body, timeout=30)
    with refused.value as answer:
        assert (answer.code, json.load(answer)["code"]) == (413, "too_large")


def test_ten_megabytes_without_a_length_are_cut_off(connection):
    connection.putrequest("POST", "/api/logins")
    connection.putheader("Content-Type", "application/json")
    connection.putheader("Transfer-Encoding", "chunked")
    connection.endheaders()
    for _ in range(20):
        connection.send(b"8000\r\n" + b" " * 0x8000 + b"\r\n")
    answer = connection.getresponse()
    assert (answer.status, json.load(answer)["code"]) == (413, "too_large")
