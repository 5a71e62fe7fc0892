from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from accounts.colours import (
    DARK_PAPER,
    INK,
    PAPER,
    WHITE,
    AccentPalette,
    AccentTooWeak,
    accent_palette,
    check_accent,
    contrast,
    luminance,
    nearest_accessible,
    normalise_hex,
    parse_hex,
)

colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_parse_hex_reads_the_three_channels():
    assert parse_hex("#1A282c") == (26, 40, 44)


@pytest.mark.parametrize(
    "text", ["", "1a282c", "#1a282", "#1a282cc", "#1a282g", "#1a282c\n", "red"]
)
def test_parse_hex_refuses_other_notations(text):
    with pytest.raises(ValueError, match=r"is not #rrggbb$"):
        parse_hex(text)


@pytest.mark.parametrize(
    ("colour", "expected"),
    [("#000000", 0), ("#ffffff", 1), ("#ff0000", 0.2126), ("#00ff00", 0.7152), ("#0000ff", 0.0722)],
)
def test_luminance_of_the_primaries(colour, expected):
    assert luminance(colour) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        (INK, PAPER, 14.08),
        (INK, WHITE, 15.18),
        ("#4a6a1e", WHITE, 6.23),
    ],
)
def test_contrast_of_known_pairs(one, other, expected):
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


def test_accent_palette_of_a_dark_green():
    assert accent_palette("#4A6A1E") == AccentPalette(
        accent="#4a6a1e",
        on_accent=WHITE,
        accent_text="#4a6a1e",
        accent_text_dark="#70894d",
    )


def test_accent_palette_of_a_light_yellow():
    assert accent_palette("#e0a83c") == AccentPalette(
        accent="#e0a83c",
        on_accent=INK,
        accent_text="#8f6b26",
        accent_text_dark="#e0a83c",
    )


@pytest.mark.parametrize(
    ("colour", "weakness", "proposal"),
    [
        ("#808080", 3.95, "#757575"),
        ("#777777", 4.48, "#757575"),
        ("#8b8b8b", 4.45, "#8c8c8c"),
        ("#FF0000", 4.0, "#ed0000"),
    ],
)
def test_accent_palette_refuses_what_carries_no_text(colour, weakness, proposal):
    with pytest.raises(AccentTooWeak, match=r"is below 4\.5:1$") as refused:
        accent_palette(colour)

    assert refused.value.contrast == pytest.approx(weakness, abs=0.005)
    assert refused.value.proposal == proposal


@given(colours)
@example("#000000")
@example("#ffffff")
@example("#808080")
def test_nearest_accessible_always_carries_text_on_both_papers(colour):
    palette = accent_palette(nearest_accessible(colour))

    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert contrast(palette.accent_text, PAPER) >= 4.5
    assert contrast(palette.accent_text_dark, DARK_PAPER) >= 4.5


@given(colours)
def test_nearest_accessible_keeps_a_colour_that_is_clear_enough(colour):
    strongest = max(contrast(WHITE, colour), contrast(INK, colour))

    assert (nearest_accessible(colour) == colour) == (strongest >= 4.5)


@given(colours)
def test_accent_palette_chooses_the_text_that_contrasts_most(colour):
    palette = accent_palette(nearest_accessible(colour))

    others = {WHITE, INK} - {palette.on_accent}
    assert contrast(palette.on_accent, palette.accent) >= contrast(*others, palette.accent)


@pytest.mark.parametrize(
    ("colour", "white_text", "reached", "proposal"),
    [
        ("#0D5863", True, 8.1, "#0d5863"),
        ("#ffdf9a", False, 11.8, "#ffdf9a"),
        ("#808080", True, 3.9, "#757575"),
        ("#777777", True, 4.4, "#757575"),  # 4.48: not yet 4.5
    ],
)
def test_check_accent_says_how_text_reads(colour, white_text, reached, proposal):
    check = check_accent(colour)

    assert (check.colour, check.has_white_text) == (colour.lower(), white_text)
    assert (round(check.contrast, 1), check.palette.accent) == (reached, proposal)
    assert check.is_readable == (proposal == check.colour)


def test_check_accent_refuses_what_is_no_colour():
    with pytest.raises(ValueError, match=r"is not #rrggbb$"):
        check_accent("groen")


@pytest.mark.parametrize(
    ("typed", "colour"),
    [
        (" 4A6A1E\n", "#4a6a1e"),
        ("#4A6A1E", "#4a6a1e"),
        ("4a6a1", "4a6a1"),
        ("groen", "groen"),
        ("##4a6a1e", "##4a6a1e"),
    ],
)
def test_normalise_hex(typed, colour):
    assert normalise_hex(typed) == colour
