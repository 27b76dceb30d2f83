"""Questions that are data: an organiser writes them, a guest's form asks them.

A question is a JSON object or record with `id`, `kind`, `label`, `required` and `choices`;
it becomes the same kind of field that a contract declares in Python.
"""

from __future__ import annotations

from typing import Any

from qiao.contract.choices import Choice, Choices
from qiao.contract.fields import Field
from qiao.contract.numbers import Number
from qiao.contract.problems import Invalid, Wrong
from qiao.contract.records import read_field
from qiao.contract.texts import Phone, Text
from qiao.i18n import gettext as _

KINDS = ("text", "number", "phone", "choice", "choices")


def question_field(question: Any) -> Field[Any]:
    """Return the field that checks answers to `question`; its name is `answers.<id>`."""
    optional = not question.required
    field: Field[Any]
    if question.kind == "choice":
        field = Choice(question.label, tuple(question.choices), optional=optional)
    elif question.kind == "choices":
        field = Choices(question.label, tuple(question.choices), optional=optional)
    elif question.kind == "number":
        field = Number(question.label, optional=optional)
    elif question.kind == "phone":
        field = Phone(question.label, optional=optional)
    else:
        field = Text(question.label, max=500, optional=optional)
    field.name = f"answers.{question.id}"
    field.is_answer = True
    return field


def check_answers(questions: list[Any], given: dict[str, Any]) -> dict[str, Any]:
    """Return the answers to `questions`, those left out excepted; raises `Invalid`.

    Answers to questions that are not asked (any more) are dropped.
    """
    checked: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for question in questions:
        field = question_field(question)
        try:
            value = read_field(field, given.get(question.id))
        except Wrong as problem:
            wrong[field.name] = str(problem)
        else:
            if value is not None:
                checked[question.id] = value
    if wrong:
        raise Invalid(wrong)
    return checked


class AnswersField(Field[dict[str, Any]]):
    """Answers by question id; what each must be stands in the questions, see `check_answers`."""

    widget = "answers"

    def __init__(self, label: str = "Answers") -> None:
        super().__init__(label, optional=True, default={})

    def read(self, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise Wrong(_("{label} must be a JSON object.", label=self.subject()))
        return dict(value)


answers = AnswersField
