"""A logo: a small PNG, whatever was sent."""

from django.core.files.uploadedfile import UploadedFile

from accounts.pictures import Limits, redrawn, saved

HEAVIEST = 1024 * 1024  # bytes
WIDEST = 2000  # pixels, and the highest
KEPT = 512  # pixels on the longest side
LIMITS = Limits(heaviest=HEAVIEST, widest=WIDEST, most_pixels=WIDEST * WIDEST, kept=KEPT)


def reencoded_logo(file: UploadedFile) -> bytes:
    """A PNG of at most 512 by 512 pixels, without anything else that was in the file.

    Raises PictureRefused.
    """
    with redrawn(file, LIMITS) as picture:
        return saved(picture, "PNG", optimize=True)
