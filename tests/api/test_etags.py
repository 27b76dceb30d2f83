"""Who reads what they have already is told so, without having it sent again."""

import pytest

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True, scope="session")


def test_the_same_again_is_not_sent(organiser, guest):
    path = f"/api/events/{organiser.publish()['id']}"
    etag = guest.get(path).headers["ETag"]
    again = guest.get(path, headers={"If-None-Match": etag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", etag)


def test_what_has_changed_is_sent(organiser, guest, person):
    event = organiser.publish()
    path = f"/api/events/{event['id']}"
    etag = guest.get(path).headers["ETag"]
    person().sign_up(event)
    again = guest.get(path, headers={"If-None-Match": etag})
    assert (again.status_code, again.json["taken"]) == (200, 1)
    assert again.headers["ETag"] != etag


def test_what_one_may_see_is_not_confirmed_to_another(organiser, guest):
    path = f"/api/events/{organiser.publish()['id']}/sign-ups"
    etag = organiser.get(path).headers["ETag"]
    assert guest.get(path, headers={"If-None-Match": etag}).status_code == 401


def test_over_https_a_browser_never_comes_back_without_it(guest):
    plain, safe = guest.get("/"), guest.get("/", base_url="https://localhost")
    assert "Strict-Transport-Security" not in plain.headers
    assert safe.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "frame-ancestors 'self'" in safe.headers["Content-Security-Policy"]
    assert safe.headers["Referrer-Policy"] == "same-origin"
