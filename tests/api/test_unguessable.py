"""Whatever grants something can't be guessed: there is enough chance in it, and nothing else."""

import math

import pytest

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True, scope="session")

# Letters of each alphabet: Crockford's base 32, base 64 of addresses, hexadecimal.
CODE, BASE64, HEX = 32, 64, 16
# Where tries are counted by the rate limits, too, this is beyond any patience.
LEAST_BITS = 60
SHARED = 4


def posted(path, name, body=None):
    """Return what makes one by a write of the organiser."""

    def make(organiser, person, event):
        answer = organiser.post(path.format(**event), {} if body is None else body)
        assert answer.status_code == 201, answer.text
        return answer.json[name]

    return make


def cookie(name, path):
    def make(organiser, person, event):
        one = person().log_in("Ann")
        one.open(path.format(**event))
        return one.browser.get_cookie(name).value

    return make


CALL = {"kind": "scan", "host": "wechat", "path": "/door", "key": "scan"}
MADE = {
    "ticket": (CODE, lambda organiser, person, event: person().sign_up(event)),
    "login ticket": (BASE64, lambda organiser, person, event: person().login_ticket("Ann")),
    "login code": (CODE, posted("/api/login-codes", "code")),
    "invitation": (CODE, posted("/api/events/{id}/helpers", "code")),
    "access token": (
        BASE64,
        posted("/api/access-tokens", "token", {"name": "Backup", "scope": "read"}),
    ),
    "native call": (HEX, posted("/api/native-calls", "id", CALL)),
    "token of a native call": (BASE64, posted("/api/native-calls", "token", CALL)),
    "session": (BASE64, cookie("session", "/")),
    "mark of a browser": (BASE64, cookie("visitor", "/events/{id}/sign-up")),
}


@pytest.mark.parametrize("name", MADE)
def test_there_is_enough_chance_in_it(organiser, person, name):
    alphabet, make = MADE[name]
    event = organiser.publish()
    made = [make(organiser, person, event) for _ in range(4)]
    # Dashes for the eye, and the mark by which a leaked token is found.
    found = [one.removeprefix("qiao_").replace("-", "") for one in made]
    for one in found:
        assert len(one) * math.log2(alphabet) >= LEAST_BITS
    # No part of them is counted up, or a time.
    assert len({one[:SHARED] for one in found} | {one[-SHARED:] for one in found}) == 8
