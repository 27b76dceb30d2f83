"""The API against its own description: schemathesis sends what it allows, and what it forbids.

python3 build.py test tests/api/test_schemathesis.py --cases 5000
"""

import math

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from schemathesis.config import SchemathesisConfig
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation import GenerationMode
from schemathesis.openapi import from_wsgi
from schemathesis.specs.openapi import checks

from backend.endpoints import ENDPOINTS
from backend.openapi import document

CHECKED = [
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
    checks.positive_data_acceptance,
]
# What a schema can't say (that an event ends after it starts) is a 422.
ACCEPTED = ["2xx", "401", "403", "404", "409", "422"]
REFUSED = ["400", "401", "403", "404", "409", "413", "415", "422"]
CONFIG = SchemathesisConfig.from_dict(
    {
        "checks": {
            "positive_data_acceptance": {"expected-statuses": ACCEPTED},
            "negative_data_rejection": {"expected-statuses": REFUSED},
        },
        # Who calls is ours to say.
        "generation": {"with-security-parameters": False},
    }
)
MODES = {"allowed": GenerationMode.POSITIVE, "forbidden": GenerationMode.NEGATIVE}
# Where nothing is sent that could be wrong, nothing is forbidden.
OPERATIONS = [(name, "allowed") for name in ENDPOINTS] + [
    (name, "forbidden")
    for name, endpoint in ENDPOINTS.items()
    if endpoint.takes or "<int:" in endpoint.path
]


@pytest.fixture
def cases(request):
    """How many cases each operation gets of each kind."""
    return math.ceil(request.config.getoption("--cases", 100) / len(OPERATIONS))


@pytest.fixture(scope="session")
def schema(standing_app):
    return from_wsgi("/api/openapi.json", standing_app, config=CONFIG)


@pytest.fixture
def people(organiser, guest, person):
    """Who sends them, and what their addresses name: without that, most are just not found."""
    event = organiser.publish(
        most_seats=3,
        approval=True,
        questions=[{"label": "Diet", "kind": "choices", "choices": ["A", "B"]}],
    )
    named = {"id": event["id"], "code": guest.sign_up(event)}
    return [_cookies(one) for one in (organiser, guest, person())], named


@pytest.mark.parametrize(("name", "mode"), OPERATIONS)
def test_answers_are_as_described(schema, people, cases, name, mode):
    endpoint = ENDPOINTS[name]
    path = next(path for path, one in document()["paths"].items() if _is(one, endpoint, name))
    operation = schema[path][endpoint.method]
    callers, named = people

    @settings(
        max_examples=cases,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
        derandomize=cases < 50,
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
    )
    @given(
        operation.as_strategy(generation_mode=MODES[mode]),
        st.sampled_from(callers),
        st.booleans(),
    )
    def send(case, caller, real):
        # A path that is what is wrong stays as it is.
        if real and not _is_path_wrong(case):
            case.path_parameters.update(
                {name: value for name, value in named.items() if name in case.path_parameters}
            )
        # A key alone must be longer, which a schema can't say either.
        assume(caller or len(case.headers.get("Idempotency-Key", "")) not in range(1, 16))
        # White space around a text does not count.
        assume(mode == "allowed" or not _padded([case.body, dict(case.query or {})]))
        case.call_and_validate(checks=CHECKED, cookies=caller)

    send()


def _is(operations, endpoint, name):
    found = operations.get(endpoint.method.lower())
    return found is not None and found["operationId"] == name.replace(".", "_")


def _is_path_wrong(case):
    path = case.meta.components.get(ParameterLocation.PATH)
    return path is not None and path.mode.is_negative


def _padded(value):
    if isinstance(value, dict):
        return any(map(_padded, value.values()))
    if isinstance(value, list):
        return any(map(_padded, value))
    return isinstance(value, str) and value != value.strip()


def _cookies(person):
    cookie = person.browser.get_cookie("session")
    return {} if cookie is None else {"session": cookie.value}
