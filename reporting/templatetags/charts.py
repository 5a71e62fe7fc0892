"""`{% load charts %}`: the drawings, each with words for who does not see it.

A label becomes the title of the image; without one the drawing is decoration, hidden from
screen readers because the same words stand beside it. A drawing follows from what is handed to
it and from nothing else, and often comes back, so each variant is drawn once and kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Protocol

from django import template
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from reporting import geometry

register = template.Library()

Context = dict[str, object]

VARIANTS_KEPT = 512
YEAR = 12  # months

# Radius, view box and letter size: a phone shows the drawing at about its own size.
RADARS = {
    "desk": (190, "-330 -224 660 448", "16"),
    "phone": (150, "-186 -186 372 372", "17"),
}


class Score(Protocol):
    """What a score bar draws: a share, the band around it and whether the share is a claim."""

    @property
    def score(self) -> Fraction | None: ...
    @property
    def band(self) -> tuple[Fraction, Fraction] | None: ...
    @property
    def has_enough(self) -> bool: ...


class Marked(Protocol):
    """A stop along the road, with how it is drawn."""

    @property
    def mark(self) -> str: ...


@register.simple_tag
@lru_cache(VARIANTS_KEPT)
def stairs(
    reached: int | None, possible: int | None, label: str = "", wanted: int | None = None
) -> str:
    """`wanted` is the step that the flag of an ambition stands on."""
    blocks = geometry.stairs(reached, possible)
    context = {"blocks": blocks, "label": label, "flag": geometry.flag(wanted) if wanted else None}
    return render_to_string("reporting/stairs.html", context)


@register.simple_tag
@lru_cache(VARIANTS_KEPT)
def step_icon(step: int, modifier: str = "") -> str:
    """`modifier` is an extra class, such as "big"."""
    context = {"blocks": geometry.step_icon(step), "modifier": modifier}
    return render_to_string("reporting/step_icon.html", context)


@register.simple_tag
@lru_cache(VARIANTS_KEPT)
def ring(done: int, total: int) -> str:
    return render_to_string("reporting/ring.html", {"ring": geometry.ring(done, total)})


@register.simple_tag
@lru_cache(VARIANTS_KEPT)
def vote_bar(bar: geometry.VoteBar) -> str:
    """Decoration: the count stands beside it."""
    return render_to_string("reporting/vote_bar.html", {"bar": bar})


@register.simple_tag
@lru_cache(VARIANTS_KEPT)
def smart_stairs(code: str, label: str = "") -> str:
    """`code` has the letters that are met, and a dash for each of the others: "SM-RT"."""
    context = {"stairs": geometry.smart_stairs(code), "label": label}
    return render_to_string("reporting/smart_stairs.html", context)


@register.simple_tag
def indicator(chart: geometry.Indicator, label: str) -> str:
    return _indicator(chart, label, get_language())


@lru_cache(VARIANTS_KEPT)
def _indicator(chart: geometry.Indicator, label: str, language: str) -> str:
    """Words of the language stand in the drawing."""
    return render_to_string("reporting/indicator.html", {"chart": chart, "label": label})


@register.simple_tag
def measurements(chart: geometry.Measurements, label: str) -> str:
    return _measurements(chart, label, get_language())


@lru_cache(VARIANTS_KEPT)
def _measurements(chart: geometry.Measurements, label: str, language: str) -> str:
    """Words and months of the language stand in the drawing."""
    return render_to_string("reporting/measurements.html", {"chart": chart, "label": label})


@register.simple_tag
@lru_cache(VARIANTS_KEPT)
def timeline_row(
    bar: geometry.TimelineBar | None, axis: geometry.TimelineAxis, label: str = ""
) -> str:
    """Without a bar only the lines of the axis."""
    context = {"bar": bar, "axis": axis, "label": label}
    return render_to_string("reporting/timeline_row.html", context)


@register.inclusion_tag("reporting/timeline_axis.html")
def timeline_axis(axis: geometry.TimelineAxis, label: str = "") -> Context:
    """Decoration without a label: every row says in words when it is."""
    names = [(tick.middle, _tick_name(tick.first, axis.months)) for tick in axis.ticks]
    return {"axis": axis, "names": names, "label": label}


def _tick_name(first: date, months: int) -> str:
    """The year where one begins, else the month."""
    # Translators: a month in three letters, as Django formats dates; in Dutch "b".
    return date_format(first, "Y" if months == YEAR or first.month == 1 else _("M"))


@register.inclusion_tag("reporting/meter.html")
def meter(done: int, total: int, label: str = "") -> Context:
    return {"meter": geometry.meter(done, total), "label": label}


@register.simple_tag
def score_bar(score: Score, label: str) -> str:
    """`label` is the name of what is scored; the figures are added to it."""
    low, high = score.band or (None, None)
    return _score_bar(score.score, low, high, score.has_enough, label, get_language())


@lru_cache(VARIANTS_KEPT)
def _score_bar(
    score: Fraction | None,
    low: Fraction | None,
    high: Fraction | None,
    enough: bool,
    label: str,
    language: str,
) -> str:
    """The language is not drawn but spoken: the title says the figures in it."""
    bar = geometry.score_bar(score, low, high, enough)
    context = {"bar": bar, "label": label, "score": score, "low": low, "high": high}
    return render_to_string("reporting/score_bar.html", context)


@register.inclusion_tag("reporting/theme_stairs.html")
def theme_stairs(columns: Sequence[Sequence[str]], label: str) -> Context:
    """`columns` has the names per step, from step 0."""
    return {"stairs": geometry.theme_stairs(columns), "label": label}


@register.simple_tag
def road(stops: Iterable[Marked]) -> str:
    """Decoration: the list beside it has the words."""
    return _road(tuple(stop.mark for stop in stops))


@lru_cache(VARIANTS_KEPT)
def _road(marks: tuple[str, ...]) -> str:
    return render_to_string("reporting/road.html", {"road": geometry.road(marks)})


@register.simple_tag
def radar(spokes: Iterable[geometry.Spoke], label: str, size: str = "desk") -> str:
    """`size` is "desk" (names around it) or "phone" (short labels, drawn tighter)."""
    return _radar(tuple(spokes), label, size)


@lru_cache(VARIANTS_KEPT)
def _radar(spokes: tuple[geometry.Spoke, ...], label: str, size: str) -> str:
    radius, viewbox, font_size = RADARS[size]
    context = {
        "radar": geometry.radar(spokes, radius),
        "label": label,
        "viewbox": viewbox,
        "font_size": font_size,
    }
    return render_to_string("reporting/radar.html", context)
