"""Somebody with a phone: what people do, by hand or, where that is not the point, by the API."""

import itertools
from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from tests.e2e.phone import Phone

KINDS = {
    "text": "A few words",
    "number": "A number",
    "phone": "A telephone number",
    "choice": "One of several choices",
    "choices": "Any of several choices",
}
# One question of each kind, with an answer, for forms that have everything.
QUESTIONS = [
    {"id": "food", "kind": "text", "label": "What do you bring?", "required": True},
    {"id": "age", "kind": "number", "label": "Your age", "required": True},
    {"id": "call", "kind": "phone", "label": "Your number", "required": True},
    {
        "id": "tea",
        "kind": "choice",
        "label": "Which tea first?",
        "required": True,
        "choices": ["Longjing", "Pu'er"],
    },
    {
        "id": "days",
        "kind": "choices",
        "label": "Which days?",
        "required": True,
        "choices": ["Sat & Sun", "<Monday>"],
    },
]
ANSWERS = {
    "food": "Cake",
    "age": 40,
    "call": "+86 138 0013 8000",
    "tea": "Pu'er",
    "days": ["<Monday>"],
}


# Lists show 50 events: that of those to come the soonest first, an organiser's own the latest. So
# each event is a minute before those of the tests before, and each organiser is somebody else.
EARLIER = itertools.count()
ORGANISERS = (f"Chen Xiaoyu {number}" for number in itertools.count(1))


class Person(Phone):
    """A guest or an organiser."""

    name: str  # of who has signed in

    # By hand.

    def creates_event(self, title, places, questions=()):
        """Write an event in the form and publish it."""
        self.field("Title").fill(title)
        self.field("Start").fill("2027-09-15T18:00")
        self.field("End").fill("2027-09-15T21:00")
        self.field("Place").fill("12 Yuyuan Road")
        self.field("Number of places").fill(str(places))
        for question in questions:
            self.button("Add a question").click()
            self.asks(question)
        self.button("Publish the event").click()

    def asks(self, question):
        """Fill the last row of questions."""
        row = self.page.locator(".row").last
        row.get_by_label("Question", exact=True).fill(question["label"])
        row.get_by_label("Kind of answer").select_option(label=KINDS[question["kind"]])
        if question.get("choices"):
            row.get_by_label("Choices, one a line").fill("\n".join(question["choices"]))
        if question.get("required"):
            row.get_by_label("Must be answered").check()

    def fills_in(self, name="Wang Wu", questions=(), answers=ANSWERS):
        """Fill in the sign-up form."""
        self.field("Name").fill(name)
        for question in questions:
            answer = answers[question["id"]]
            if question["kind"] == "choice":
                self.field(question["label"]).select_option(answer)
            elif question["kind"] == "choices":
                for one in answer:
                    self.field(one).check()
            else:
                self.field(question["label"]).fill(str(answer))

    def signs_up(self, name="Wang Wu", questions=(), answers=ANSWERS):
        """Sign up in the form that is open; return the code of the ticket."""
        self.fills_in(name, questions, answers)
        self.button("Sign up").click()
        expect(self.heading).to_have_text("Your ticket")
        return self.page.locator(".ticket .code").inner_text()

    def checks_in(self, code):
        """Type the code of a ticket in at the door."""
        self.field("Ticket code").fill(code)
        self.button("Check in").click()

    # By the API.

    def post(self, path, data):
        """Send JSON as this person; return the answer, whatever its status."""
        return self.context.request.post(f"{self.site}/api{path}", data=data)

    def sign_in(self, name):
        """Sign in as the shell does: a code for a ticket, the ticket with the first page."""
        return self.open(f"/?ticket={self.login_ticket(name)}")

    def login_ticket(self, name):
        self.name = name
        return self.post("/logins", {"host": "preview", "code": name}).json()["ticket"]

    def publish(self, **changes):
        """Create an event and return it."""
        noon = datetime.now(UTC).replace(hour=12, minute=0)
        begin = noon + timedelta(days=7, minutes=-next(EARLIER))
        form = {
            "title": "Tea tasting",
            "starts_at": f"{begin:%Y-%m-%dT%H:%M}",
            "ends_at": f"{begin + timedelta(hours=2):%Y-%m-%dT%H:%M}",
            "zone": "Asia/Shanghai",
            "place": "12 Yuyuan Road",
            "capacity": 20,
        }
        answer = self.post("/events", {**form, **changes})
        assert answer.status == 201, answer.text()
        return answer.json()

    def takes_place(self, event, name="Wang Wu", answers=ANSWERS):
        """Sign up and return the code of the ticket."""
        answer = self.post(f"/events/{event['id']}/sign-ups", {"name": name, "answers": answers})
        assert answer.status == 201, answer.text()
        return answer.json()["ticket"]

    def invites(self, event, name="Zhou Ming"):
        """Invite a helper and return the code."""
        answer = self.post(f"/events/{event['id']}/helpers", {"name": name})
        assert answer.status == 201, answer.text()
        return answer.json()["code"]
