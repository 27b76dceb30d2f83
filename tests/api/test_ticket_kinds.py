import pytest

ADULT = {"name": "Adult", "capacity": 2}
CHILD = {"name": "Child", "capacity": 2}

sqlite_only = pytest.mark.parametrize("kind", ["sqlite"], indirect=True, scope="session")
pytestmark = sqlite_only


@pytest.fixture
def event(organiser):
    """Three places, two of each kind at most, and a waiting list."""
    return organiser.publish(capacity=3, most_seats=3, waiting_list=True, kinds=[ADULT, CHILD])


def ids(event):
    return {kind["name"]: kind["id"] for kind in event["kinds"]}


def counts(someone, event):
    """Return places taken: of the event, and of each kind."""
    found = someone.get(f"/api/events/{event['id']}").json
    return found["taken"], *(kind["taken"] for kind in found["kinds"])


def sign_up(someone, event, name, **more):
    """Sign up for a ticket of this name; return the answer."""
    return someone.try_to_sign_up(event, more={"kind": ids(event)[name], **more}).json


def state(someone, ticket):
    return someone.ticket(ticket["ticket"])["status"]


def test_an_event_tells_its_tickets_and_what_is_left_of_each(event, guest):
    sign_up(guest, event, "Child", seats=2)
    found = guest.get(f"/api/events/{event['id']}").json
    shown = [(one["name"], one["places_left"], one["state"]) for one in found["kinds"]]
    assert shown == [("Adult", 1, "open"), ("Child", 0, "full")]
    assert (found["places_left"], found["state"]) == (1, "open")


def test_an_event_without_kinds_has_none_to_choose(organiser, guest):
    event = organiser.publish()
    assert event["kinds"] == []
    answer = guest.try_to_sign_up(event, more={"kind": 7})
    assert answer.json["fields"] == {"kind": "There is no such kind of ticket (any more)."}


def test_a_ticket_must_be_chosen_and_be_one_of_the_event(organiser, event, guest):
    assert guest.try_to_sign_up(event).json["fields"] == {"kind": "Choose a ticket."}
    other = organiser.publish(kinds=[ADULT])
    answer = guest.try_to_sign_up(event, more={"kind": other["kinds"][0]["id"]})
    assert answer.json["fields"] == {"kind": "There is no such kind of ticket (any more)."}


def test_ticket_and_guest_list_name_it(organiser, event, guest):
    code = sign_up(guest, event, "Child")["ticket"]
    assert guest.ticket(code)["kind"] == "Child"
    assert guest.get("/api/tickets").json["items"][0]["kind"] == "Child"
    (listed,) = organiser.get(f"/api/events/{event['id']}/sign-ups").json["items"]
    assert listed["kind"] == "Child"


def test_a_kind_has_no_more_than_its_places_and_the_event_no_more_than_its_own(event, person):
    assert sign_up(person(), event, "Adult", seats=2)["status"] == "confirmed"
    assert sign_up(person(), event, "Adult")["status"] == "waiting"
    assert sign_up(person(), event, "Child", seats=2)["status"] == "waiting"
    assert sign_up(person(), event, "Child")["status"] == "confirmed"
    assert counts(person(), event) == (3, 2, 1)


def test_a_kind_without_places_of_its_own_shares_the_events(organiser, person):
    event = organiser.publish(capacity=2, kinds=[ADULT, {"name": "Child"}])
    assert event["kinds"][1]["capacity"] is None
    sign_up(person(), event, "Child")
    assert counts(person(), event) == (1, 0, 1)
    sign_up(person(), event, "Child")
    assert sign_up(person(), event, "Adult")["code"] == "full"


def test_what_is_said_when_only_this_ticket_is_sold_out(organiser, person):
    event = organiser.publish(capacity=5, most_seats=3, kinds=[ADULT, CHILD])
    assert sign_up(person(), event, "Adult", seats=3)["places_left"] == 2
    sign_up(person(), event, "Adult", seats=2)
    assert sign_up(person(), event, "Adult")["code"] == "kind_full"


def test_a_free_place_goes_to_the_line_of_its_ticket(event, person):
    first = person()
    taken = sign_up(first, event, "Adult", seats=2)
    child, adult = person(), person()
    sign_up(person(), event, "Child")
    waiting = [sign_up(child, event, "Child", seats=2), sign_up(adult, event, "Adult")]
    # Each is first in a line of their own.
    assert [one["position"] for one in waiting] == [1, 1]
    first.cancel(taken["ticket"])
    # Of the three places one is left to children: the group does not fit, the adult does.
    assert [state(child, waiting[0]), state(adult, waiting[1])] == ["waiting", "offered"]
    assert counts(person(), event) == (2, 1, 1)


