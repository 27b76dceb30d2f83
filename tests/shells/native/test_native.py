"""Each native call on each host: done, given up, not allowed, and the page killed meanwhile."""

import json
import os
import re
from contextlib import contextmanager, nullcontext
from itertools import product

import pytest
from PIL import Image
from playwright.sync_api import expect

from package.native_docs import ENDS, NEVER
from package.preview import PLAYED
from package.preview.driver import PERMISSIONS
from qiao.contract.native_table import KINDS, WAYS
from tests.shells.native.cells import ALL, BY_SHELL, CELLS, UNSIGNED
from tests.shells.native.site import served
from tools.testing.fixtures import open_phone

ORDER = """async () => {
  const post = async (path, body) => {
    const headers = { "Content-Type": "application/json" };
    const sent = { method: "POST", headers, body: JSON.stringify(body) };
    const answer = await fetch("/api" + path, sent);
    return answer.json();
  };
  const times = { starts_at: "2027-01-01T18:00", ends_at: "2027-01-01T20:00" };
  const place = { zone: "Asia/Shanghai", place: "12 Yuyuan Road" };
  const form = { title: "Tea", capacity: 9, ...place, ...times };
  const { id } = await post("/events", form);
  const { ticket } = await post(`/events/${id}/sign-ups`, { name: "Ada", answers: {} });
  const order = await post(`/events/${id}/sign-ups/${ticket}/orders`, { amount: 6650 });
  return order.id;
}"""


@pytest.fixture(scope="session")
def app(tmp_path_factory, platforms):
    """The address of a server with a page that makes native calls."""
    patch = pytest.MonkeyPatch()
    with served(tmp_path_factory.mktemp("native"), platforms, patch) as address:
        yield address
    patch.undo()


@pytest.fixture(scope="session")
def standing(chromium, app):
    """A phone with each host, and what went wrong there: opening one takes longer than a call."""
    problems = []
    kinds = {name: name for name in PLAYED} | {UNSIGNED: "wechat"}
    phones = {name: open_phone(chromium, app, problems, kind) for name, kind in kinds.items()}
    phones[UNSIGNED].tab.route("**/api/js-sdk?*", sign_wrongly)
    yield phones, problems
    for phone in phones.values():
        phone.tab.context.close()


@pytest.fixture
def host(standing, name):
    """The phone with a host, at the page that makes native calls, and nothing lies over that."""
    phones, problems = standing
    phone = phones[name]
    if is_at_rest(phone):
        for permission in (*PERMISSIONS, "messages"):
            phone.allow(permission)
        phone.page.get_by_role("button", name="Clear").click()
    else:
        phone.open("/n/calls", messages="allowed")
    expect(phone.page.locator("html[data-hydrated]")).to_have_count(1)
    expect(status(phone)).to_have_text("")
    yield phone
    told, problems[:] = "\n".join(problems), []
    assert not told


def sign_wrongly(route):
    """Answer as a server of which WeChat believes no signature."""
    answer = route.fetch()
    route.fulfill(response=answer, body=json.dumps({**answer.json(), "signature": "0" * 40}))


def is_at_rest(phone):
    """Whether the test before has left the phone as this one needs it; one that failed may not."""
    if "/preview" not in phone.tab.url or phone.screen.locator(".sheet").count():
        return False
    pages = phone.tab.locator("#content page")
    # Whoever is told first, page or shell, the other one follows soon.
    for _ in range(20):
        if pages.count() == 1:
            return True
        phone.tab.wait_for_timeout(50)
    return False


def status(phone):
    return phone.page.get_by_role("status")


def begin(phone, kind):
    if kind == "phone_number":
        # Alipay asks once, until the shell starts anew.
        phone.open("/n/calls")
        expect(phone.page.locator("html[data-hydrated]")).to_have_count(1)
    if kind == "pay":
        order = phone.page.locator("html").evaluate(ORDER)
        phone.page.get_by_label("Order").fill(order)
    phone.page.get_by_role("button", name=kind, exact=True).click()


@contextmanager
def holding(phone, address):
    """Keep requests to an address back for a while."""
    held = []
    phone.tab.route(address, lambda route: held.append(route))
    yield
    for route in held:
        route.continue_()
    phone.tab.unroute(address)


