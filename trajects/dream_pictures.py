"""The picture of a dream image: a JPEG without anything else that was in the file."""

import base64

from django.core.files.uploadedfile import UploadedFile
from PIL import Image

from accounts.errors import PictureRefusal, PictureRefused
from accounts.pictures import Limits, redrawn, saved

HEAVIEST = 8 * 1024 * 1024  # bytes: a photograph of a phone
WIDEST = 9000  # pixels, and the highest
MOST_PIXELS = 25_000_000
KEPT = 1600  # pixels on the longest side
HEAVIEST_KEPT = 500_000  # bytes
QUALITIES = (85, 75, 60, 45, 30, 15)

LIMITS = Limits(heaviest=HEAVIEST, widest=WIDEST, most_pixels=MOST_PIXELS, kept=KEPT)


def redrawn_picture(file: UploadedFile) -> bytes:
    """A JPEG of at most 1600 by 1600 pixels and 500 kB. Raises PictureRefused."""
    with redrawn(file, LIMITS) as picture:
        opaque = _on_white(picture)
        for quality in QUALITIES:
            drawn = saved(opaque, "JPEG", quality=quality, optimize=True)
            if len(drawn) <= HEAVIEST_KEPT:
                return drawn
    raise PictureRefused(PictureRefusal.TOO_HEAVY)


def _on_white(picture: Image.Image) -> Image.Image:
    """A JPEG has no holes."""
    if picture.mode != "RGBA":
        return picture.convert("RGB")
    page = Image.new("RGB", picture.size, (255, 255, 255))
    page.paste(picture, mask=picture.getchannel("A"))
    return page


def as_text(picture: bytes | None) -> str:
    """As the box keeps it; empty for none."""
    return base64.b64encode(picture or b"").decode()


def as_picture(text: str) -> bytes | None:
    return base64.b64decode(text) if text else None
