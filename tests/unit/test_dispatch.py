import pytest

from backend import dispatch
from contract.tickets import TicketList
from qiao.contract import Record, endpoint, text


class Form(Record):
    name = text("Name")


@pytest.fixture(autouse=True)
def implementations(monkeypatch):
    monkeypatch.setattr(dispatch, "_implementations", {})


def test_an_endpoint_without_an_implementation_is_named():
    with pytest.raises(RuntimeError, match=r"Nothing implements .*sign_ups\.create"):
        dispatch.require_all()


def test_a_service_may_ask_for_what_the_endpoint_offers():
    show = endpoint("POST /things/<int:id>", takes=Form, gives=TicketList)
    dispatch.implements(show)(lambda db, user, now, codes, config, id, form: None)


def test_a_service_that_asks_for_something_else_is_refused_at_start():
    show = endpoint("GET /things/<int:id>", gives=TicketList)
    with pytest.raises(TypeError, match="asks for form, colour"):
        dispatch.implements(show)(lambda db, form, colour: None)


def test_two_implementations_are_one_too_many():
    show = endpoint("GET /things", gives=TicketList)
    dispatch.implements(show)(lambda: None)
    with pytest.raises(TypeError, match="implemented twice"):
        dispatch.implements(show)(lambda: None)
