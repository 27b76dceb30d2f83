import logging
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from backend import outbox
from backend.models import Job, Message

pytest_plugins = ["tests.platforms.fixtures"]

SEND = "/cgi-bin/message/subscribe/send"


@pytest.fixture
def reminded(in_wechat, platform_app):
    """Let a guest from WeChat be reminded; gives what works on it, and the ticket."""
    guest = in_wechat("o-Ben")
    event = in_wechat("o-Ann").publish(title="A tasting of teas from all over the world")
    code = guest.sign_up(event)
    site = platform_app.extensions["qiao"]
    now = datetime.now(UTC) + timedelta(days=6, minutes=5)

    def work(hours=0):
        return outbox.perform_due(site, now + timedelta(hours=hours))

    return work, code


def carried(database):
    with database.transaction(writes=False) as db:
        return [at is not None for at in db.scalars(select(Message.carried_at))]


def waiting(database):
    with database.transaction(writes=False) as db:
        return db.scalars(select(Job.kind).where(Job.kind == "carry_message")).all()


def test_a_guest_who_agreed_is_told_in_wechat(reminded, wechat, database):
    work, code = reminded
    wechat.agreed["o-Ben", "T-reminder"] = 1
    work()
    (sent,) = wechat.sent
    assert sent["touser"] == "o-Ben"
    assert sent["page"] == f"pages/web/web?path=%2Ftickets%2F{code}"
    assert sent["data"]["thing1"]["value"] == "A tasting of teas f…"
    assert carried(database) == [True]


def test_who_did_not_agree_finds_it_on_the_ticket_only(reminded, wechat, database, caplog):
    reminded[0]()
    assert (wechat.sent, carried(database), waiting(database)) == ([], [False], [])
    assert not [one for one in caplog.records if one.levelno >= logging.ERROR]


def test_while_wechat_is_busy_it_waits(reminded, wechat, database):
    work, _ = reminded
    wechat.agreed["o-Ben", "T-reminder"] = 1
    wechat.trouble(SEND, "-1", "-1", "-1")
    work()
    assert (wechat.sent, waiting(database)) == ([], ["carry_message"])
    work(hours=1)
    assert (len(wechat.sent), carried(database)) == (1, [True])


@pytest.mark.parametrize("trouble", ["silence", "gone", "502"])
def test_an_answer_that_is_lost_leads_to_no_second_message(reminded, wechat, database, trouble):
    work, _ = reminded
    wechat.agreed["o-Ben", "T-reminder"] = 5
    wechat.trouble(SEND, trouble)
    work()
    work(hours=2)
    assert (len(wechat.sent), waiting(database)) == (1, [])


def test_what_an_operator_has_set_wrong_stands_in_the_log(reminded, wechat, caplog):
    wechat.trouble(SEND, "40037")
    reminded[0]()
    assert "stays on its ticket: WeChat refused subscribeMessage.send: 40037" in caplog.text
    assert "o-Ben" not in caplog.text
