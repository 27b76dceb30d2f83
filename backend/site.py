"""The site: what a process works with."""

from __future__ import annotations

from dataclasses import dataclass

from backend.codes import Codes
from backend.config import Config
from backend.db import Database
from backend.platforms.doors import Platforms
from backend.seals import Seal


@dataclass(frozen=True, slots=True)
class Site:
    """What lasts from start to end of the process."""

    config: Config
    database: Database
    codes: Codes
    platforms: Platforms
    seal: Seal

    def close(self) -> None:
        """Close every connection to others."""
        self.database.close()
        self.platforms.close()
