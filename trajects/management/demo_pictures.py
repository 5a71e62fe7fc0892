"""Two drawings for dream images of the demo, in flat shapes."""

from collections.abc import Callable, Mapping
from io import BytesIO

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 800
PAPER, INK, PETROL, SAND, GOLD, BRICK, GREEN, SKY = (
    "#faf6ee",
    "#1a282c",
    "#0d5863",
    "#e2d9c8",
    "#e0a83c",
    "#b04a16",
    "#4c6b2f",
    "#cfe3e1",
)


def shelf() -> bytes:
    """A rack with tools, a lamp and a coffee maker."""
    picture, draw = _page(PAPER)
    for x in (140, 1020):
        draw.rectangle((x, 90, x + 40, 740), fill="#8a6a43")
    for y in (330, 620):
        draw.rectangle((120, y, 1080, y + 34), fill="#a9834f")
    _lamp(draw, 260, 330)
    _coffee_maker(draw, 560, 330)
    draw.rectangle((800, 200, 980, 330), fill=BRICK)  # a tool box
    draw.rectangle((860, 176, 920, 200), fill=INK)
    draw.rectangle((800, 250, 980, 262), fill=PAPER)
    for place, length in enumerate((150, 190, 120, 170)):
        left = 240 + 120 * place
        draw.rectangle((left, 620 - length, left + 26, 560), fill=GOLD if place % 2 else PETROL)
        draw.rectangle((left + 8, 560, left + 18, 620), fill=INK)
    draw.ellipse((760, 470, 910, 620), outline=PETROL, width=26)  # a wheel that was mended
    draw.ellipse((822, 532, 848, 558), fill=PETROL)
    return _jpeg(picture)


def street() -> bytes:
    """A road with trees and a broad red cycle path."""
    picture, draw = _page(SKY)
    draw.rectangle((0, 470, WIDTH, HEIGHT), fill="#cdbf9f")
    draw.polygon(((430, 470), (560, 470), (760, 800), (60, 800)), fill=BRICK)
    draw.polygon(((640, 470), (760, 470), (1200, 800), (860, 800)), fill="#7b7567")
    for step in range(5):
        y = 500 + step * 66
        draw.rectangle((760 + step * 52, y, 772 + step * 54, y + 34), fill=PAPER)
    for x, size in ((120, 190), (290, 130), (860, 120), (1000, 170)):
        _tree(draw, x, 470, size)
    for x, base, size in ((300, 730, 100), (430, 640, 76), (490, 570, 58)):
        _cyclist(draw, x, base, size)
    draw.ellipse((930, 60, 1040, 170), fill=GOLD)
    return _jpeg(picture)


PICTURES: Mapping[str, Callable[[], bytes]] = {"shelf": shelf, "street": street}


def _page(colour: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGB", (WIDTH, HEIGHT), colour)
    return picture, ImageDraw.Draw(picture)


def _jpeg(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", quality=85, optimize=True)
    return file.getvalue()


def _lamp(draw: ImageDraw.ImageDraw, x: int, floor: int) -> None:
    draw.rectangle((x + 60, floor - 120, x + 72, floor - 14), fill=INK)
    draw.rectangle((x + 16, floor - 16, x + 116, floor), fill=INK)
    draw.polygon(
        ((x + 30, floor - 200), (x + 102, floor - 200), (x + 140, floor - 110), (x, floor - 110)),
        fill=GOLD,
    )


def _coffee_maker(draw: ImageDraw.ImageDraw, x: int, floor: int) -> None:
    draw.rectangle((x, floor - 190, x + 50, floor), fill=PETROL)
    draw.rectangle((x, floor - 190, x + 170, floor - 140), fill=PETROL)
    draw.rectangle((x, floor - 24, x + 170, floor), fill=PETROL)
    draw.polygon(
        (
            (x + 66, floor - 120),
            (x + 158, floor - 120),
            (x + 144, floor - 28),
            (x + 80, floor - 28),
        ),
        fill=SAND,
        outline=INK,
    )


def _tree(draw: ImageDraw.ImageDraw, x: int, floor: int, size: int) -> None:
    draw.rectangle((x - size // 12, floor - size // 2, x + size // 12, floor + 30), fill="#6d4a26")
    draw.ellipse(
        (x - size // 2, floor - size * 3 // 2, x + size // 2, floor - size // 3), fill=GREEN
    )


def _cyclist(draw: ImageDraw.ImageDraw, x: int, floor: int, size: int) -> None:
    wheel, line = size // 2, max(4, size // 16)
    for left in (x - wheel, x + wheel):
        circle = (left - wheel // 2, floor - wheel, left + wheel // 2, floor)
        draw.ellipse(circle, outline=INK, width=line)
    draw.line((x - wheel, floor - wheel // 2, x, floor - wheel * 3 // 2), fill=INK, width=line)
    draw.line((x + wheel, floor - wheel // 2, x, floor - wheel * 3 // 2), fill=INK, width=line)
    draw.line((x, floor - wheel, x, floor - wheel * 5 // 2), fill=PETROL, width=line * 3)
    head = size // 5
    draw.ellipse(
        (x - head, floor - wheel * 3 - head, x + head, floor - wheel * 3 + head), fill=GOLD
    )
