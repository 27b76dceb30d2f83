"""Every endpoint against everybody: what docs/access.md says is what happens."""

import re
from pathlib import Path

import pytest
from sqlalchemy import func, select

from backend import access
from backend.endpoints import ENDPOINTS
from backend.models import User
from contract.access_tokens import SCOPES
from qiao.contract.uploads import uploads_in
from tests.api.conftest import Script
from tools.paths import ROOT


def test_the_table_of_the_docs_is_current():
    assert Path(ROOT, "docs", "access.md").read_text("utf-8") == access.table()


@pytest.fixture
def event(organiser):
    return organiser.publish()


@pytest.fixture
def people(organiser, person, event):
    """One caller of each kind; the event knows the holder's ticket."""
    people = {caller: person() for caller in access.CALLERS} | {"organiser": organiser}
    people["user"].log_in("Zhou Ming")
    people["guest"].sign_up(organiser.publish())
    event["code"] = people["holder"].sign_up(event)
    invitation = organiser.post(f"/api/events/{event['id']}/helpers", {}).json["code"]
    people["helper"].log_in("Ann").post(f"/api/helper-invitations/{invitation}/acceptance", {})
    tokens = {}
    for scope in SCOPES:
        made = organiser.post("/api/access-tokens", {"name": scope, "scope": scope})
        tokens[scope] = Script(organiser.app, made.json["token"])
    # They go first: what they revoke, or end, they no longer have.
    return tokens | people


@pytest.fixture
def accounts(database):
    def count():
        with database.transaction(writes=False) as db:
            return db.scalar(select(func.count(User.id)))

    return count


@pytest.mark.parametrize("name", ENDPOINTS)
def test_who_gets_in(people, event, name):
    endpoint = ENDPOINTS[name]
    path = re.sub("<int:.*?>", str(event["id"]), endpoint.path)
    path = path.replace("<id>", "f" * 32).replace("<code>", event["code"])
    found = {}
    for caller, one in people.items():
        # An empty body is wrong for whoever gets in, and nobody else is told what is wrong with it.
        sent = {} if endpoint.method == "GET" else {"json": {}}
        if endpoint.takes and uploads_in(endpoint.takes):
            sent = {"data": {"alt": ""}, "content_type": "multipart/form-data"}
        answer = one.browser.open(
            f"/api{path}", method=endpoint.method, headers=one.headers, **sent
        )
        refused = answer.status_code in (401, 403)
        found[caller] = str(answer.status_code) if refused else "yes"
    shown = {caller: access.cell(endpoint, caller) for caller in access.CALLERS}
    for scope in SCOPES:
        refusal = access.token_refusal(endpoint, scope)
        shown[scope] = str(refusal.status) if refusal else shown["organiser"]
    assert found == {caller: "yes" if cell == "new" else cell for caller, cell in shown.items()}


def test_new_means_that_an_account_is_made(people, event, accounts):
    before = accounts()
    people["nobody"].sign_up(event)
    assert access.cell(ENDPOINTS["sign_ups.create"], "nobody") == "new"
    assert accounts() == before + 1


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
