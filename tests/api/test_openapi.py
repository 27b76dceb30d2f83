import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from backend.endpoints import ENDPOINTS
from qiao.i18n import catalogs


@pytest.fixture
def document(guest):
    return guest.get("/api/openapi.json").json


def test_it_is_openapi(document):
    validate(document)
    assert document["openapi"].startswith("3.1")


def test_every_endpoint_is_in_it(document):
    ids = {
        operation["operationId"]
        for path in document["paths"].values()
        for operation in path.values()
    }
    assert ids == {name.replace(".", "_") for name in ENDPOINTS}


def test_every_operation_says_what_it_does(document):
    for path in document["paths"].values():
        for operation in path.values():
            assert operation["summary"].endswith("."), operation["operationId"]


def test_it_is_in_english_whoever_asks(guest, monkeypatch):
    monkeypatch.setitem(catalogs, "zh", {"Title": "标题"})
    answer = guest.get("/api/openapi.json", headers={"Accept-Language": "zh"})
    assert "标题" not in answer.text


def check(document, path, method, answer):
    """Assert that an answer is one that the document announces."""
    response = document["paths"][path][method]["responses"][str(answer.status_code)]
    schema = response["content"]["application/json"]["schema"]
    validator = Draft202012Validator({**schema, "components": document["components"]})
    errors = [error.message for error in validator.iter_errors(answer.json)]
    assert errors == [], answer.json


def test_answers_are_as_announced(document, organiser, guest):
    questions = [{"label": "Diet", "kind": "choices", "choices": ["A", "B"]}]
    created = organiser.post("/api/events", organiser.event_form(questions=questions))
    check(document, "/api/events", "post", created)
    event = created.json
    check(document, "/api/events", "get", guest.get("/api/events"))
    signed_up = guest.try_to_sign_up(event)
    check(document, "/api/events/{id}/sign-ups", "post", signed_up)
    guests = organiser.get(f"/api/events/{event['id']}/sign-ups")
    check(document, "/api/events/{id}/sign-ups", "get", guests)
    code = signed_up.json["ticket"]
    check(document, "/api/tickets/{code}", "get", guest.get(f"/api/tickets/{code}"))
    check(document, "/api/tickets", "get", guest.get("/api/tickets"))
    check(document, "/api/events/{id}/check-ins", "post", organiser.check_in(event, code))
    check(document, "/api/me", "get", guest.get("/api/me"))


def test_problems_are_as_announced(document, organiser, guest, person):
    event = organiser.publish(capacity=1)
    path = "/api/events/{id}/sign-ups"
    check(document, path, "post", guest.try_to_sign_up(event, name=""))
    guest.sign_up(event)
    check(document, path, "post", person().try_to_sign_up(event))
    check(document, path, "get", guest.get(f"/api/events/{event['id']}/sign-ups"))
    check(document, path, "get", organiser.get("/api/events/999/sign-ups"))
    check(document, path, "post", guest.browser.post("/api/events/1/sign-ups", data="x"))


def test_the_page_to_try_it_is_not_there_in_production(guest):
    assert guest.open("/api-page").status_code == 404
