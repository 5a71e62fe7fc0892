"""Where what was measured stands, and the words beside it."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from reporting.geometry import Mark, Point, measurements
from reporting.geometry.indicator import FLOOR, HEIGHT, TOP, WIDTH

SHARE = "\N{NO-BREAK SPACE}%"
FIRST, LAST = date(2026, 1, 1), date(2029, 1, 1)


def mark(year, value, month=1):
    return Mark(date(year, month, 1), Decimal(value))


def at(x, y):
    return Point(Decimal(x), Decimal(y))


def test_chart_of_the_design():
    chart = measurements(mark(2026, 18), [mark(2027, 27)], mark(2029, 60), SHARE)

    assert [one.text.replace(SHARE, " %") for one in chart.rulers] == [
        *("0 %", "20 %", "40 %", "60 %", "80 %"),
    ]
    assert chart.points == (at(60, 140), at("157.9", 122))
    assert chart.target == at(354, 56)
    assert (chart.first, chart.last) == (FIRST, LAST)
    assert [one.text for one in chart.years] == ["2027", "2028"]
    assert chart.line == "M60 140L157.9 122"
    assert chart.way == "M60 140L354 56"
    assert chart.flag == "M352.5 56v-34l20 8-17 8v18z"
    labels = (chart.start_label, chart.now_label, chart.target_label)
    assert [one.text for one in labels] == ["18" + SHARE, "27" + SHARE, "60" + SHARE]
    assert (chart.left, chart.right) == (54, 378)


def test_without_a_start_or_a_target():
    chart = measurements(None, [mark(2026, 3), mark(2027, 4)], None)

    assert len(chart.points) == 2
    assert (chart.target, chart.way, chart.flag) == (None, "", "")
    assert (chart.start_label, chart.target_label) == (None, None)
    assert chart.now_label.text == "4"


def test_before_anything_is_measured():
    chart = measurements(mark(2026, 3), [], mark(2028, 9))

    assert (len(chart.points), chart.now_label) == (1, None)
    assert chart.start_label.text == "3"


def test_measured_after_the_target_lies_behind_its_flag():
    chart = measurements(mark(2026, 3), [mark(2029, 4)], mark(2028, 9))

    assert chart.target.x < chart.points[-1].x == 354


@pytest.mark.parametrize(
    ("start", "measured", "target"),
    [
        (None, [], None),
        (None, [], mark(2027, 1)),
        (None, [mark(2026, 1)], None),
        (mark(2026, 1), [mark(2026, 1)], mark(2026, 2)),
    ],
)
def test_without_time_there_is_no_chart(start, measured, target):
    with pytest.raises(ValueError, match="no time passes"):
        measurements(start, measured, target)


def test_years_leave_room_for_each_other():
    chart = measurements(mark(2000, 3), [], mark(2050, 9))

    places = [int(one.at.x) for one in chart.years]
    assert all(later - earlier >= 44 for earlier, later in pairwise(places))
    assert places


def test_days_close_together_still_have_words_in_the_drawing():
    near = [Mark(FIRST + timedelta(days=n), Decimal("15.5")) for n in (1, 2)]
    chart = measurements(Mark(FIRST, Decimal(15)), near, Mark(LAST, Decimal(16)))

    places = {(label.at.x, label.at.y) for label in (chart.start_label, chart.now_label)}
    assert len(places) == 2


VALUES = st.decimals(min_value=-(10**6), max_value=10**7, places=3)
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 1, 1))


@given(days=st.sets(DAYS, min_size=3, max_size=8), values=st.lists(VALUES, min_size=8, max_size=8))
def test_everything_stands_in_the_drawing(days, values):
    marks = [Mark(day, value) for day, value in zip(sorted(days), values, strict=False)]
    chart = measurements(marks[0], marks[1:-1], marks[-1])

    points = [*chart.points, chart.target]
    assert all(chart.left < point.x <= WIDTH and 0 <= point.y <= HEIGHT for point in points)
    assert all(TOP <= point.y <= FLOOR for point in points)
    assert [point.x for point in points] == sorted(point.x for point in points)


def test_drawing_speaks_the_language_of_the_page():
    chart = measurements(mark(2026, "1.5"), [mark(2027, 2, 6)], mark(2029, "3.5"))
    template = Template("{% load charts %}{% measurements chart label %}")

    with translation.override("en"):
        markup = template.render(Context({"chart": chart, "label": "Trees <b>"}))

    svg = ElementTree.fromstring(markup)
    texts = [" ".join(one.text.split()) for one in svg.iter("text")]
    assert svg.find("title").text == "Trees <b>"
    assert texts[-3:] == ["aim 3,5", "now 2", "start 1,5"]
    assert "jan 2026" in texts
    assert "jan 2029" in texts


@pytest.mark.parametrize("value", [0, 4, 9])
def test_words_at_the_foot_leave_the_days_of_the_axis_readable(value):
    start, first = date(2026, 11, 22), date(2027, 6, 30)
    chart = measurements(
        Mark(start, Decimal(0)), [Mark(start, Decimal(value))], Mark(first, Decimal(9))
    )
    assert all(
        label.at.y + 5 <= HEIGHT - 20
        for label in (chart.start_label, chart.now_label, chart.target_label)
    )
