"""Every endpoint against everybody: what the contract says is what happens."""

import pytest

from backend.endpoints import ENDPOINTS

WHO_GETS_IN = {
    "anyone": {"nobody", "guest", "stranger", "owner"},
    "guest": {"nobody", "guest", "stranger", "owner"},
    "guest reads": {"guest", "stranger", "owner"},
    "holder": {"guest"},
    "holder reads": {"guest", "owner"},
    "user": {"stranger", "owner"},
    "organiser": {"owner"},
}
CALLERS = ["nobody", "guest", "stranger", "owner"]


def kind(endpoint):
    reads = endpoint.method == "GET" and endpoint.who in ("guest", "holder")
    return f"{endpoint.who} reads" if reads else endpoint.who


@pytest.fixture
def caller(organiser, person, request):
    """One of the callers, and an event of the owner."""
    event = organiser.publish()
    people = {"nobody": person(), "guest": person(), "owner": organiser}
    people["stranger"] = person().log_in("Zhou Ming")
    event["code"] = people["guest"].sign_up(event)
    return people[request.param], request.param, event


@pytest.mark.parametrize("caller", CALLERS, indirect=True)
@pytest.mark.parametrize("name", ENDPOINTS)
def test_who_gets_in(caller, name):
    somebody, role, event = caller
    endpoint = ENDPOINTS[name]
    path = endpoint.path.replace("<int:id>", str(event["id"]))
    path = path.replace("<id>", "f" * 32).replace("<code>", event["code"])
    # An empty body is wrong for whoever gets in, and nobody else is told what is wrong with it.
    answer = somebody.browser.open(
        f"/api{path}", method=endpoint.method, json={} if endpoint.method != "GET" else None
    )
    refused = answer.status_code in (401, 403)
    assert refused is (role not in WHO_GETS_IN[kind(endpoint)]), answer.text


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/api/events/999"),
        ("GET", "/api/events/999/sign-ups"),
        ("POST", "/api/events/999/check-ins"),
    ],
)
def test_an_unknown_event_is_not_found_rather_than_forbidden(organiser, method, path):
    answer = organiser.browser.open(path, method=method, json={} if method != "GET" else None)
    assert (answer.status_code, answer.json["code"]) == (404, "event_not_found")
