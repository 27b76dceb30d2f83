from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from backend.models import Base, LoginSession, LoginTicket, User


def who(person):
    return person.get("/api/me").json


def test_a_ticket_in_the_address_logs_in_within_the_same_answer(guest):
    ticket = guest.login_ticket("Chen Xiaoyu")
    page = guest.open(f"/organise?ticket={ticket}")
    assert page.status_code == 200
    assert who(guest) == {"name": "Chen Xiaoyu", "signed_in": True, "preview": True}


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(guest):
    page = guest.open(f"/?ticket={guest.login_ticket('Ann')}", base_url="https://localhost")
    cookie = page.headers["Set-Cookie"]
    assert cookie.startswith("session=")
    assert all(part in cookie for part in ("HttpOnly", "Secure", "SameSite=Lax", "Path=/"))


@pytest.mark.parametrize("path", ["/?ticket={}", "/organise?ticket={}", "/nowhere?ticket={}"])
def test_a_made_up_ticket_changes_nothing(guest, path):
    page = guest.open(path.format("made-up"))
    assert page.status_code in (200, 303, 404)
    assert who(guest)["signed_in"] is False


def test_a_ticket_works_once(guest, person):
    ticket = guest.login_ticket("Ann")
    guest.open(f"/?ticket={ticket}")
    late = person()
    assert late.open(f"/?ticket={ticket}").status_code == 200
    assert who(late)["signed_in"] is False


def test_a_ticket_ends_after_a_minute(guest, database):
    ticket = guest.login_ticket("Ann")
    with database.transaction(writes=True) as db:
        db.execute(update(LoginTicket).values(expires_at=datetime.now(UTC)))
    guest.open(f"/?ticket={ticket}")
    assert who(guest)["signed_in"] is False


def test_looking_ahead_does_not_use_a_ticket_up(guest):
    ticket = guest.login_ticket("Ann")
    guest.browser.head(f"/?ticket={ticket}")
    guest.open(f"/?ticket={ticket}", headers={"Sec-Purpose": "prefetch"})
    guest.open(f"/?ticket={ticket}")
    assert who(guest)["name"] == "Ann"


def test_the_same_name_is_the_same_person(organiser, person):
    event = organiser.publish()
    again = person().log_in("Chen Xiaoyu")
    assert again.get(f"/api/events/{event['id']}").json["mine"] is True


def test_logging_in_changes_the_session_and_ends_the_one_before(guest):
    guest.log_in("Ann")
    before = guest.browser.get_cookie("session").value
    guest.log_in("Ben")
    assert guest.browser.get_cookie("session").value != before
    guest.browser.set_cookie("session", before)
    assert who(guest)["signed_in"] is False


def test_what_a_guest_did_goes_with_them_when_they_log_in(organiser, guest, database):
    code = guest.sign_up(organiser.publish())
    guest.log_in("Li Na")
    assert guest.get(f"/api/tickets/{code}").status_code == 200
    with database.transaction(writes=False) as db:
        assert db.scalars(select(User.name).where(User.guest)).all() == []


def test_another_login_does_not_take_over_what_is_not_a_guests(organiser, person):
    somebody = person().log_in("Ann")
    code = somebody.sign_up(organiser.publish())
    somebody.log_in("Ben")
    assert somebody.get(f"/api/tickets/{code}").status_code == 403


@pytest.mark.parametrize(
    "change",
    [
        {"expires_at": datetime.now(UTC) - timedelta(seconds=1)},
        {"seen_at": datetime.now(UTC) - timedelta(days=31)},
    ],
    ids=["too old", "idle"],
)
def test_a_session_ends(organiser, database, change):
    with database.transaction(writes=True) as db:
        db.execute(update(LoginSession).values(**change))
    answer = organiser.post("/api/events", organiser.event_form())
    assert (answer.status_code, answer.json["code"]) == (401, "login_required")
    page = organiser.open("/organise")
    assert (page.status_code, page.location) == (303, "/login?next=%2Forganise")


def test_a_session_in_use_does_not_become_idle(organiser, database):
    long_ago = datetime.now(UTC) - timedelta(days=29)
    with database.transaction(writes=True) as db:
        db.execute(update(LoginSession).values(seen_at=long_ago))
    organiser.open("/organise")
    with database.transaction(writes=False) as db:
        assert db.scalars(select(LoginSession.seen_at)).one() > datetime.now(UTC) - timedelta(1)


def test_tokens_are_not_stored(guest, database):
    ticket = guest.login_ticket("Ann")
    guest.open(f"/?ticket={ticket}")
    with database.transaction(writes=False) as db:
        stored = str([db.execute(table.select()).all() for table in Base.metadata.sorted_tables])
    assert "Ann" in stored
    assert ticket not in stored
    assert guest.browser.get_cookie("session").value not in stored


@pytest.mark.parametrize("host", ["wechat", "alipay"])
def test_a_host_that_is_not_set_up_is_closed(guest, host):
    answer = guest.post("/api/logins", {"host": host, "code": "x"})
    assert (answer.status_code, answer.json["code"]) == (403, "host_closed")


def test_a_long_name_is_refused(guest):
    answer = guest.post("/api/logins", {"host": "preview", "code": "x" * 81})
    assert (answer.status_code, answer.json["code"]) == (401, "login_refused")


@pytest.fixture
def production(app_with):
    """The application as it runs where nothing is configured."""
    return app_with(preview_login=False).test_client()


def test_preview_login_is_closed_unless_configured(production):
    answer = production.post("/api/logins", json={"host": "preview", "code": "Ann"})
    assert (answer.status_code, answer.json["code"]) == (403, "host_closed")


@pytest.mark.parametrize("path", ["/preview", "/preview/shell/wechat.js"])
def test_the_preview_is_not_there_unless_configured(production, path):
    assert production.get(path).status_code == 404
