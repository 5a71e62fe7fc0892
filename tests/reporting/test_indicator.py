"""Where the points, rulers and words of one indicator stand."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from reporting.geometry import Point, Reading, indicator
from reporting.geometry.indicator import FLOOR, HEIGHT, TOP, WIDTH

SHARE = "\N{NO-BREAK SPACE}%"


def drawn(start, target, sign="", years=(2026, 2029)):
    return indicator(
        Reading(years[0], Decimal(start)), Reading(years[1], Decimal(target)), sign=sign
    )


def at(x, y):
    return Point(Decimal(x), Decimal(y))


def test_chart_of_the_design():
    chart = drawn(18, 60, SHARE)

    assert [(one.text.replace(SHARE, " %"), str(one.at.y)) for one in chart.rulers] == [
        ("0 %", "176"),
        ("20 %", "136"),
        ("40 %", "96"),
        ("60 %", "56"),
        ("80 %", "16"),
    ]
    years = [("2026", "60"), ("2027", "158"), ("2028", "256"), ("2029", "354")]
    assert [(one.text, str(one.at.x)) for one in chart.years] == years
    assert (chart.start, chart.target) == (at(60, 140), at(354, 56))
    assert (chart.start_label.at, chart.target_label.at) == (at(68, 162), at(344, 46))
    assert chart.target_label.text == "60" + SHARE
    assert (chart.left, chart.right) == (54, 378)
    assert chart.flag == "M352.5 56v-34l20 8-17 8v18z"


@pytest.mark.parametrize(
    ("start", "target", "values"),
    [
        ("0", "0", ["0", "1"]),
        ("1.2", "0.8", ["0", "0,5", "1", "1,5", "2"]),
        ("0", "100", ["0", "25", "50", "75", "100", "125"]),
        ("140", "100", ["0", "50", "100", "150", "200"]),
        ("-5", "15", ["-5", "0", "5", "10", "15", "20"]),
        ("12000", "15000", ["0", "5.000", "10.000", "15.000", "20.000"]),
        ("0.003", "0.001", ["0", "0,001", "0,002", "0,003", "0,004"]),
    ],
)
def test_rulers_have_round_values_with_room_for_the_flag(start, target, values):
    assert [one.text for one in drawn(start, target).rulers] == values


def test_there_is_no_more_than_everything():
    assert drawn(40, 100, SHARE).rulers[-1].text == "100" + SHARE
    assert drawn(100, 120, SHARE).rulers[-1].text == "100" + SHARE


def test_large_values_get_room():
    assert drawn(0, 12_500_000).left == 8 + 9 * len("15.000.000")


@pytest.mark.parametrize(
    ("years", "texts"),
    [
        ((2026, 2026), ["2026"]),
        ((2026, 2031), ["2026", "2027", "2028", "2029", "2030", "2031"]),
        ((2024, 2031), ["2024", "2026", "2028", "2031"]),
        ((2000, 2050), ["2000", "2010", "2020", "2030", "2040", "2050"]),
    ],
)
def test_years_fit_beside_each_other(years, texts):
    chart = drawn(1, 2, years=years)

    places = [one.at.x for one in chart.years]
    assert [one.text for one in chart.years] == texts
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("start", "target", "words_of_start", "words_of_target"),
    [
        ("80", "20", at(60, "4"), at(378, 158)),
        ("80", "0", at(60, "4"), at(378, 136)),
        ("0", "80", at(60, 164), at(344, 6)),
        ("40", "40", at(60, "0"), at(344, "0")),
    ],
)
def test_words_stand_clear_of_the_line(start, target, words_of_start, words_of_target):
    chart = drawn(start, target)

    assert chart.start_label.at.x == words_of_start.x
    assert chart.target_label.at.x == words_of_target.x
    assert 0 <= chart.start_label.at.y <= 168
    assert 0 <= chart.target_label.at.y <= 168


def test_target_before_the_start_is_no_chart():
    with pytest.raises(ValueError, match="from 2027 to 2026"):
        drawn(1, 2, years=(2027, 2026))


VALUES = st.decimals(min_value=-(10**9), max_value=10**11, places=3)
YEARS = st.integers(min_value=2000, max_value=2100)


@given(start=VALUES, target=VALUES, first=YEARS, last=YEARS)
def test_everything_stands_in_the_drawing(start, target, first, last):
    chart = indicator(Reading(min(first, last), start), Reading(max(first, last), target))

    points = [chart.start, chart.target, *(one.at for one in (*chart.rulers, *chart.years))]
    assert all(0 <= point.x <= WIDTH and 0 <= point.y <= HEIGHT for point in points)
    assert TOP <= chart.target.y <= FLOOR
    assert 2 <= len(chart.rulers) <= 7
    assert chart.start.x < chart.target.x


def test_drawing_says_start_and_target_in_the_language_of_the_page():
    words = {"chart": drawn("1.5", "0.8"), "label": "Gas <b>: 1,5 in 2026"}
    template = Template("{% load charts %}{% indicator chart label %}")

    with translation.override("en"):
        markup = template.render(Context(words))

    svg = ElementTree.fromstring(markup)
    texts = [" ".join(one.text.split()) for one in svg.iter("text")]
    assert svg.find("title").text == "Gas <b>: 1,5 in 2026"
    assert texts[-2:] == ["start 1,5", "aim 0,8"]
    assert re.search(r'="[^"]*\d,\d', markup) is None
