"""The drawings as markup: well-formed, named, with dots in numbers and flat colours for paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import translation


@dataclass(frozen=True)
class Score:
    score: Fraction | None
    band: tuple[Fraction, Fraction] | None
    has_enough: bool


POINT = Score(Fraction(3, 5), (Fraction(3, 5), Fraction(3, 5)), has_enough=True)
BAND = Score(Fraction(5, 12), (Fraction(1, 3), Fraction(8, 15)), has_enough=True)
TOO_FEW = Score(Fraction(1), (Fraction(1, 5), Fraction(1)), has_enough=False)
NOT_APPLICABLE = Score(None, None, has_enough=False)

DRAWINGS = [
    '{% stairs 2 3 "step 2 of 5" %}',
    "{% stairs 0 0 %}",
    "{% step_icon 3 %}",
    "{% ring 0 15 %}",
    "{% ring 6 15 %}",
    "{% ring 15 15 %}",
    '{% meter 156 223 "156 of 223" %}',
    "{% meter 0 0 %}",
    '{% score_bar point "A" %}',
    '{% score_bar band "A" %}',
    '{% score_bar too_few "A" %}',
    '{% score_bar not_applicable "A" %}',
]


def draw(tag: str) -> ElementTree.Element:
    context = {
        "point": POINT,
        "band": BAND,
        "too_few": TOO_FEW,
        "not_applicable": NOT_APPLICABLE,
        "label": "<b>&",
    }
    return ElementTree.fromstring(Template("{% load charts %}" + tag).render(Context(context)))


def title(svg: ElementTree.Element) -> str:
    return svg.findtext("title", default="").strip("\n ")


def print_colours() -> dict[str, str]:
    """The roles as the tokens give them for paper."""
    tokens = Path(settings.BASE_DIR, "static", "css", "tokens.css").read_text()
    paper = tokens.partition("@media print")[2]
    return {"none": "none"} | dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", paper))


@pytest.mark.parametrize("tag", DRAWINGS)
def test_drawing_has_a_name_or_is_hidden(tag):
    svg = draw(tag)

    named = (svg.get("role"), svg.get("aria-hidden"), bool(title(svg)))
    assert named == (("img", None, True) if '"' in tag else (None, "true", False))


@pytest.mark.parametrize("tag", DRAWINGS)
def test_drawing_has_the_same_colour_on_paper_as_its_role(tag):
    paper = print_colours()

    for shape in draw(tag).findall("*"):
        roles = dict(role.split("-", 1) for role in shape.get("class", "").split())
        flat = {"f": shape.get("fill"), "s": shape.get("stroke")}
        expected = {kind: paper[roles[kind]] for kind in roles}
        assert expected == {kind: colour for kind, colour in flat.items() if colour}


@pytest.mark.parametrize("tag", DRAWINGS)
def test_drawing_is_the_same_in_dutch_apart_from_its_words(tag):
    def shapes():
        return [dict(shape.attrib) for shape in draw(tag).iter()]

    with translation.override("nl"):
        dutch = shapes()
    with translation.override("en"):
        english = shapes()

    assert dutch == english


def test_stairs_draw_what_is_reached_and_possible():
    fills = [block.get("fill") for block in draw("{% stairs 2 3 %}").iter("rect")]

    assert fills == ["#0d5863", "#0d5863", "#8fbcbe", "#efe8db", "#efe8db"]


def test_stairs_escape_their_label():
    assert title(draw("{% stairs 1 1 label %}")) == "<b>&"


def test_step_icon_takes_an_extra_class():
    assert draw("{% step_icon 3 %}").get("class") == "stairicon"
    assert draw('{% step_icon 3 "big" %}').get("class") == "stairicon big"


def test_ring_is_a_checked_disc_when_done():
    assert [shape.tag for shape in draw("{% ring 15 15 %}")] == ["circle", "path"]
    assert draw("{% ring 6 15 %}")[-1].get("stroke-dasharray") == "20.1 50.3"
    assert len(draw("{% ring 0 15 %}")) == 3


def test_meter_fills_its_part():
    track, filled = draw('{% meter 156 223 "156 of 223" %}').iter("rect")

    assert (track.get("width"), filled.get("width")) == ("400", "279.8")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("point", "Bestuur: 60\u00a0%"),
        ("band", "Bestuur: 42\u00a0%, between 33\u00a0% and 53\u00a0%"),
        ("too_few", "Bestuur: too few answers, between 20\u00a0% and 100\u00a0%"),
        ("not_applicable", "Bestuur: not applicable"),
    ],
)
def test_score_bar_says_its_figures(name, words):
    with translation.override("en"):
        svg = draw(f'{{% score_bar {name} "Bestuur" %}}')

    assert title(svg) == words


@pytest.mark.parametrize(
    ("name", "bars", "lines"),
    [("point", 2, 2), ("band", 2, 3), ("too_few", 34, 3), ("not_applicable", 1, 2)],
)
def test_score_bar_shapes(name, bars, lines):
    svg = draw(f'{{% score_bar {name} "Bestuur" %}}')

    assert (len(svg.findall("rect")), len(svg.findall("path"))) == (bars, lines)


def test_score_bar_bracket_spans_the_band():
    bracket = draw('{% score_bar band "Bestuur" %}').findall("path")[-1]

    assert bracket.get("d") == "M133.3 20v6M213.3 20v6M133.3 23H213.3"


def test_number_filters():
    template = Template("{% load numbers %}{{ n|percent }} {{ n|percent:1 }} {{ n|decimal_comma }}")

    assert template.render(Context({"n": Fraction(9, 16)})) == "56\u00a0% 56,3\u00a0% 0,6"


def test_stairs_carry_the_flag_of_an_ambition():
    flags = [path.get("fill") for path in draw("{% stairs 2 2 '' 4 %}").iter("path")]

    assert flags == ["#b04a16"]
    assert list(draw("{% stairs 2 2 %}").iter("path")) == []
