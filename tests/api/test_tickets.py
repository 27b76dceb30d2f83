from backend.codes import Codes

FORGED = Codes(b"a key that is not ours").issue()


def test_a_guest_sees_their_own_ticket(organiser, guest):
    event = organiser.publish(title="Tea tasting")
    code = guest.sign_up(event, name="Li Na")
    ticket = guest.get(f"/api/tickets/{code}").json
    assert (ticket["code"], ticket["name"], ticket["title"]) == (code, "Li Na", "Tea tasting")
    assert ticket["checked_in_at"] is None


def test_the_organiser_sees_it_too(organiser, guest):
    code = guest.sign_up(organiser.publish())
    assert organiser.get(f"/api/tickets/{code}").status_code == 200


def test_nobody_else_does(organiser, guest, person):
    event = organiser.publish()
    code = guest.sign_up(event)
    other = person()
    other.sign_up(event, name="Somebody else")
    answer = other.get(f"/api/tickets/{code}")
    assert (answer.status_code, answer.json["code"]) == (403, "not_yours")
    assert "Li Na" not in other.open(f"/tickets/{code}").text


def test_without_a_session_a_ticket_asks_to_sign_in(organiser, guest, person):
    code = guest.sign_up(organiser.publish())
    answer = person().get(f"/api/tickets/{code}")
    assert (answer.status_code, answer.json["code"]) == (401, "login_required")


def test_a_code_is_read_as_people_type_it(organiser, guest):
    code = guest.sign_up(organiser.publish())
    typed = code.replace("-", " ").lower().replace("0", "o").replace("1", "l")
    assert guest.get(f"/api/tickets/{typed}").json["code"] == code


def test_a_forged_ticket_is_refused(organiser, guest):
    guest.sign_up(organiser.publish())
    answer = guest.get(f"/api/tickets/{FORGED}")
    assert (answer.status_code, answer.json["code"]) == (404, "forged_ticket")


def test_a_true_code_without_a_sign_up_is_not_found(app, organiser, guest):
    guest.sign_up(organiser.publish())
    answer = guest.get(f"/api/tickets/{app.extensions['qiao'].codes.issue()}")
    assert (answer.status_code, answer.json["code"]) == (404, "ticket_not_found")


def test_my_tickets_are_listed_newest_event_first(organiser, guest):
    for at, title in (("2031-01-01", "Later"), ("2030-01-01", "Sooner")):
        event = organiser.publish(title=title, starts_at=f"{at}T10:00", ends_at=f"{at}T12:00")
        guest.sign_up(event)
    found = guest.get("/api/tickets").json["items"]
    assert [one["title"] for one in found] == ["Later", "Sooner"]


def test_nobody_has_no_tickets(organiser, guest, person):
    guest.sign_up(organiser.publish())
    assert person().get("/api/tickets").json == {"items": [], "next": None}


def test_the_qr_code_fits_its_side(organiser, guest):
    ticket = guest.get(f"/api/tickets/{guest.sign_up(organiser.publish())}").json
    # Version 1 to 3 is 21 to 29 modules wide, and four of quiet zone stand on each side.
    assert ticket["qr_size"] in (29, 33, 37)
    assert ticket["qr_path"].startswith("M4 4h7v1h-7z")


def test_cancelling_gives_the_places_back(organiser, guest):
    event = organiser.publish(capacity=3, most_seats=3)
    ticket = guest.sign_up(event, seats=3)
    answer = guest.cancel(ticket)
    assert (answer.status_code, answer.json["status"]) == (201, "cancelled")
    assert guest.get(f"/api/events/{event['id']}").json["taken"] == 0
    assert organiser.get(f"/api/events/{event['id']}/sign-ups").json["items"] == []


def test_cancelling_twice_gives_them_back_once(organiser, guest, person):
    event = organiser.publish()
    person().sign_up(event)
    ticket = guest.sign_up(event)
    for _ in range(2):
        assert guest.cancel(ticket).json["status"] == "cancelled"
    assert guest.get(f"/api/events/{event['id']}").json["taken"] == 1


def test_a_cancelled_ticket_opens_no_door(organiser, guest):
    event = organiser.publish()
    ticket = guest.sign_up(event, name="Li Na")
    guest.cancel(ticket)
    answer = organiser.check_in(event, ticket)
    assert (answer.status_code, answer.json["code"]) == (409, "not_confirmed")


def test_who_came_can_not_cancel(organiser, guest):
    event = organiser.publish()
    ticket = guest.sign_up(event)
    organiser.check_in(event, ticket)
    assert guest.get(f"/api/tickets/{ticket}").json["may_cancel"] is False
    assert guest.cancel(ticket).json["code"] == "already_used"


def test_what_is_over_can_not_be_cancelled(organiser, guest):
    event = organiser.publish()
    ticket = guest.sign_up(event)
    past = organiser.event_form(starts_at="2020-01-01T10:00", ends_at="2020-01-01T12:00")
    organiser.put(f"/api/events/{event['id']}", past)
    assert guest.cancel(ticket).json["code"] == "event_over"


def test_nobody_cancels_for_somebody_else(organiser, guest, person):
    ticket = guest.sign_up(organiser.publish())
    assert organiser.cancel(ticket).status_code == 403
    assert person().cancel(ticket).status_code == 401
    assert guest.get(f"/api/tickets/{ticket}").json["status"] == "confirmed"
