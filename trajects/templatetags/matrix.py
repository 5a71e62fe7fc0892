"""`{% load matrix %}`: the cells of the overview of a local photo."""

from collections.abc import Iterable
from functools import lru_cache, reduce
from operator import add

from django import template
from django.template.loader import render_to_string

from trajects.pages.photo import Tally

register = template.Library()

VARIANTS_KEPT = 512


@register.simple_tag
def cells(tallies: Iterable[Tally]) -> str:
    """One row. A photo has hundreds of cells and few that differ, so each is drawn once and kept:
    it follows from its three numbers and from nothing else."""
    drawn = [_cell(tally) for tally in tallies]
    # Safe text plus safe text is safe text; joined it would be escaped.
    return reduce(add, drawn) if drawn else ""


@lru_cache(VARIANTS_KEPT)
def _cell(tally: Tally) -> str:
    return render_to_string("trajects/matrix/_cell.html", {"tally": tally})
