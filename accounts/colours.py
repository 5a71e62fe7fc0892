"""An organisation's accent colour, and what must be derived from it to keep text readable.

Luminance and contrast as WCAG 2.2 defines them: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from math import floor

WHITE = "#ffffff"
INK = "#1a282c"
PAPER = "#faf6ee"
DARK_PAPER = "#12191b"

# WCAG 2.2, success criterion 1.4.3 (AA): text smaller than 24 px.
READABLE_FROM = 4.5

HEX = re.compile(r"#[0-9a-fA-F]{6}")
STEPS = 100


class AccentTooWeak(ValueError):
    """Neither white nor ink is readable on the colour; `proposal` is the nearest that allows it."""

    def __init__(self, contrast: float, proposal: str) -> None:
        super().__init__(f"contrast {contrast:.2f}:1 is below {READABLE_FROM}:1")
        self.contrast = contrast
        self.proposal = proposal


@dataclass(frozen=True)
class AccentPalette:
    """All as "#rrggbb": text on the accent, and the accent as text on light and dark paper."""

    accent: str
    on_accent: str
    accent_text: str
    accent_text_dark: str


@dataclass(frozen=True)
class AccentCheck:
    """How text reads on a colour. Too weak a `contrast` is rounded down: 4.48 never shows as the
    4.5 that is asked for. The palette is that of the colour, or of the nearest readable one."""

    colour: str
    on_colour: str
    contrast: float
    palette: AccentPalette

    @property
    def is_readable(self) -> bool:
        return self.palette.accent == self.colour

    @property
    def has_white_text(self) -> bool:
        return self.on_colour == WHITE


def check_accent(colour: str) -> AccentCheck:
    """Raises ValueError for anything but "#rrggbb"."""
    chosen = colour.lower()
    on_colour = _text_on(chosen)
    reached = contrast(on_colour, chosen)
    return AccentCheck(
        colour=chosen,
        on_colour=on_colour,
        contrast=reached if reached >= READABLE_FROM else floor(reached * 10) / 10,
        palette=accent_palette(nearest_accessible(chosen)),
    )


def normalise_hex(text: str) -> str:
    """ "4A6A1E" as "#4a6a1e". What is no colour stays recognisably wrong."""
    colour = text.strip().lower()
    return f"#{colour}" if HEX.fullmatch(f"#{colour}") else colour


def parse_hex(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0–255. Raises ValueError for anything but "#rrggbb"."""
    if not HEX.fullmatch(colour):
        raise ValueError(f"{colour!r} is not #rrggbb")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance: 0 is black, 1 is white."""
    red, green, blue = (_linear(channel / 255) for channel in parse_hex(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black and white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def accent_palette(colour: str) -> AccentPalette:
    """Raises AccentTooWeak, or ValueError for anything but "#rrggbb"."""
    accent = colour.lower()
    on_accent = _text_on(accent)
    reached = contrast(on_accent, accent)
    if reached < READABLE_FROM:
        raise AccentTooWeak(reached, nearest_accessible(accent))
    return AccentPalette(
        accent=accent,
        on_accent=on_accent,
        accent_text=_first_readable(_darker(accent), on=PAPER),
        accent_text_dark=_first_readable(_lighter(accent), on=DARK_PAPER),
    )


def nearest_accessible(colour: str) -> str:
    """The colour itself if text is readable on it, else the nearest darker or lighter one."""
    both_ways = zip(_darker(colour.lower()), _lighter(colour.lower()), strict=True)
    return next(
        candidate
        for candidate in chain.from_iterable(both_ways)
        if contrast(_text_on(candidate), candidate) >= READABLE_FROM
    )


def _text_on(colour: str) -> str:
    return max(WHITE, INK, key=lambda text: contrast(text, colour))


def _first_readable(candidates: Iterable[str], *, on: str) -> str:
    return next(text for text in candidates if contrast(text, on) >= READABLE_FROM)


def _darker(colour: str) -> list[str]:
    return _towards(0, colour)


def _lighter(colour: str) -> list[str]:
    return _towards(255, colour)


def _towards(end: int, colour: str) -> list[str]:
    """The colour, then each time a hundredth of the way further, up to black or white."""
    channels = parse_hex(colour)
    return [
        "#" + "".join(f"{channel + (end - channel) * step // STEPS:02x}" for channel in channels)
        for step in range(STEPS + 1)
    ]
