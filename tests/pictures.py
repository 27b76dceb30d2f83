"""Pictures for tests."""

from io import BytesIO

from PIL import Image


def picture(width=1200, height=800, kind="JPEG", colour="teal", **options):
    """Return the bytes of a picture, left half of one colour and right half white."""
    image = Image.new("RGB", (width, height), "white")
    image.paste(colour, (0, 0, width // 2, height))
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def opened(data):
    return Image.open(BytesIO(data))
