"""Every page is the same, whether the server wrote it or the page made it."""

import pytest
from playwright.sync_api import expect

PATHS = (
    "/",
    "/events/{id}",
    "/events/{id}/sign-up",
    "/tickets",
    "/tickets/{ticket}",
    "/organise",
    "/organise/events/new",
    "/organise/events/{id}",
    "/organise/events/{id}/edit",
    "/organise/events/{id}/check-in",
    "/login",
)
QUESTIONS = [
    {"id": kind, "kind": kind, "label": kind, "choices": ["a & b", "<c>"] if "ch" in kind else []}
    for kind in ("text", "number", "phone", "choice", "choices")
]
# A key is made anew for each form, and a heading that was focused by script can take the focus.
SAME = """() => {
  const root = document.querySelector("#root").cloneNode(true);
  for (const key of root.querySelectorAll('[name="_key"]')) key.setAttribute("value", "");
  for (const heading of root.querySelectorAll("h1")) heading.removeAttribute("tabindex");
  return root.innerHTML;
}"""


@pytest.fixture
def places(organiser):
    event = organiser.publish(description="One.\\n\\nTwo <b>.", questions=QUESTIONS)
    ticket = organiser.sign_up(event, answers={"choices": ["<c>"], "number": 3}).json()["ticket"]
    return {"id": event["id"], "ticket": ticket}


@pytest.fixture
def still(phone, organiser, site):
    """The organiser's phone with JavaScript switched off."""
    state = organiser.context.storage_state()
    return phone(java_script_enabled=False, storage_state=state)


def test_pages_look_the_same_from_both_ends(organiser, phone, places):
    cookies = organiser.context.storage_state()
    for pattern in PATHS:
        path = pattern.format(**places)
        fresh = phone(storage_state=cookies).open("/nothing", ready=False)
        written = fresh.page.request.get(fresh.site + path).text()
        sent = fresh.page.evaluate(
            f"html => {{ const document = new DOMParser().parseFromString(html, 'text/html');"
            f" return ({SAME})(); }}",
            written,
        )
        organiser.open("/tickets" if path != "/tickets" else "/")
        organiser.page.evaluate(
            "path => { const a = document.createElement('a'); a.href = path; a.id = 'go';"
            " document.body.append(a); a.click(); }",
            path,
        )
        expect(organiser.page).to_have_url(organiser.site + path)
        expect(organiser.page.locator("html.pending")).to_have_count(0)
        assert organiser.page.evaluate(SAME) == sent, path


def test_hydration_keeps_every_node(organiser, places):
    for pattern in PATHS:
        # The nodes that the server sent are marked before any script has run.
        organiser.context.add_init_script(
            "addEventListener('DOMContentLoaded', () => {"
            " for (const node of document.querySelectorAll('#root *')) node.sent = true; });"
        )
        organiser.open(pattern.format(**places))
        made = organiser.page.evaluate(
            "() => [...document.querySelectorAll('#root *')].filter((node) => !node.sent)"
            ".map((node) => node.outerHTML)"
        )
        assert made == [], pattern
