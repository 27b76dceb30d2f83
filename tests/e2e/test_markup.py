"""Every page is the same, whether the server wrote it or the page made it."""

import pytest
from playwright.sync_api import expect

from tests.e2e.places import furnish

# A key is made anew for each form, and a heading that was focused by script can take the focus.
INSIDE = """document => {
  const root = document.querySelector("#root").cloneNode(true);
  for (const key of root.querySelectorAll('[name="_key"]')) key.setAttribute("value", "");
  for (const node of root.querySelectorAll("[tabindex='-1']")) node.removeAttribute("tabindex");
  return root.innerHTML;
}"""


def sent(phone, html):
    """Return what is inside of the root of a document that the server sent."""
    return phone.page.evaluate(
        f"html => ({INSIDE})(new DOMParser().parseFromString(html, 'text/html'))", html
    )


def shown(phone):
    """Return what is inside of the root now."""
    return phone.page.evaluate(f"() => ({INSIDE})(document)")


@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_pages_look_the_same_from_both_ends(phone, locale):
    organiser = phone(locale=locale).sign_in("Chen Xiaoyu")
    for path in furnish(organiser):
        answer = organiser.context.request.get(
            organiser.site + path, headers={"Accept-Language": locale}
        )
        written = sent(organiser, answer.text())
        organiser.follow("/tickets" if path != "/tickets" else "/")
        organiser.follow(path)
        assert shown(organiser) == written, path


def test_hydration_keeps_every_node(organiser):
    # The nodes that the server sent are marked before any script has run.
    organiser.context.add_init_script(
        "addEventListener('DOMContentLoaded', () => {"
        " for (const node of document.querySelectorAll('#root *')) node.sent = true; });"
    )
    for path in furnish(organiser):
        organiser.open(path)
        made = organiser.page.evaluate(
            "() => [...document.querySelectorAll('#root *')].filter((node) => !node.sent)"
            ".map((node) => node.outerHTML)"
        )
        assert made == [], path


def test_a_wrong_form_looks_the_same_from_both_ends(phone, organiser):
    path = furnish(organiser)[2]
    guest, plain = phone().open(path), phone(java_script_enabled=False).open(path, ready=False)
    plain.expects(422)
    for one in (guest, plain):
        one.field("Name").fill("Wang Wu")
        one.button("Sign up").click()
        expect(one.errors).to_have_count(5)
    # What is typed is an attribute only where the server wrote it.
    assert shown(guest).replace(' value="Wang Wu"', "") == sent(
        guest, plain.page.content()
    ).replace(' value="Wang Wu"', "")
