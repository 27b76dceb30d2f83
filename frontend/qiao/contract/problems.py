"""What can go wrong, told to a person and to a program in one shape.

Written as JSON a problem is `{"code": "full", "message": "All places are taken."}`,
with `fields` (name of the field -> message) where the input was wrong.
"""

from qiao.i18n import N_, gettext


def snake_case(name: str) -> str:
    """Return `name`, in CamelCase, as snake_case."""
    return "".join(
        ("_" if letter.isupper() and at else "") + letter.lower() for at, letter in enumerate(name)
    )


class Wrong(ValueError):
    """One value is wrong; its text is already in the language of the request."""


class Problem(Exception):
    """Base of all problems an endpoint can answer with.

    A subclass gives `status` (HTTP) and `message` (English source text, marked by `N_`).
    Its `code` is the class name in snake case; keyword arguments fill the message's
    placeholders and travel as extra members of the JSON object.
    """

    status = 400
    message = N_("That did not work.")
    code = "problem"

    def __init_subclass__(cls) -> None:
        if "code" not in cls.__dict__:
            cls.code = snake_case(cls.__name__)

    def __init__(self, **details: object) -> None:
        super().__init__(self.code)
        self.details = details

    def text(self) -> str:
        """Return the message in the language of the request."""
        return gettext(self.message, **self.details)

    def write(self) -> dict[str, object]:
        """Return the JSON object of this problem."""
        return {"code": self.code, "message": self.text(), **self.details}


class Invalid(Problem):
    """Some fields are wrong: `fields` maps a field's path to what is wrong with it."""

    status = 422
    message = N_("Some of the fields need another look.")

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__()
        self.fields = fields

    def write(self) -> dict[str, object]:
        return {"code": self.code, "message": self.text(), "fields": self.fields}


class Refused(Problem):
    """A problem the server reported whose class this page does not know (an old page)."""

    def __init__(self, status: int, answer: dict[str, object]) -> None:
        super().__init__()
        self.status = status
        self.code = str(answer.get("code", "problem"))
        self.told = str(answer.get("message") or gettext(self.message))

    def text(self) -> str:
        return self.told


class Unreachable(Problem):
    """The server could not be reached; nothing typed is lost."""

    status = 503
    message = N_("No connection. Check your network and try again.")
