"""Ticket codes: eight random characters, and eight that prove that we issued them.

    XXXX-XXXX-XXXX-XXXX

The letters are Crockford's base 32, which has no I, L, O and U, so a code survives being read
aloud and typed in. A code that was made up is refused without asking the database.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from contract.tickets import ForgedTicket

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
HALF = 8
# What people type for what they see.
MEANT = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


class Codes:
    """Makes and reads ticket codes with one key."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def issue(self) -> str:
        """Return a new code, as it is stored: sixteen letters."""
        number = random_letters(HALF)
        return number + self._proof(number)

    def read(self, typed: str) -> str:
        """Return the stored form of a code that somebody typed; raises `ForgedTicket`."""
        code = meant(typed)
        number, proof = code[:HALF], code[HALF:]
        # Compared as bytes: what was typed may hold any character, even half a one.
        if not hmac.compare_digest(proof.encode(errors="replace"), self._proof(number).encode()):
            raise ForgedTicket
        return code

    def _proof(self, number: str) -> str:
        digest = hmac.digest(self._key, number.encode(errors="replace"), hashlib.sha256)
        return _letters(digest[:HALF])


def random_letters(count: int) -> str:
    """Return letters that nobody can guess, five bits each."""
    return _letters(secrets.token_bytes(count))


def _letters(chosen: bytes) -> str:
    # 256 is a multiple of 32, so every letter is as likely as another.
    return "".join(LETTERS[byte % 32] for byte in chosen)


def meant(typed: str) -> str:
    """Return the code that somebody meant by what they typed."""
    return typed.upper().translate(MEANT)


def show(code: str) -> str:
    """Return a stored code as people read it."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))
