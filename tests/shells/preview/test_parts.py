"""Parts of the preview, run in the browser that they are for."""

import pytest
from playwright.sync_api import Error, expect


@pytest.fixture
def run(host):
    """Run JavaScript with a module of the preview, in a tab that holds nothing else."""
    host.tab.goto(f"{host.address}/healthz")

    def call(module, code, *given):
        return host.tab.evaluate(
            f"async (given) => {{ const m = await import('/preview/static/{module}'); {code} }}",
            list(given),
        )

    return call


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("plain", "plain"),
        ("{{name}}", "Ada"),
        ("Hello {{name}}, {{n}}!", "Hello Ada, 3!"),
        ("{{n}}", 3),
        ("{{n + 1 - 2}}", 2),
        ("{{n > 2 && n <= 3}}", True),
        ("{{!name}}", False),
        ("{{!!event.title}}", True),
        ("{{event.title}}", "Tea"),
        ("{{missing.title.more}}", None),
        ("{{state === 'a' || state === 'b'}}", True),
        ("{{state !== 'b' ? 'x' : n > 5 ? 'y' : 'z'}}", "z"),
        ("{{(n + 1) == '4'}}", True),
        ("a{{nothing}}b", "ab"),
    ],
)
def test_expressions(run, text, value):
    data = {"name": "Ada", "n": 3, "event": {"title": "Tea"}, "state": "b", "nothing": None}
    code = "return m.reader(given[0])(given[1]) ?? null"
    assert run("expressions.js", code, text, data) == value


@pytest.mark.parametrize("text", ["{{}}", "{{a b}}", "{{a +}}", "{{f(1)}}", "{{a[0]}}", "{{'x}}"])
def test_an_expression_that_it_cannot_read_is_named(run, text):
    with pytest.raises(Error, match="The preview cannot read"):
        run("expressions.js", "return m.reader(given[0])({})", text)


@pytest.mark.parametrize(("host_name", "api"), [("wechat", "wx"), ("alipay", "my")])
def test_a_function_that_the_host_has_not_is_no_mock(run, host_name, api):
    code = f"return m.{host_name}({{ settings: {{}}, files: {{}} }}).functions.scanCodes"
    with pytest.raises(Error, match=rf"{api}\.scanCodes: the preview doesn't play this function"):
        run(f"{host_name}.js", code)


# A page that names this element is drawn by no engine of ours: silence would hide it.
@pytest.mark.parametrize("tag", ["div", "map", "script"])
def test_an_unknown_element_is_named(run, tag):
    code = """
        const node = { tag: given[0], when: [], on: {}, attributes: {}, children: [] };
        m.mount(document.createElement("div"), [node], { call() {}, components: {} }).update({});
    """
    with pytest.raises(Error, match=f"does not draw <{tag}>"):
        run("view.js", code, tag)


def test_a_view_changes_only_what_its_data_changes(run):
    code = """
        const text = (condition, words) =>
          ({ tag: "text", when: condition, on: {}, attributes: {}, children: [words] });
        const place = document.createElement("div");
        const view = m.mount(place, [
          text(["if", "{{n > 1}}"], "many"), text(["elif", "{{n}}"], "{{n}}"),
          text(["else", ""], "none"), text([], "last"),
        ], { call() {}, components: {} });
        const last = () => place.lastElementChild;
        view.update({ n: 0 });
        const first = last();
        const seen = [place.textContent];
        for (const n of [1, 2, 0]) { view.update({ n }); seen.push(place.textContent); }
        return [seen, first === last()];
    """
    assert run("view.js", code) == [["nonelast", "1last", "manylast", "nonelast"], True]


def test_the_shell_sees_nothing_of_the_browser(host):
    host.tab.goto(f"{host.address}/healthz")
    seen = host.tab.evaluate(
        """async () => {
            const shell = await import("/preview/shell/wechat.js");
            const text = shell.modules["host.js"].toString();
            return text.slice(0, text.indexOf("{"));
        }"""
    )
    for name in ("wx", "window", "document", "fetch", "localStorage", "globalThis"):
        assert f" {name}," in seen


def test_a_stranger_may_not_steer_the_phone(host):
    host.open()
    expect(host.page.get_by_role("heading", name="Events")).to_be_visible()
    host.tab.evaluate(
        "postMessage({ qiao: 1, type: 'navigateTo', url: '/pages/scan/scan?call=1&token=2' }, '*')"
    )
    host.tab.wait_for_timeout(200)
    expect(host.scanner).to_be_hidden()
    expect(host.messages.filter(has_text="navigateTo")).to_have_count(0)


def test_the_page_is_told_what_its_host_does_not_know(host):
    host.open()
    expect(host.page.get_by_role("heading", name="Events")).to_be_visible()
    told = host.tab.frames[1].evaluate(
        "new Promise((told) => WeixinJSBridge.invoke('fly', {}, told))"
    )
    assert told == {"err_msg": "fly:fail_function not exist"}


def test_the_js_sdk_is_closed_without_a_signature(host):
    host.open()
    expect(host.page.get_by_role("heading", name="Events")).to_be_visible()
    told = host.tab.frames[1].evaluate(
        "new Promise((told) => WeixinJSBridge.invoke('scanQRCode', {}, told))"
    )
    assert told == {"err_msg": "scanQRCode:fail_the permission value is offline verifying"}
    expect(host.scanner).to_be_hidden()
