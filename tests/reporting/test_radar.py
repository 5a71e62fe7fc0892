from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.geometry import Label, Point, Spoke, radar


def spokes(*steps: int | None) -> list[Spoke]:
    return [Spoke(f"{number} naam", step) for number, step in enumerate(steps, start=1)]


def points(text: str) -> tuple[Point, ...]:
    pairs = (pair.split(",") for pair in text.split())
    return tuple(Point(Decimal(x), Decimal(y)) for x, y in pairs)


def distance(point: Point) -> float:
    return math.hypot(point.x, point.y)


def test_radar_of_four_stands_on_the_axes():
    chart = radar(spokes(0, 5, 1, 2))

    assert chart.area == points("0,-38 190,0 0,68.4 -98.8,0")
    assert chart.lines == (points("0,-38 190,0 0,68.4 -98.8,0 0,-38"),)
    assert chart.dots == chart.area


def test_radar_rings_run_from_step_0_to_5():
    chart = radar(spokes(0, 0, 0, 0))

    assert [ring[1] for ring in chart.rings] == list(
        points("38,0 68.4,0 98.8,0 129.2,0 159.6,0 190,0")
    )
    assert chart.spokes[2] == points("0,38 0,190")


def test_radar_leaves_the_outline_open_where_no_step_is_claimed():
    chart = radar(spokes(5, 5, None, 5, 5, None))

    assert [len(line) for line in chart.lines] == [2, 2]
    assert chart.lines[0][0] == chart.area[3]
    assert chart.lines[1] == (chart.area[0], chart.area[1])
    assert distance(chart.area[2]) == pytest.approx(38, abs=0.1)
    assert len(chart.dots) == 4


def test_radar_of_one_claimed_step_has_a_dot_and_no_line():
    chart = radar(spokes(None, 3, None))

    assert (chart.lines, len(chart.dots)) == ((), 1)


def test_radar_labels_stand_outside_and_away_from_the_shape():
    chart = radar(spokes(1, 1, 1, 1))

    assert chart.labels == (
        Label("1 naam", Point(Decimal(0), Decimal(-209)), "middle"),
        Label("2 naam", Point(Decimal(206), Decimal(5)), "start"),
        Label("3 naam", Point(Decimal(0), Decimal(219)), "middle"),
        Label("4 naam", Point(Decimal(-206), Decimal(5)), "end"),
    )


def test_radar_scale_names_the_rings():
    chart = radar(spokes(1, 1, 1))

    assert [(label.text, label.at.y) for label in chart.scale[:2]] == [
        ("0", Decimal(-34)), ("1", Decimal("-64.4"))
    ]  # fmt: skip


@pytest.mark.parametrize("count", [0, 1, 2])
def test_radar_of_fewer_than_three_is_refused(count):
    with pytest.raises(ValueError, match=f"a radar of {count} spokes is no shape"):
        radar(spokes(*[1] * count))


@given(st.lists(st.integers(0, 5) | st.none(), min_size=3, max_size=17), st.integers(100, 300))
def test_radar_puts_every_step_at_its_own_distance(steps, radius):
    chart = radar(spokes(*steps), radius)

    for step, point in zip(steps, chart.area, strict=True):
        expected = radius / 5 + radius * 4 / 5 * (step or 0) / 5
        assert distance(point) == pytest.approx(expected, abs=0.1)


@given(st.lists(st.integers(0, 5) | st.none(), min_size=3, max_size=17))
def test_radar_draws_a_line_between_every_two_claimed_neighbours(steps):
    chart = radar(spokes(*steps))

    neighbours = zip(steps, [*steps[1:], steps[0]], strict=True)
    sides = sum(None not in pair for pair in neighbours)
    assert sum(len(line) - 1 for line in chart.lines) == sides


def test_radar_without_an_ambition_draws_none():
    chart = radar(spokes(1, 2, 3))

    assert (chart.aims, chart.aim_lines) == ((), ())


def test_radar_draws_what_is_wanted_beside_what_is_reached():
    wanted = [Spoke("a", 1, 5), Spoke("b", None, 5), Spoke("c", 2, 5), Spoke("d", 3, 5)]

    chart = radar(wanted)

    assert chart.aims == points("0,-190 190,0 0,190 -190,0")
    assert chart.aim_lines == ((*chart.aims, chart.aims[0]),)
    assert len(chart.dots) == 3


def test_radar_leaves_the_ambition_open_where_nobody_said_so():
    chart = radar([Spoke("a", 1, 3), Spoke("b", 1), Spoke("c", 1, 4), Spoke("d", 1, 4)])

    assert [len(line) for line in chart.aim_lines] == [3]
    assert len(chart.aims) == 3


def test_step_that_a_plan_may_lead_to_is_an_outline_of_its_own():
    spokes = [Spoke("a", 1, None, 2), Spoke("b", 1, None, 3), Spoke("c", 1, None, 5)]

    drawn = radar(spokes)

    (line,) = drawn.then_lines
    assert line[0] == line[-1]
    assert line[2] == drawn.rings[5][2]
    assert radar([Spoke("a", 1), *spokes[1:]]).then_lines == (line[1:3],)
    assert radar([Spoke("a", 1)] * 3).then_lines == ()
