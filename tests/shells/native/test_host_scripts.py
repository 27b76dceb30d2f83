"""Hosts whose script the operator puts on the server: without it no call, with it the action page.

The scripts themselves are on no registry: here something of the same names stands in for them.
"""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.shells.native.site import served
from tools.testing.fixtures import Client

ANDROID = "Mozilla/5.0 (Linux; Android 14; V2254A; wv) AppleWebKit/537.36 Chrome/116.0 Mobile"
AGENTS = {
    "douyin": f"{ANDROID} aweme/27.0.0 ToutiaoMicroApp/3.12.0",
    "qq": f"{ANDROID} MQQBrowser/6.2 QQ/8.9.0.8345 miniProgram",
    "baidu": f"{ANDROID} swan/2.4.0 swan-baiduboxapp/11.9.0.1",
}
SCRIPT = """
const { dataset } = document.documentElement;
const shell = { navigateTo({ url, success }) { dataset.opened = url; success({}); } };
"""
PUTS = {
    "douyin": "globalThis.tt = { miniProgram: shell };",
    "qq": "globalThis.qq = { miniProgram: shell };",
    "baidu": "globalThis.swan = { webView: shell };",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory, platforms):
    """The address of a server, and the folder for scripts of hosts."""
    folder = tmp_path_factory.mktemp("hosts")
    patch = pytest.MonkeyPatch()
    with served(folder, platforms, patch) as address:
        yield address, folder / "data" / "host-scripts"
    patch.undo()


@pytest.fixture(params=sorted(AGENTS))
def host(request):
    return request.param


@pytest.fixture
def page(chromium, site, host):
    """A page as the host's web-view opens it."""
    context = chromium.new_context(user_agent=AGENTS[host], service_workers="block")
    page = context.new_page()
    page.goto(f"{site[0]}/n/calls?host={host}&shell=2")
    expect(page.locator("html[data-hydrated]")).to_have_count(1)
    yield page
    context.close()


def test_without_the_script_nothing_can_be_asked(page):
    page.get_by_role("button", name="scan").click()
    expect(page.get_by_role("status")).to_have_text("not supported")


def test_with_it_the_shell_does_the_call(page, site, host):
    address, folder = site
    folder.mkdir(exist_ok=True)
    script = folder / f"{host}.js"
    script.write_text(SCRIPT + PUTS[host])
    try:
        page.get_by_role("button", name="scan").click()
        expect(page.locator("html[data-opened]")).to_have_count(1)
    finally:
        script.unlink()
    opened = urlsplit(page.locator("html").get_attribute("data-opened"))
    assert opened.path == "/pages/act/act"
    call, token = (parse_qs(opened.query)[name][0] for name in ("call", "token"))
    shell = Client(address)
    begun = shell.post(f"/api/native-calls/{call}/begin", token=token)
    assert (begun["kind"], begun["state"]) == ("scan", "waiting")
    shell.post(f"/api/native-calls/{call}/result", token=token, state="done", result='"TICKET-7"')
    expect(page.get_by_role("status")).to_have_text("done TICKET-7")


def test_what_the_host_cannot_do_is_said_at_once(page):
    page.get_by_role("button", name="pay").click()
    expect(page.get_by_role("status")).to_have_text("not supported")
