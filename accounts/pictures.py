"""Pictures that people send: checked, and decoded to pixels, so that nothing else is kept."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

from django.core.files.uploadedfile import UploadedFile
from PIL import Image, ImageFile, ImageOps

from accounts.errors import PictureRefusal, PictureRefused

# Passes over the whole picture, each of which takes time: a usual progressive JPEG has ten.
MOST_SCANS = 20

EXTENSIONS = (".png", ".jpg", ".jpeg")
SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
JPEG_START = SIGNATURES[1]
START_OF_SCAN = b"\xff\xda"  # within a scan such bytes are written in another way
SVG_STARTS = (b"<svg", b"<?xml")
# An error far above our own limit, below that a warning.
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)
SIXTEEN_BITS = ("I", "I;16", "I;16B", "I;16L")

# One picture at a time: a decoded one takes much memory.
ONE_AT_A_TIME = Lock()


@dataclass(frozen=True)
class Limits:
    """`heaviest` in bytes; `widest` in pixels, and the highest; `most_pixels` in all, which a
    decoder may hold at once; `kept` on the longest side of what is kept."""

    heaviest: int
    widest: int
    most_pixels: int
    kept: int


@contextmanager
def redrawn(file: UploadedFile, limits: Limits) -> Iterator[Image.Image]:
    """The first frame, upright, in eight bits a channel, at most `kept` large, with nothing else
    that was in the file. To be saved inside: one picture at a time. Raises PictureRefused."""
    _check_kind(file, limits)
    with ONE_AT_A_TIME, _whole_pictures_only():
        picture = _picture(file, limits)
        picture.thumbnail((limits.kept, limits.kept), Image.Resampling.LANCZOS)
        picture.info = {}  # comments, profiles, resolution
        yield picture


def saved(picture: Image.Image, kind: str, **options: int | bool) -> bytes:
    drawn = io.BytesIO()
    picture.save(drawn, kind, **options)
    return drawn.getvalue()


def _check_kind(file: UploadedFile, limits: Limits) -> None:
    """What can be told before a single pixel is read."""
    name = (file.name or "").lower()
    start = file.read(len(SIGNATURES[0]))
    if name.endswith(".svg") or start.lstrip().lower().startswith(SVG_STARTS):
        raise PictureRefused(PictureRefusal.SVG)
    if not name.endswith(EXTENSIONS) or not start.startswith(SIGNATURES):
        raise PictureRefused(PictureRefusal.OTHER_KIND)
    if file.size is None or file.size > limits.heaviest:
        raise PictureRefused(PictureRefusal.TOO_HEAVY)
    if start.startswith(JPEG_START) and file.read().count(START_OF_SCAN) > MOST_SCANS:
        raise PictureRefused(PictureRefusal.BROKEN)


@contextmanager
def _whole_pictures_only() -> Iterator[None]:
    """WeasyPrint, once imported, makes Pillow content with half a picture in the whole process."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _picture(file: UploadedFile, limits: Limits) -> Image.Image:
    try:
        _check_size(_opened(file), limits)
        _opened(file).verify()
        opened = _opened(file)
        opened.draft(None, (limits.kept, limits.kept))  # a JPEG, at a fraction of its size
        return _eight_bits(ImageOps.exif_transpose(opened))
    except (PictureRefused, MemoryError):
        raise
    except BOMBS as error:
        raise PictureRefused(PictureRefusal.TOO_LARGE) from error
    # A damaged file makes Pillow fail in many ways, of which its manual names only some.
    except Exception as error:
        raise PictureRefused(PictureRefusal.BROKEN) from error


def _opened(file: UploadedFile) -> Image.Image:
    """Only the header is read."""
    file.seek(0)
    return Image.open(file, formats=("PNG", "JPEG"))


def _check_size(picture: Image.Image, limits: Limits) -> None:
    width, height = picture.size
    if max(width, height) > limits.widest or width * height > limits.most_pixels:
        raise PictureRefused(PictureRefusal.TOO_LARGE)


def _eight_bits(picture: Image.Image) -> Image.Image:
    if picture.mode in SIXTEEN_BITS:
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")
