"""What is left of a picture that somebody sends with a dream image (promise 14)."""

import random
from time import process_time

import pytest
from PIL import Image

from accounts.errors import PictureRefusal, PictureRefused
from tests.accounts.pictures import GREEN, PAYLOAD, bomb, jpeg, opened, png, saved, upload
from tests.accounts.test_logos import HIDING
from trajects import dream_pictures
from trajects.dream_pictures import (
    HEAVIEST,
    HEAVIEST_KEPT,
    KEPT,
    WIDEST,
    as_picture,
    as_text,
    redrawn_picture,
)

REFUSED = {
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "boom.svg", PictureRefusal.SVG),
    "svg renamed": (b"<?xml version='1.0'?><svg/>", "boom.jpg", PictureRefusal.SVG),
    "page renamed": (b"<!doctype html>" + PAYLOAD, "boom.jpg", PictureRefusal.OTHER_KIND),
    "program": (jpeg(), "boom.exe", PictureRefusal.OTHER_KIND),
    "empty": (b"", "boom.jpg", PictureRefusal.OTHER_KIND),
    "too heavy": (jpeg() + b"\0" * HEAVIEST, "boom.jpg", PictureRefusal.TOO_HEAVY),
    "too wide": (jpeg((WIDEST + 1, 1)), "boom.jpg", PictureRefusal.TOO_LARGE),
    "too many pixels": (bomb(5001, 5000), "boom.png", PictureRefusal.TOO_LARGE),
    "bomb": (bomb(60_000, 60_000), "boom.png", PictureRefusal.TOO_LARGE),
    "cut off": (jpeg((400, 400))[:900], "boom.jpg", PictureRefusal.BROKEN),
}


@pytest.mark.parametrize("case", REFUSED)
def test_file_is_refused(case):
    content, name, reason = REFUSED[case]
    started = process_time()

    with pytest.raises(PictureRefused) as refused:
        redrawn_picture(upload(content, name))

    assert refused.value.reason == reason
    assert process_time() - started < 1


@pytest.mark.parametrize("case", HIDING)
def test_only_pixels_are_kept(case):
    kept = redrawn_picture(upload(*HIDING[case]))

    picture = opened(kept)
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (60, 40))
    assert (len(picture.getexif()), "comment" in picture.info) == (0, False)
    assert b"script" not in kept
    assert picture.getpixel((5, 5)) == pytest.approx(GREEN, abs=4)


def test_what_is_transparent_becomes_white():
    picture = Image.new("RGBA", (60, 40), (*GREEN, 0))

    kept = opened(redrawn_picture(upload(saved(picture), "boom.png")))

    assert kept.getpixel((30, 20)) == pytest.approx((255, 255, 255), abs=2)


def test_a_grey_picture_stays_grey():
    kept = opened(redrawn_picture(upload(saved(Image.new("L", (60, 40), 100)), "boom.png")))

    assert kept.getpixel((30, 20)) == pytest.approx((100, 100, 100), abs=2)


@pytest.mark.parametrize(
    ("size", "kept"), [((KEPT, KEPT), (KEPT, KEPT)), ((4000, 2000), (1600, 800)), ((1, 1), (1, 1))]
)
def test_longest_side_is_kept_small(size, kept):
    assert opened(redrawn_picture(upload(jpeg(size), "boom.jpg"))).size == kept


def noise(side: int) -> Image.Image:
    """Nothing that a JPEG can make smaller."""
    return Image.frombytes("RGB", (side, side), random.Random(8).randbytes(side * side * 3))


def test_the_busiest_picture_becomes_light():
    content = saved(noise(1500), "JPEG", quality=60)

    kept = redrawn_picture(upload(content, "boom.jpg"))

    assert len(kept) <= HEAVIEST_KEPT
    assert opened(kept).size == (1500, 1500)


def test_what_stays_too_heavy_is_refused(monkeypatch):
    monkeypatch.setattr(dream_pictures, "HEAVIEST_KEPT", 100)

    with pytest.raises(PictureRefused) as refused:
        redrawn_picture(upload(png(), "boom.png"))

    assert refused.value.reason == PictureRefusal.TOO_HEAVY


def test_a_picture_travels_as_text():
    assert as_picture(as_text(jpeg())) == jpeg()
    assert (as_text(None), as_picture("")) == ("", None)
