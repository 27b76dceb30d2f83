"""Picture files: what was sent is decoded, made small and stored under the hash of what it became.

Nothing of the file that came is kept: neither its name, nor where and when it was taken, nor what
else may hide in it.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import struct
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

# By its first bytes: no other decoder is ever asked.
FORMATS = ("JPEG", "PNG", "WEBP")
# Of a phone's largest pictures. A few kilobytes can claim to be a thousand times that.
MOST_PIXELS = 50_000_000
SMALLEST = 64
# The width of a phone's page, on screens of one and of two pixels a point.
WIDTHS = (375, 750)
# What is longer than that is cut, equally on both sides.
LONGEST = 2
QUALITY = 82
NAME = re.compile(r"[0-9a-f]{32}-[0-9]{2,4}\.jpg")
# One at a time: a decoded picture takes up to two hundred megabytes.
_decoding = threading.Lock()


class BadPicture(Exception):
    """What came is no picture that is taken here; `why` is one of the words below."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored picture: its name, and the size of its larger file in pixels."""

    hash: str
    width: int
    height: int


class PictureFiles:
    """The storage: files in a folder, which several machines must share."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def store(self, data: bytes) -> Stored:
        """Decode and store a picture; raises `BadPicture`. The same twice is stored once."""
        sizes = [encoded(one) for one in resized(decoded(data))]
        hash = hashlib.sha256(sizes[-1][1]).hexdigest()[:32]
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for (width, _), content in sizes:
            self._write(f"{hash}-{width}.jpg", content)
        return Stored(hash, *sizes[-1][0])

    def remove(self, hash: str) -> None:
        """Remove a picture; one that is gone already is fine."""
        for path in self.folder.glob(f"{hash}-*.jpg"):
            path.unlink(missing_ok=True)

    def older_than(self, seconds: float) -> Iterator[str]:
        """Yield the hashes of pictures that have lain there for a while."""
        before = time.time() - seconds
        for path in self.folder.glob("*.jpg"):
            if path.stat().st_mtime < before:
                yield path.name.partition("-")[0]

    def _write(self, name: str, content: bytes) -> None:
        path = self.folder / name
        draft = path.with_name(f".{name}.{secrets.token_hex(4)}")
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # Also where it is there already: it is new again for whoever looks for old ones.
        draft.replace(path)


def addresses(hash: str, width: int) -> tuple[str, str]:
    """Return the paths of the smaller and the larger file of a picture."""
    return f"/pictures/{hash}-{min(width, WIDTHS[0])}.jpg", f"/pictures/{hash}-{width}.jpg"


def decoded(data: bytes) -> Image.Image:
    """Return the picture in some bytes, upright, without transparency; raises `BadPicture`."""
    try:
        # Only its header is read yet.
        with _decoding, Image.open(BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise BadPicture("too many pixels")
            if min(image.size) < SMALLEST:
                raise BadPicture("too small")
            # A JPEG is decoded at a fraction of its size where that is enough.
            image.draft("RGB", (WIDTHS[-1] * 2, WIDTHS[-1] * 2))
            image.thumbnail((WIDTHS[-1] * 4, WIDTHS[-1] * 4))
            upright = ImageOps.exif_transpose(image).convert("RGBA")
    except BadPicture:
        raise
    except (OSError, ValueError, SyntaxError, EOFError, LookupError, struct.error, zlib.error,
            Image.DecompressionBombError, Image.DecompressionBombWarning) as error:  # fmt: skip
        # What Pillow's decoders raise for damaged files.
        raise BadPicture("no picture") from error
    paper = Image.new("RGB", upright.size, "white")
    paper.paste(upright, mask=upright.getchannel("A"))
    return paper


def resized(image: Image.Image) -> list[Image.Image]:
    """Return the picture in its widths, the smaller one first."""
    width, height = image.size
    tall, wide = min(height, width * LONGEST), min(width, height * LONGEST)
    if (wide, tall) != (width, height):
        image = ImageOps.fit(image, (wide, tall))
    widths = sorted({min(image.width, one) for one in WIDTHS})
    return [
        image.resize(
            (one, max(1, round(image.height * one / image.width))), Image.Resampling.LANCZOS
        )
        for one in widths
    ]


def encoded(image: Image.Image) -> tuple[tuple[int, int], bytes]:
    """Return the size and the file of a picture. JPEG: every host's checks know it."""
    file = BytesIO()
    image.save(file, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return image.size, file.getvalue()
