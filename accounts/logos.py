"""Pictures that people send: checked, and drawn again, so that only pixels are kept."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from django.core.files.uploadedfile import UploadedFile
from PIL import Image, ImageFile, ImageOps

from accounts.errors import LogoRefusal, LogoRefused

HEAVIEST = 1024 * 1024  # bytes
WIDEST = 2000  # pixels, and the highest
KEPT = 512  # pixels on the longest side
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


# One picture at a time: a decoded one takes up to 16 MB.
ONE_AT_A_TIME = Lock()


def reencoded_logo(file: UploadedFile) -> bytes:
    """A PNG of at most 512 by 512 pixels, without anything else that was in the file.

    Raises LogoRefused.
    """
    _check_kind(file)
    with ONE_AT_A_TIME, _whole_pictures_only():
        return _png(_picture(file))


def _check_kind(file: UploadedFile) -> None:
    """What can be told before a single pixel is read."""
    name = (file.name or "").lower()
    start = file.read(len(SIGNATURES[0]))
    if name.endswith(".svg") or start.lstrip().lower().startswith(SVG_STARTS):
        raise LogoRefused(LogoRefusal.SVG)
    if not name.endswith(EXTENSIONS) or not start.startswith(SIGNATURES):
        raise LogoRefused(LogoRefusal.OTHER_KIND)
    if file.size is None or file.size > HEAVIEST:
        raise LogoRefused(LogoRefusal.TOO_HEAVY)
    if start.startswith(JPEG_START) and file.read().count(START_OF_SCAN) > MOST_SCANS:
        raise LogoRefused(LogoRefusal.BROKEN)


@contextmanager
def _whole_pictures_only() -> Iterator[None]:
    """WeasyPrint, once imported, makes Pillow content with half a picture in the whole process."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _picture(file: UploadedFile) -> Image.Image:
    """The first frame, upright, in eight bits a channel."""
    try:
        _check_size(_opened(file))
        _opened(file).verify()
        return _eight_bits(ImageOps.exif_transpose(_opened(file)))
    except (LogoRefused, MemoryError):
        raise
    except BOMBS as error:
        raise LogoRefused(LogoRefusal.TOO_LARGE) from error
    # A damaged file makes Pillow fail in many ways, of which its manual names only some.
    except Exception as error:
        raise LogoRefused(LogoRefusal.BROKEN) from error


def _opened(file: UploadedFile) -> Image.Image:
    """Only the header is read."""
    file.seek(0)
    return Image.open(file, formats=("PNG", "JPEG"))


def _check_size(picture: Image.Image) -> None:
    if max(picture.size) > WIDEST:
        raise LogoRefused(LogoRefusal.TOO_LARGE)


def _eight_bits(picture: Image.Image) -> Image.Image:
    if picture.mode in SIXTEEN_BITS:
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _png(picture: Image.Image) -> bytes:
    picture.thumbnail((KEPT, KEPT), Image.Resampling.LANCZOS)
    picture.info = {}  # comments, profiles, resolution
    drawn = io.BytesIO()
    picture.save(drawn, "PNG", optimize=True)
    return drawn.getvalue()
