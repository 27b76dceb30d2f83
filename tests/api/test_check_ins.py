def test_a_ticket_lets_its_guest_in(organiser, guest):
    event = organiser.publish()
    code = guest.sign_up(event, name="Li Na")
    answer = organiser.check_in(event, code)
    assert (answer.status_code, answer.json["name"]) == (201, "Li Na")
    assert (answer.json["checked_in"], answer.json["taken"]) == (1, 1)


def test_once_only(organiser, guest):
    event = organiser.publish()
    code = guest.sign_up(event, name="Li Na")
    first = organiser.check_in(event, code).json
    again = organiser.check_in(event, code)
    assert (again.status_code, again.json["code"]) == (409, "already_checked_in")
    assert (again.json["name"], again.json["checked_in_at"]) == ("Li Na", first["checked_in_at"])


def test_the_guest_sees_it_on_the_ticket(organiser, guest):
    event = organiser.publish()
    code = guest.sign_up(event)
    at = organiser.check_in(event, code).json["checked_in_at"]
    assert guest.get(f"/api/tickets/{code}").json["checked_in_at"] == at


def test_a_ticket_for_another_event_of_mine_names_that(organiser, guest):
    tea, coffee = organiser.publish(title="Tea"), organiser.publish(title="Coffee")
    answer = organiser.check_in(coffee, guest.sign_up(tea))
    assert (answer.status_code, answer.json["code"]) == (409, "wrong_event")
    assert answer.json["title"] == "Tea"


def test_a_ticket_for_somebody_elses_event_names_nothing(organiser, guest, person):
    secret = person().log_in("Zhou Ming").publish(title="Secret")
    answer = organiser.check_in(organiser.publish(), guest.sign_up(secret))
    assert answer.status_code == 409
    assert "Secret" not in answer.text


def test_a_forged_ticket_lets_nobody_in(organiser):
    answer = organiser.check_in(organiser.publish(), "AAAA-BBBB-CCCC-DDDD")
    assert (answer.status_code, answer.json["code"]) == (404, "forged_ticket")


def test_only_the_organiser_checks_in(organiser, guest, person):
    event = organiser.publish()
    code = guest.sign_up(event)
    assert guest.check_in(event, code).status_code == 401
    assert person().log_in("Zhou Ming").check_in(event, code).status_code == 403
    assert organiser.get(f"/api/events/{event['id']}/sign-ups").json["checked_in"] == 0


def test_companions_come_in_together(organiser, guest):
    event = organiser.publish(most_seats=3)
    answer = organiser.check_in(event, guest.sign_up(event, seats=3))
    assert (answer.json["seats"], answer.json["checked_in"], answer.json["taken"]) == (3, 3, 3)
