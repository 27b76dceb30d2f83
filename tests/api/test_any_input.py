"""Whatever is sent: never a 500, and never a status that the API does not announce."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.endpoints import ENDPOINTS
from backend.openapi import document

WRITES = [name for name, endpoint in ENDPOINTS.items() if endpoint.method != "GET"]

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.sampled_from(["2030-01-01T10:00", "Asia/Shanghai", "preview", "scan", "choice", "done"])
)
anything = st.recursive(
    scalars,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside),
    max_leaves=8,
)


def bodies(endpoint):
    """Return bodies that have the right members, with anything for a value."""
    if endpoint.takes is None:
        return anything
    members = dict.fromkeys(endpoint.takes.fields, anything)
    return st.fixed_dictionaries({}, optional=members) | anything


@pytest.mark.parametrize("name", WRITES)
def test_every_body_has_an_answer_that_is_announced(organiser, guest, name):
    endpoint = ENDPOINTS[name]
    event = organiser.publish(questions=[{"label": "Diet", "kind": "choices", "choices": ["A"]}])
    path = (
        endpoint.path.replace("<int:id>", str(event["id"]))
        .replace("<id>", "f" * 32)
        .replace("<code>", guest.sign_up(event))
    )
    pattern = "/api" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", endpoint.path)
    announced = document()["paths"][pattern][endpoint.method.lower()]["responses"]

    @settings(
        max_examples=20,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        database=None,
        derandomize=True,
    )
    @given(bodies(endpoint))
    def send(body):
        answer = organiser.browser.open(f"/api{path}", method=endpoint.method, json=body)
        assert answer.status_code < 500
        assert str(answer.status_code) in announced, answer.text

    send()
