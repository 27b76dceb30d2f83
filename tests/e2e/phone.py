"""A phone: a browser of its own, and an ear for all that may go wrong in it."""

from contextlib import contextmanager

from playwright.sync_api import expect

SIZE = {"width": 375, "height": 812}
# Said by the browser itself of every answer above 399; `answered` and `failed` hear of those.
ECHO = "Failed to load resource"


class Phone:
    """A browser with one page open.

    `trouble` collects what went wrong in any of its pages; `documents` and `calls` what was asked
    of the server. An answer above 399 is trouble, too, unless the test `expects` it.
    """

    def __init__(self, context, site):
        self.context = context
        self.site = site
        self.documents = []
        self.calls = []
        self.expected = set()
        self.trouble = []
        self.refusals = []
        self.is_offline = False
        context.on("weberror", lambda wrong: self.trouble.append(str(wrong.error)))
        context.on("console", self.heard)
        context.on("request", self.asked)
        context.on("response", self.answered)
        context.on("requestfailed", self.failed)
        self.page = context.new_page()

    # What it hears.

    def heard(self, said):
        if said.type in ("error", "warning") and ECHO not in said.text:
            self.trouble.append(said.text)

    def asked(self, request):
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.trouble.append(f"a request to {request.url}")
        path = request.url.removeprefix(self.site)
        if request.is_navigation_request():
            self.documents.append(path)
        elif path.startswith("/api/"):
            self.calls.append(f"{request.method} {path}")

    def answered(self, response):
        if response.status >= 400:
            self.refusals.append((response.status, response.url))
        # Every page, also one that says what is wrong; a redirect is none.
        if response.request.is_navigation_request() and not 300 <= response.status < 400:
            policy = response.headers.get("content-security-policy", "")
            if "script-src 'self';" not in policy or "unsafe" in policy:
                self.trouble.append(f"the policy of {response.url}: {policy!r}")

    def failed(self, request):
        # A page that is left, or closed, gives up what it was asking for.
        if not self.is_offline and request.failure != "net::ERR_ABORTED":
            self.trouble.append(f"{request.url}: {request.failure}")

    def expects(self, *statuses):
        """Say that answers with these statuses are the point of the test."""
        self.expected |= {*statuses}

    def complaints(self):
        """Return all that went wrong, and what should have and did not."""
        seen = {status for status, _url in self.refusals}
        return [
            *self.trouble,
            *(f"{status} {url}" for status, url in self.refusals if status not in self.expected),
            *(f"no answer was {status}" for status in self.expected - seen),
        ]

    @contextmanager
    def offline(self):
        """Take its network away for a while."""
        self.is_offline = True
        self.context.set_offline(True)
        yield
        self.context.set_offline(False)
        self.is_offline = False

    @contextmanager
    def holding_back(self, pattern):
        """Let the files of `pattern` arrive only afterwards."""
        held = []
        self.page.route(pattern, lambda route: held.append(route))
        yield
        # Those that are held go on by this, too.
        self.page.unroute(pattern)

    # Where it goes.

    def open(self, path, ready=True):
        """Open a document, and wait until the page's own Python has taken over."""
        self.page.goto(self.site + path)
        if ready:
            self.ready()
        return self

    def status_of(self, path):
        """Open a document that is refused; return the status of the answer."""
        status = self.page.goto(self.site + path).status
        self.expects(status)
        return status

    def ready(self):
        """Wait until the page's own Python has taken over."""
        expect(self.page.locator("html[data-hydrated]")).to_have_count(1)
        return self

    def reload(self):
        self.page.reload()
        return self.ready()

    def follow(self, path):
        """Go to a path as a link in the page does."""
        self.follow_soon(path)
        self.arrived(path)

    def follow_soon(self, path):
        """Tap a link to a path, and don't wait."""
        self.page.evaluate(
            "path => { const a = document.createElement('a'); a.href = path;"
            " document.body.append(a); a.click(); a.remove(); }",
            path,
        )

    def arrived(self, path):
        """Wait until the page of this path is shown."""
        expect(self.page).to_have_url(self.site + path)
        expect(self.page.locator("html.pending")).to_have_count(0)

    # What it shows.

    def button(self, name):
        return self.page.get_by_role("button", name=name, exact=True)

    def link(self, name):
        return self.page.get_by_role("link", name=name, exact=True)

    def field(self, label):
        return self.page.get_by_label(label, exact=True)

    def text(self, text):
        return self.page.get_by_text(text)

    @property
    def heading(self):
        return self.page.get_by_role("heading", level=1)

    @property
    def alert(self):
        return self.page.get_by_role("alert")

    @property
    def errors(self):
        """The messages at fields."""
        return self.page.locator(".error")

    @property
    def path(self):
        return self.page.url.removeprefix(self.site)
