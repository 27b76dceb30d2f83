"""Events as handlers get them: plain values, no DOM object."""

from __future__ import annotations

from typing import Any

from qiao.browser import kernel


class Event:
    """What happened: `type` ("click"), and of the element: `value`, `checked`, `key`."""

    def __init__(self, type: str, value: str, checked: bool, key: str, raw: Any) -> None:
        self.type = type
        self.value = value
        self.checked = checked
        self.key = key
        self._raw = raw

    def prevent(self) -> None:
        """Keep the browser from what it would do by itself."""
        kernel.prevent(self._raw)