def test_where_the_event_was_the_limit_the_first_who_fits_gets_the_place(organiser, person):
    event = organiser.publish(capacity=1, waiting_list=True, kinds=[ADULT, CHILD])
    first, late = person(), [person(), person()]
    taken = sign_up(first, event, "Adult")
    child, adult = (sign_up(late[0], event, "Child"), sign_up(late[1], event, "Adult"))
    first.cancel(taken["ticket"])
    assert [state(late[0], child), state(late[1], adult)] == ["offered", "waiting"]


def test_an_offer_that_runs_out_gives_back_the_place_of_its_ticket(event, person, work):
    first, late = person(), person()
    taken = sign_up(first, event, "Adult", seats=2)
    sign_up(late, event, "Adult", seats=2)
    first.cancel(taken["ticket"])
    assert counts(first, event) == (2, 2, 0)
    work(hours=25)
    assert counts(first, event) == (0, 0, 0)


def test_who_is_approved_takes_a_place_of_their_ticket(organiser, person):
    event = organiser.publish(capacity=9, approval=True, kinds=[ADULT, CHILD])
    guests = [person() for _ in range(3)]
    codes = [sign_up(one, event, "Adult")["ticket"] for one in guests]
    answers = [organiser.approve(event, code).json for code in codes]
    assert [one.get("status", one.get("code")) for one in answers] == [
        "confirmed", "confirmed", "kind_full",
    ]  # fmt: skip
    organiser.reject(event, codes[0])
    assert organiser.approve(event, codes[2]).json["status"] == "confirmed"
    assert counts(organiser, event) == (2, 2, 0)


def test_more_places_for_a_ticket_are_offered_to_its_line(organiser, event, person):
    sign_up(person(), event, "Adult", seats=2)
    late = person()
    waiting = sign_up(late, event, "Adult")
    kinds = [{**event["kinds"][0], "capacity": 3}, event["kinds"][1]]
    organiser.change(event, kinds=kinds)
    assert state(late, waiting) == "offered"


@pytest.mark.parametrize(
    ("times", "wrong", "state"),
    [
        ({"opens_at": "2090-01-01T10:00"}, "This ticket is not on sale yet.", "early"),
        ({"closes_at": "2020-01-01T10:00"}, "This ticket is not on sale any more.", "closed"),
    ],
)
def test_out_of_its_time_of_sale_a_ticket_is_not_sold(organiser, guest, times, wrong, state):
    event = organiser.publish(kinds=[{**ADULT, **times}, CHILD])
    answer = guest.try_to_sign_up(event, more={"kind": ids(event)["Adult"]})
    assert answer.json["fields"] == {"kind": wrong}
    assert [kind["state"] for kind in event["kinds"]] == [state, "open"]
    assert organiser.publish(kinds=[{**ADULT, **times}])["state"] == state


def test_tickets_keep_their_sign_ups_when_the_event_changes(organiser, event, guest):
    sign_up(guest, event, "Child")
    kinds = [{**event["kinds"][1], "name": "Young"}, {"name": "New"}]
    changed = organiser.change(event, kinds=kinds)
    assert [(one["name"], one["taken"]) for one in changed["kinds"]] == [("Young", 1), ("New", 0)]
    assert changed["kinds"][0]["id"] == ids(event)["Child"]


def test_a_ticket_with_sign_ups_is_not_removed(organiser, event, guest):
    guest.cancel(sign_up(guest, event, "Child")["ticket"])
    form = organiser.event_form(capacity=3, kinds=[event["kinds"][0]])
    answer = organiser.put(f"/api/events/{event['id']}", form)
    assert (answer.status_code, answer.json["code"], answer.json["name"]) == (
        409, "kind_in_use", "Child",
    )  # fmt: skip
    assert len(organiser.get(f"/api/events/{event['id']}").json["kinds"]) == 2


def test_a_ticket_keeps_the_places_that_are_taken(organiser, event, guest):
    sign_up(guest, event, "Child", seats=2)
    kinds = [event["kinds"][0], {**event["kinds"][1], "capacity": 1}]
    form = organiser.event_form(capacity=3, kinds=kinds)
    answer = organiser.put(f"/api/events/{event['id']}", form)
    assert list(answer.json["fields"]) == ["kinds.1.capacity"]


@pytest.mark.parametrize(
    ("kinds", "field"),
    [
        ([ADULT, {"name": "adult"}], "kinds.1.name"),
        ([{"name": "Adult", "capacity": 0}], "kinds.0.capacity"),
        ([{"name": "Adult", "id": 999999}], "kinds.0.name"),
        ([{"name": str(number)} for number in range(11)], "kinds"),
        ([{"name": "A", "opens_at": "2030-01-02T10:00", "closes_at": "2030-01-02T09:00"}],
         "kinds.0.closes_at"),
        ([{"name": "A", "opens_at": "2030-03-31T02:30"}], "kinds.0.opens_at"),
    ],
)  # fmt: skip
def test_a_wrong_ticket_is_named(organiser, kinds, field):
    form = organiser.event_form(zone="Europe/Berlin", kinds=kinds)
    answer = organiser.post("/api/events", form)
    assert (answer.status_code, list(answer.json["fields"])) == (422, [field])