def prepared(phone, cell):
    for permission, decision in cell.permissions.items():
        phone.permit(permission, decision)
    return holding(phone, "**/begin") if cell.early else nullcontext()


def of(*ends):
    """Every cell of these ends."""
    return [cell for cell in ALL if cell[2] in ends]


@pytest.mark.parametrize(("kind", "name", "end"), of("done", "cancelled", "denied"))
def test_a_call_ends(host, kind, name, end):
    cell = ALL[kind, name, end]
    with prepared(host, cell):
        begin(host, kind)
        cell.act(host)
    expect(status(host)).to_have_text(re.compile(cell.told))


@pytest.mark.parametrize(("kind", "name", "end"), of("killed"))
def test_the_page_is_killed_meanwhile(host, kind, name, end):
    cell = ALL[kind, name, end]
    with prepared(host, cell):
        begin(host, kind)
        # What lies over the page: a page of the shell's, or what the host asks by itself.
        expect(host.tab.locator("#content page + page, #screen .sheet").first).to_be_attached()
        host.kill()
    cell.act(host)
    expect(host.page.locator("html[data-hydrated]")).to_have_count(1)
    if cell.again:
        expect(status(host)).to_have_text("")
        begin(host, kind)
        cell.act(host)
    expect(status(host)).to_have_text(re.compile(cell.told))


def asked(phone):
    """What the page and the shell have asked of the host, in turn."""
    log = phone.messages.filter(has_text=re.compile("(page|shell) → host")).all_inner_texts()
    return [line.splitlines()[1] for line in log]


SCRIPT = {"scan": "scanQRCode", "choose_image": "chooseImage", "location": "geoLocation"}


@pytest.mark.parametrize("kind", SCRIPT)
@pytest.mark.parametrize("name", ["wechat"])
def test_wechat_lets_a_signed_page_use_its_script(host, kind):
    host.open("/n/calls")
    begin(host, kind)
    CELLS[kind, "wechat", "done"].act(host)
    expect(status(host)).to_have_text(re.compile("done"))
    assert [each for each in asked(host) if each in ("preVerifyJSAPI", SCRIPT[kind])] == [
        "preVerifyJSAPI",
        SCRIPT[kind],
    ]
    assert "navigateTo" not in asked(host)


@pytest.mark.parametrize("kind", SCRIPT)
@pytest.mark.parametrize("name", [UNSIGNED])
def test_where_it_does_not_the_shell_does_it(host, kind):
    host.open("/n/calls")
    begin(host, kind)
    BY_SHELL[kind, UNSIGNED, "done"].act(host)
    expect(status(host)).to_have_text(re.compile("done"))
    assert [each for each in asked(host) if each in ("preVerifyJSAPI", "navigateTo")] == [
        "preVerifyJSAPI",
        "navigateTo",
    ]


@pytest.mark.parametrize("name", ["alipay", "wechat", UNSIGNED])
def test_a_picture_that_is_too_large_is_made_smaller(host, tmp_path):
    side = 1000
    noise = Image.frombytes("RGB", (side, side), os.urandom(3 * side * side))
    noise.save(tmp_path / "large.png")
    assert (tmp_path / "large.png").stat().st_size > 2_300_000
    begin(host, "choose_image")
    host.choose_picture(tmp_path / "large.png")
    expect(status(host)).to_have_text(re.compile(r"done data:image/jpeg;base64 [12]?\d{6}$"))


PLACELESS = """async () => {
  const { phone } = await import("/preview/static/main.js");
  phone.played.functions.getLocation = ({ fail }) => fail({ error: 11, errorMessage: "no" });
}"""


@pytest.mark.parametrize("name", ["alipay"])
def test_a_phone_that_tells_no_app_its_place_is_a_refusal(host):
    host.tab.evaluate(PLACELESS)
    begin(host, "location")
    expect(status(host)).to_have_text("denied")
    host.open("/n/calls")


def test_each_call_has_each_end_or_a_reason_why_not():
    able = {(kind, host, end) for kind, host, end in product(KINDS, PLAYED, ENDS)}
    unable = {cell for cell in able if cell[1] not in WAYS[cell[0]]}
    assert set(CELLS) | set(NEVER) == able - unable
    assert set(CELLS) & set(NEVER) == set()
