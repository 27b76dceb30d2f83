import pytest

ANOTHER_SITE = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost:1"},
    {"Origin": "http://localhost.evil.example"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
]
OURS = [
    {},
    {"Origin": "http://localhost"},
    {"Origin": "https://localhost"},
    {"Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "none"},
]


@pytest.mark.parametrize("headers", ANOTHER_SITE)
def test_a_write_with_a_cookie_from_another_site_is_refused(organiser, headers):
    answer = organiser.browser.post("/api/events", json=organiser.event_form(), headers=headers)
    assert (answer.status_code, answer.json["code"]) == (403, "cross_site")
    assert organiser.get("/api/events").json["items"] == []


@pytest.mark.parametrize("headers", OURS)
def test_a_write_from_our_pages_or_from_no_page_is_carried_out(organiser, headers):
    answer = organiser.browser.post("/api/events", json=organiser.event_form(), headers=headers)
    assert answer.status_code == 201


@pytest.mark.parametrize("headers", ANOTHER_SITE)
def test_another_site_can_not_give_a_browser_a_guests_account(organiser, guest, headers):
    event = organiser.publish()
    body = {"name": "Li Na", "answers": {}}
    answer = guest.browser.post(f"/api/events/{event['id']}/sign-ups", json=body, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize("headers", ANOTHER_SITE)
def test_another_site_can_not_post_a_pages_form(organiser, guest, headers):
    event = organiser.publish()
    path = f"/events/{event['id']}/sign-up"
    page = guest.browser.post(path, data={"name": "Li Na"}, headers=headers)
    assert (page.status_code, page.mimetype) == (403, "text/html")
    assert organiser.get(f"/api/events/{event['id']}").json["taken"] == 0


def test_a_shell_that_is_no_browser_and_has_no_cookie_may_log_in(guest):
    body = {"host": "preview", "code": "Ann"}
    headers = {"Origin": "https://shell.example"}
    assert guest.browser.post("/api/logins", json=body, headers=headers).status_code == 201


def test_reading_is_open_to_links_from_elsewhere(organiser, guest):
    organiser.publish()
    assert guest.open("/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200
