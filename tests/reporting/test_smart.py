"""The SMART stairs."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from django.template import Context, Template

from reporting.geometry import smart_stairs


def test_blocks_rise_and_what_is_missing_is_drawn_inside_its_block():
    stairs = smart_stairs("SM-RT")

    assert (stairs.width, stairs.height) == (307, 100)
    assert [(b.letter, b.is_met, b.x, b.y, b.width, b.height) for b in stairs.blocks] == [
        ("S", True, 0, 66, 59, 34),
        ("M", True, 62, 51, 59, 49),
        ("A", False, 125.25, 37.25, 56.5, 61.5),
        ("R", True, 186, 21, 59, 79),
        ("T", True, 248, 6, 59, 94),
    ]
    assert [(b.middle, b.base) for b in stairs.blocks][:2] == [(29.5, 91), (91.5, 76)]


@pytest.mark.parametrize("code", ["SMAR", "SMART-"])
def test_five_letters_are_needed(code):
    with pytest.raises(ValueError, match="zip"):
        smart_stairs(code)


def drawn(source):
    tag = Template("{% load charts %}" + source)
    return ElementTree.fromstring(tag.render(Context({"label": "<4> van de 5"})))


def test_drawing_has_its_words_and_an_open_block_for_what_is_missing():
    svg = drawn('{% smart_stairs "S--R-" label %}')

    rects = [dict(one.attrib) for one in svg.findall("rect")]
    assert svg.get("role") == "img"
    assert svg.findtext("title") == "<4> van de 5"
    assert [one.text for one in svg.findall("text")] == list("SMART")
    assert ["stroke-dasharray" in one for one in rects] == [False, True, True, False, True]
    assert rects[1]["x"] == "63.25"


def test_drawing_without_words_is_decoration():
    svg = drawn('{% smart_stairs "-----" %}')

    assert svg.get("aria-hidden") == "true"
    assert svg.find("title") is None
