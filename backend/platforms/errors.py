"""What can become of a call of a platform's server. No message holds a secret, token or code."""

from __future__ import annotations


class PlatformError(Exception):
    """The platform answered that it won't. `code` is its own: "40029", "isv.code-invalid"."""

    def __init__(self, platform: str, what: str, code: str, message: str = "") -> None:
        self.code = code
        # Platforms repeat in it what was sent, so it is cut short and kept on one line.
        told = " ".join(message.split())[:120]
        super().__init__(f"{platform} refused {what}: {code} {told}".rstrip())


class PlatformAway(Exception):
    """No answer, or none that says anything: busy, too many calls, broken off.

    `done` tells whether the call may have had its effect all the same.
    """

    def __init__(self, platform: str, what: str, why: str, *, done: bool) -> None:
        self.done = done
        super().__init__(f"{platform} did not answer {what}: {why}")
