"""What becomes of a picture that somebody sends."""

import random
import struct
import zlib

import pytest
from PIL import Image

from backend.picture_files import MOST_PIXELS, NAME, BadPicture, PictureFiles, addresses, decoded
from tests.pictures import opened, picture

ORIENTATION, GPS, MAKER = 0x0112, 0x8825, 0x010F


@pytest.fixture
def files(tmp_path):
    return PictureFiles(tmp_path / "uploads")


def stored(files, data):
    """Store a picture; return its two files, the smaller one first."""
    found = files.store(data)
    names = [path.removeprefix("/pictures/") for path in addresses(found.hash, found.width)]
    assert all(NAME.fullmatch(name) for name in names)
    return [opened((files.folder / name).read_bytes()) for name in names]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_it_becomes_a_jpeg_in_two_widths(files, kind):
    images = stored(files, picture(kind=kind))
    assert [image.size for image in images] == [(375, 250), (750, 500)]
    assert {image.format for image in images} == {"JPEG"}


def test_a_small_one_is_not_blown_up(files):
    assert [image.size for image in stored(files, picture(200, 100))] == [(200, 100)] * 2


def test_a_very_long_one_is_cut_in_the_middle(files):
    assert stored(files, picture(100, 2000))[1].size == (100, 200)
    assert stored(files, picture(2000, 100))[1].size == (200, 100)


def test_it_is_turned_upright_and_tells_nothing_of_where_it_was_taken(files):
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # the camera was held upright
    exif[MAKER] = "Phone of Ann"
    exif.get_ifd(GPS)[2] = (31.0, 13.0, 49.0)
    sent = picture(exif=exif, comment=b"Ann's flat")
    image = stored(files, sent)[1]
    assert image.size == (750, 1125)
    assert dict(image.getexif()) == {}
    left = image.getpixel((700, 100))
    assert left[0] < 60 < left[1]  # what was left is now above
    assert b"Ann" in sent
    assert all(b"Ann" not in path.read_bytes() for path in files.folder.iterdir())


def test_what_is_transparent_becomes_white(files, tmp_path):
    path = tmp_path / "clear.png"
    Image.new("RGBA", (100, 100), (255, 0, 0, 0)).save(path)
    assert stored(files, path.read_bytes())[0].getpixel((50, 50)) == (255, 255, 255)


def test_the_same_picture_is_stored_once(files):
    assert files.store(picture()) == files.store(picture())
    assert len(list(files.folder.iterdir())) == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"GIF89a" + bytes(100),
        b"\x89PNG\r\n\x1a\n" + bytes(50),
        picture()[:500],
        picture(kind="GIF"),
        picture(kind="TIFF"),
    ],
    ids=["empty", "svg", "gif", "png", "cut off", "whole gif", "tiff"],
)
def test_what_is_no_picture_is_refused(files, data):
    with pytest.raises(BadPicture, match="no picture"):
        files.store(data)
    assert not files.folder.exists()


def png_that_claims(width, height):
    """Return a PNG of few bytes and, as it says, of very many pixels."""

    def chunk(kind, body):
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(MOST_PIXELS // 1000 + 1, 1000), (60_000, 60_000)])
def test_a_few_bytes_that_would_become_gigabytes_are_not_decoded(files, size):
    with pytest.raises(BadPicture, match="pixels|no picture"):
        files.store(png_that_claims(*size))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_damaged_files_are_refused_or_read(kind):
    chance = random.Random(kind)
    whole = picture(120, 90, kind)
    refused = 0
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            decoded(bytes(data[: chance.randint(1, len(data))]))
        except BadPicture:
            refused += 1
    # Anything else would have been raised.
    assert refused > 50
