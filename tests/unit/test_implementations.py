import pytest

from backend import implementations
from contract.tickets import TicketList
from qiao.contract import Record, endpoint, text


class Form(Record):
    name = text("Name")


@pytest.fixture(autouse=True)
def nothing_yet(monkeypatch):
    monkeypatch.setattr(implementations, "_implementations", {})
    monkeypatch.setattr(implementations, "_asking", {})


def test_an_endpoint_without_an_implementation_is_named():
    with pytest.raises(RuntimeError, match=r"Nothing implements .*sign_ups\.create"):
        implementations.require_all()


def test_a_service_may_ask_for_what_the_endpoint_offers():
    show = endpoint("POST /things/<int:id>", takes=Form, gives=TicketList)
    implementations.implements(show)(lambda db, user, now, codes, config, id, form: None)


def test_a_service_that_asks_for_something_else_is_refused_at_start():
    show = endpoint("GET /things/<int:id>", gives=TicketList)
    with pytest.raises(TypeError, match="asks for form, colour"):
        implementations.implements(show)(lambda db, form, colour: None)


def test_two_implementations_are_one_too_many():
    show = endpoint("GET /things", gives=TicketList)
    implementations.implements(show)(lambda: None)
    with pytest.raises(TypeError, match="implemented twice"):
        implementations.implements(show)(lambda: None)


# What has to be asked of others first.


def test_who_asks_stands_before_who_implements():
    show = endpoint("GET /things", gives=TicketList)
    implementations.implements(show)(lambda: None)
    with pytest.raises(TypeError, match="must stand before"):
        implementations.asks(show)(lambda: None)


def test_only_a_service_with_a_question_is_offered_an_answer():
    show = endpoint("GET /things", gives=TicketList)
    with pytest.raises(TypeError, match="asks for answered"):
        implementations.implements(show)(lambda answered: None)
