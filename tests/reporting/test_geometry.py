from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.geometry import flag, meter, ring, score_bar, stairs, step_icon


def states(blocks):
    return [block.state for block in blocks]


def corners(block):
    return tuple(str(part) for part in (block.x, block.y, block.width, block.height, block.line))


@pytest.mark.parametrize(
    ("reached", "possible", "expected"),
    [
        (0, 0, ["open"] * 5),
        (None, 5, ["open"] * 5),
        (None, None, ["open"] * 5),
        (2, 2, ["reached"] * 2 + ["open"] * 3),
        (2, 3, ["reached"] * 2 + ["possible"] + ["open"] * 2),
        (0, 2, ["possible"] * 2 + ["open"] * 3),
        (5, 5, ["reached"] * 5),
    ],
)
def test_stairs_states(reached, possible, expected):
    assert states(stairs(reached, possible)) == expected


def test_stairs_outlines_lie_inside_their_blocks():
    assert [corners(block) for block in stairs(2, 3)] == [
        ("1", "24", "8", "8", "0"),
        ("11", "20", "8", "12", "0"),
        ("21.75", "16.75", "6.5", "14.5", "1.5"),
        ("31.6", "12.6", "6.8", "18.8", "1.2"),
        ("41.6", "8.6", "6.8", "22.8", "1.2"),
    ]


def test_step_icon_fills_its_own_block():
    blocks = step_icon(2)

    assert states(blocks) == ["below", "here", "above", "above", "above"]
    assert [corners(block) for block in blocks] == [
        ("1", "20", "8", "8", "0"),
        ("10", "16", "8", "12", "0"),
        ("19.6", "12.6", "6.8", "14.8", "1.2"),
        ("28.6", "8.6", "6.8", "18.8", "1.2"),
        ("37.6", "4.6", "6.8", "22.8", "1.2"),
    ]


@pytest.mark.parametrize("step", [0, 6])
def test_step_icon_outside_the_stairs(step):
    with pytest.raises(ValueError, match=f"^step {step} is not 1–5$"):
        step_icon(step)


@pytest.mark.parametrize(
    ("done", "total", "filled", "complete"),
    [
        (0, 15, "0", False),
        (6, 15, "20.1", False),
        (14, 15, "46.9", False),
        (15, 15, "50.3", True),
        (0, 0, "0", False),
    ],
)
def test_ring(done, total, filled, complete):
    drawn = ring(done, total)

    assert (str(drawn.filled), str(drawn.length), drawn.done) == (filled, "50.3", complete)


@pytest.mark.parametrize(("done", "total"), [(-1, 5), (6, 5), (1, 0)])
def test_ring_refuses_more_than_all(done, total):
    with pytest.raises(ValueError, match=f"^{done} of {total}$"):
        ring(done, total)


def test_meter_scales_to_its_width():
    assert str(meter(156, 223).filled) == "279.8"
    assert str(meter(1, 4, width=100).filled) == "25"


def test_score_bar_with_a_band():
    bar = score_bar(Fraction(5, 12), Fraction(1, 3), Fraction(8, 15), enough=True)

    assert str(bar.filled) == "166.7"
    assert [str(x) for x in bar.bracket] == ["133.3", "213.3"]
    assert [str(x) for x in bar.rulers] == ["200", "300"]
    assert bar.stripes == ()


def test_score_bar_without_bracket_when_the_band_is_a_point():
    bar = score_bar(Fraction(3, 5), Fraction(3, 5), Fraction(3, 5), enough=True)

    assert (str(bar.filled), bar.bracket) == ("240", None)


def test_score_bar_striped_with_too_few_answers():
    bar = score_bar(Fraction(1), Fraction(1, 5), Fraction(3, 10), enough=False)

    assert str(bar.filled) == "80"
    assert [str(x) for x in bar.stripes] == ["84", "94", "104", "114"]
    assert [str(x) for x in bar.bracket] == ["80", "120"]


def test_score_bar_of_what_does_not_apply_is_only_the_scale():
    bar = score_bar(None, None, None, enough=False)

    assert (str(bar.filled), bar.stripes, bar.bracket) == ("0", (), None)


shares = st.fractions(min_value=0, max_value=1, max_denominator=200)


@given(st.tuples(shares, shares).map(sorted), st.booleans())
def test_score_bar_stays_on_its_scale(band, enough):
    low, high = band

    bar = score_bar(low, low, high, enough)

    assert 0 <= bar.filled <= bar.width
    for x in bar.stripes:
        assert bar.width * low <= x
        assert x + 3 <= bar.width * high


@pytest.mark.parametrize("step", range(1, 6))
def test_flag_stands_on_the_block_of_its_step_and_stays_in_the_drawing(step):
    x, y = flag(step)
    block = stairs(5, 5)[step - 1]

    assert block.x < x < block.x + block.width
    assert y == block.y
    assert (x + 9 <= 53, y - 11 >= -4) == (True, True)


@pytest.mark.parametrize("step", [0, 6])
def test_flag_outside_the_stairs(step):
    with pytest.raises(ValueError, match="is not 1–5"):
        flag(step)
