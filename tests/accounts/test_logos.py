"""What may be a logo, and what is left of it."""

import io
from time import process_time

import pytest
from PIL import Image, ImageCms, ImageFile, PngImagePlugin

from accounts.errors import PictureRefusal, PictureRefused
from accounts.logos import HEAVIEST, KEPT, WIDEST, reencoded_logo
from accounts.pictures import MOST_SCANS
from tests.accounts.pictures import (
    GREEN,
    PAYLOAD,
    bomb,
    chunk,
    jpeg,
    opened,
    png,
    saved,
    slow_jpeg,
    upload,
)


@pytest.fixture(autouse=True, params=[False, True], ids=["strict", "after WeasyPrint"])
def lenient(request, monkeypatch) -> bool:
    """WeasyPrint, once imported, makes Pillow content with half a picture."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", request.param)
    return request.param


def gif() -> bytes:
    return saved(Image.new("P", (20, 20)), "GIF")


REFUSED = {
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "logo.svg", PictureRefusal.SVG),
    "svg renamed": (b"\n <?xml version='1.0'?><svg/>", "logo.png", PictureRefusal.SVG),
    "png named as svg": (png(), "logo.SVG", PictureRefusal.SVG),
    "gif": (gif(), "logo.gif", PictureRefusal.OTHER_KIND),
    "gif renamed": (gif(), "logo.png", PictureRefusal.OTHER_KIND),
    "png named as program": (png(), "logo.exe", PictureRefusal.OTHER_KIND),
    "png named as page": (png(), "logo.png.html", PictureRefusal.OTHER_KIND),
    "no extension": (png(), "logo", PictureRefusal.OTHER_KIND),
    "page renamed": (b"<!doctype html>" + PAYLOAD, "logo.jpg", PictureRefusal.OTHER_KIND),
    "empty": (b"", "logo.png", PictureRefusal.OTHER_KIND),
    "one byte too heavy": (png() + b"\0" * HEAVIEST, "logo.png", PictureRefusal.TOO_HEAVY),
    "too wide": (png((WIDEST + 1, 1)), "logo.png", PictureRefusal.TOO_LARGE),
    "too high": (jpeg((1, WIDEST + 1)), "logo.jpg", PictureRefusal.TOO_LARGE),
    "bomb": (bomb(60_000, 60_000), "logo.png", PictureRefusal.TOO_LARGE),
    "bomb of which is only warned": (bomb(12_000, 10_000), "logo.png", PictureRefusal.TOO_LARGE),
    "no pixels": (bomb(0, 0), "logo.png", PictureRefusal.BROKEN),
    "promised pixels that do not come": (bomb(1000, 1000), "logo.png", PictureRefusal.BROKEN),
    "signature only": (png()[:8], "logo.png", PictureRefusal.BROKEN),
    "truncated png": (png((400, 400))[:-60], "logo.png", PictureRefusal.BROKEN),
    "truncated jpeg": (jpeg((400, 400))[:900], "logo.jpg", PictureRefusal.BROKEN),
    "thousands of passes": (slow_jpeg(2000), "logo.jpg", PictureRefusal.BROKEN),
    "one pass too many": (slow_jpeg(MOST_SCANS + 1), "logo.png", PictureRefusal.BROKEN),
    "wrong checksum": (png()[:-6] + b"\0" * 6, "logo.png", PictureRefusal.BROKEN),
}


@pytest.mark.parametrize("case", REFUSED)
def test_file_is_refused(case):
    content, name, reason = REFUSED[case]
    started = process_time()

    with pytest.raises(PictureRefused) as refused:
        reencoded_logo(upload(content, name))

    assert refused.value.reason == reason
    assert process_time() - started < 1


def test_leniency_of_others_is_left_as_it_was(lenient):
    reencoded_logo(upload(png()))
    with pytest.raises(PictureRefused):
        reencoded_logo(upload(png((400, 400))[:-60]))

    assert ImageFile.LOAD_TRUNCATED_IMAGES is lenient


def with_comment() -> bytes:
    own = PngImagePlugin.PngInfo()
    own.add_text("Comment", PAYLOAD.decode())
    return saved(Image.new("RGB", (60, 40), GREEN), pnginfo=own)


def with_place() -> bytes:
    """A photograph that tells where it was taken, and by which phone."""
    exif = Image.Exif()
    exif[0x010F] = PAYLOAD.decode()
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (51.0, 12.0, 30.0)
    return jpeg(exif=exif)


def with_profile() -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return png_with(icc_profile=profile)


def png_with(**options) -> bytes:
    return saved(Image.new("RGB", (60, 40), GREEN), **options)


HIDING = {
    "behind a png": (png() + PAYLOAD, "logo.png"),
    "behind a jpeg": (jpeg() + PAYLOAD, "logo.jpg"),
    "comment of a jpeg": (jpeg(comment=PAYLOAD), "logo.jpeg"),
    "comment of a png": (with_comment(), "logo.png"),
    "unknown chunk": (png()[:33] + chunk(b"htMl", PAYLOAD) + png()[33:], "logo.png"),
    "maker of a photograph": (with_place(), "logo.jpg"),
    "profile": (with_profile(), "logo.png"),
    "resolution": (png_with(dpi=(300, 300)), "logo.png"),
    "jpeg named as png": (jpeg(), "logo.png"),
    "capitals": (png(), "LOGO.PNG"),
}


@pytest.mark.parametrize("case", HIDING)
def test_only_pixels_are_kept(case):
    kept = reencoded_logo(upload(*HIDING[case]))

    picture = opened(kept)
    assert (picture.format, picture.size, picture.info) == ("PNG", (60, 40), {})
    assert len(picture.getexif()) == 0
    assert b"script" not in kept
    assert chunks(kept) == {b"IHDR", b"IDAT", b"IEND"}
    assert picture.convert("RGB").getpixel((5, 5)) == pytest.approx(GREEN, abs=2)


def chunks(content: bytes) -> set[bytes]:
    found, at = set(), 8
    while at < len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        found.add(content[at + 4 : at + 8])
        at += 12 + length
    return found


@pytest.mark.parametrize(
    ("size", "kept"),
    [
        ((KEPT, KEPT), (KEPT, KEPT)),
        ((1024, 512), (512, 256)),
        ((300, 1500), (102, 512)),
        ((WIDEST, 1), (512, 1)),
        ((1, 1), (1, 1)),
    ],
)
def test_longest_side_is_kept_small(size, kept):
    assert opened(reencoded_logo(upload(png(size)))).size == kept


def test_largest_picture_that_is_allowed_is_taken():
    assert opened(reencoded_logo(upload(png((WIDEST, WIDEST))))).size == (512, 512)


def test_slowest_picture_that_is_allowed_is_taken_soon():
    started = process_time()

    kept = reencoded_logo(upload(slow_jpeg(MOST_SCANS), "logo.jpg"))

    assert opened(kept).size == (512, 512)
    assert process_time() - started < 3


def test_photograph_on_its_side_is_put_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # the top is on the right
    picture = Image.new("RGB", (60, 40), GREEN)
    picture.paste((255, 255, 255), (0, 0, 30, 40))

    kept = opened(reencoded_logo(upload(saved(picture, "JPEG", exif=exif, quality=95))))

    assert kept.size == (40, 60)
    assert kept.getpixel((20, 5)) == pytest.approx((255, 255, 255), abs=4)
    assert kept.getpixel((20, 55)) == pytest.approx(GREEN, abs=4)


def half_transparent(mode: str) -> bytes:
    """Nothing on the left, green on the right."""
    picture = Image.new("RGBA", (60, 40), (*GREEN, 0))
    picture.paste((*GREEN, 255), (30, 0, 60, 40))
    return saved(picture.convert(mode) if mode != "P" else picture.quantize(4))


def palette_with_hole() -> bytes:
    picture = Image.new("P", (60, 40), 0)
    picture.putpalette([0, 0, 0, *GREEN])
    picture.paste(1, (30, 0, 60, 40))
    return saved(picture, transparency=0)


@pytest.mark.parametrize(
    "content",
    [half_transparent("RGBA"), half_transparent("LA"), half_transparent("P"), palette_with_hole()],
    ids=["RGBA", "LA", "palette with alpha", "palette with a hole"],
)
def test_transparency_is_kept(content):
    kept = opened(reencoded_logo(upload(content)))

    assert kept.mode == "RGBA"
    assert kept.getpixel((5, 5))[3] == 0
    assert kept.getpixel((50, 5))[3] == 255


def test_edge_of_a_shrunk_transparent_picture_keeps_its_colour():
    """Colours of invisible pixels do not leak into the visible ones."""
    picture = Image.new("RGBA", (1024, 1024), (255, 0, 0, 0))
    picture.paste((*GREEN, 255), (511, 0, 1024, 1024))

    kept = opened(reencoded_logo(upload(saved(picture))))

    red, green, blue, alpha = kept.getpixel((255, 100))
    assert 0 < alpha < 255
    assert (red, green, blue) == pytest.approx(GREEN, abs=3)


@pytest.mark.parametrize(
    ("picture", "kind", "colour"),
    [
        (Image.new("CMYK", (60, 40), (0, 0, 255, 0)), "JPEG", (255, 255, 0)),
        (Image.new("L", (60, 40), 128), "JPEG", (128, 128, 128)),
        (Image.new("1", (60, 40), 1), "PNG", (255, 255, 255)),
        (Image.new("I;16", (60, 40), 128 * 256), "PNG", (128, 128, 128)),
        (Image.new("P", (60, 40), 0), "PNG", (0, 0, 0)),
    ],
    ids=["CMYK", "grey", "black and white", "sixteen bits", "palette"],
)
def test_every_kind_of_pixel_becomes_ordinary(picture, kind, colour):
    name = "logo.png" if kind == "PNG" else "logo.jpg"

    kept = opened(reencoded_logo(upload(saved(picture, kind), name)))

    assert kept.convert("RGB").getpixel((5, 5)) == pytest.approx(colour, abs=2)


def test_moving_picture_stands_still_at_its_first_frame():
    first, second = Image.new("RGB", (60, 40), GREEN), Image.new("RGB", (60, 40), "red")
    moving = io.BytesIO()
    first.save(moving, "PNG", save_all=True, append_images=[second])

    kept = opened(reencoded_logo(upload(moving.getvalue())))

    assert getattr(kept, "n_frames", 1) == 1
    assert kept.convert("RGB").getpixel((5, 5)) == GREEN
