"""What a request sends, read with care: nothing here can end in a 500."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from flask import Request, Response
from werkzeug.datastructures import FileStorage

from backend.errors import BadJson, BadRequest, NotJson, NotMultipart, TooLarge
from qiao.contract import Record
from qiao.contract.endpoints import LARGEST

# As much as a mistake can be; who sends more does not wait for an answer.
LINGER = 32 * 1024 * 1024


def read_json(request: Request, largest: int = LARGEST) -> Any:
    """Return the JSON value in the body; raises `TooLarge`, `NotJson` or `BadJson`."""
    request.max_content_length = largest
    # From the header, before anything is read.
    if (request.content_length or 0) > largest:
        raise TooLarge
    if request.mimetype != "application/json":
        raise NotJson
    raw = request.get_data(cache=False)
    # A body that came in pieces, without a length, is cut off at the limit without a word.
    if len(raw) >= largest:
        raise TooLarge
    try:
        text = raw.decode()
        value = json.loads(text, parse_constant=_refuse)
        # Half a surrogate pair is a fine JSON escape, but no text that can be stored.
        if "\\ud" in text.lower():
            json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise BadJson(why=error.msg, line=error.lineno, column=error.colno) from None
    except (ValueError, RecursionError) as error:
        # Not UTF-8, a number with thousands of digits, brackets within brackets without end.
        raise BadJson(why=type(error).__name__) from None
    return value


def read_query(request: Request, takes: type[Record]) -> dict[str, Any]:
    """Return the query of a GET as the JSON object that `takes` reads."""
    return {name: field.parse(request.args.getlist(name)) for name, field in takes.fields.items()}


def read_multipart(request: Request, takes: type[Record], largest: int) -> dict[str, Any]:
    """Return a body with files as the object that `takes` reads."""
    if request.mimetype != "multipart/form-data":
        raise NotMultipart
    sent = read_form(request, largest)
    return {name: field.parse(sent.get(name, [])) for name, field in takes.fields.items()}


def read_form(request: Request, largest: int = LARGEST) -> dict[str, list[Any]]:
    """Return a posted form: name of the control -> texts, or the bytes of a file.

    Raises `TooLarge`.
    """
    # In pieces it could be cut off unnoticed, see above. No browser sends a form like that.
    if request.content_length is None:
        raise BadRequest
    request.max_content_length = largest
    if request.content_length > largest:
        raise TooLarge
    sent: dict[str, list[Any]] = request.form.to_dict(flat=False)
    return sent | {name: [_content(one) for one in files] for name, files in request.files.lists()}


def _content(file: FileStorage) -> bytes:
    # From the beginning: a transaction that is begun again reads it again.
    file.stream.seek(0)
    return file.stream.read()


def linger(request: Request, response: Response) -> None:
    """Let a client that sends too much finish before the connection is closed.

    Otherwise it would find a broken pipe instead of the answer, which is on its way already.
    What comes is thrown away, in small pieces, and not without end.
    """
    stream = request.environ["wsgi.input"]

    def discard() -> None:
        for _ in range(LINGER // LARGEST):
            if not stream.read(LARGEST):
                return

    response.call_on_close(discard)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")
