"""Access tokens: what a script may do with one, and what nobody may."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from backend.models import AccessToken
from tests.api.conftest import Script

# Nothing here depends on the kind of database.
pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True, scope="session")


@pytest.fixture
def token(organiser):
    def make(scope="write", days="30", person=organiser):
        answer = person.post("/api/access-tokens", {"name": "Backup", "scope": scope, "days": days})
        assert answer.status_code == 201, answer.text
        return answer.json["token"]

    return make


@pytest.fixture
def script(app, token):
    return lambda **options: Script(app, token(**options))


def test_a_token_can_be_told_from_anything_else_and_is_kept_as_a_hash(token, database):
    made = token()
    assert re.fullmatch("qiao_[A-Za-z0-9]{40}", made)
    with database.transaction(writes=False) as db:
        kept = [value for row in db.execute(select(AccessToken.__table__)) for value in row]
    assert made not in kept
    assert made[-4:] in kept


def test_a_script_works_in_its_owners_name(script, organiser):
    answer = script().call("POST", "/api/events", json=organiser.event_form())
    assert answer.status_code == 201
    assert "Set-Cookie" not in answer.headers
    [event] = organiser.get("/api/events?mine=yes").json["items"]
    assert event["id"] == answer.json["id"]


def test_its_origin_does_not_matter(script, organiser):
    answer = script().call(
        "POST",
        "/api/events",
        json=organiser.event_form(),
        headers={"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"},
    )
    assert answer.status_code == 201


def test_one_that_may_only_read_changes_nothing(script, organiser):
    reader = script(scope="read")
    assert reader.call("GET", "/api/events?mine=yes").status_code == 200
    refused = reader.call("POST", "/api/events", json=organiser.event_form())
    assert (refused.status_code, refused.json["code"]) == (403, "read_only_token")
    assert organiser.get("/api/events?mine=yes").json["items"] == []


@pytest.mark.parametrize("sent", ["qiao_" + "a" * 40, "", "x" * 5000, "é"])
def test_a_made_up_one_is_refused_whatever_it_asks_for(app, organiser, sent):
    # Not taken for nobody, nor for the one whose cookie came along.
    answer = organiser.get("/api/events", headers={"Authorization": f"Bearer {sent}"})
    assert (answer.status_code, answer.json["code"]) == (401, "bad_token")
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="Qiao", error="invalid_token"'


def test_it_ends_when_it_was_said_to(script, organiser, database):
    late = script(days="7")
    with database.transaction(writes=True) as db:
        db.execute(update(AccessToken).values(expires_at=datetime.now(UTC) - timedelta(seconds=1)))
    assert late.call("GET", "/api/me").status_code == 401
    [listed] = organiser.get("/api/access-tokens").json["items"]
    assert listed["expired"] is True


def test_when_it_was_used_is_told(script, organiser):
    used = script()
    [before] = organiser.get("/api/access-tokens").json["items"]
    used.call("GET", "/api/me")
    [after] = organiser.get("/api/access-tokens").json["items"]
    assert before["used"] is None
    assert after["used"][:13] == datetime.now(UTC).strftime("%Y-%m-%dT%H")


def test_revoked_it_is_good_no_more(script, organiser):
    one = script()
    [listed] = organiser.get("/api/access-tokens").json["items"]
    path = f"/api/access-tokens/{listed['id']}/revocation"
    assert organiser.post(path, {}).json["items"] == []
    assert one.call("GET", "/api/me").status_code == 401
    assert organiser.post(path, {}).status_code == 404


def test_nobody_sees_or_revokes_anothers(token, organiser, person):
    token()
    [listed] = organiser.get("/api/access-tokens").json["items"]
    other = person().log_in("Zhou Ming")
    assert other.get("/api/access-tokens").json["items"] == []
    assert other.post(f"/api/access-tokens/{listed['id']}/revocation", {}).status_code == 404


def test_nobody_has_more_than_they_can_look_after(token, organiser):
    for _ in range(20):
        token()
    answer = organiser.post("/api/access-tokens", {"name": "One more"})
    assert (answer.status_code, answer.json["code"]) == (409, "too_many_tokens")


def test_without_script_the_page_shows_a_token_once(organiser, script):
    made = organiser.fill_in("/organise/access-tokens", name="Backup", scope="read", days="7")
    assert made.status_code == 200
    [token] = re.findall(r"<code[^>]*>(qiao_\w+)</code>", made.text)
    again = organiser.open("/organise/access-tokens")
    assert token not in again.text
    assert f"qiao_…{token[-4:]}" in again.text
    [link] = re.findall(r'href="(/organise/access-tokens/\d+)"', again.text)
    assert organiser.fill_in(link, _key="k" * 16).status_code == 303
    assert organiser.get("/api/access-tokens").json["items"] == []
