"""Which years of a plan somebody asks for."""

import pytest
from django.http import QueryDict

from trajects.forms.plan.zoom import ZoomForm
from trajects.pages.plan.timeline import years_period

WHOLE = years_period(2026, 2031)


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ("", (2026, 2031)),
        ("van=2027&tot=2028", (2027, 2028)),
        ("van=2028&tot=2027", (2027, 2028)),
        ("tot=2027", (2026, 2027)),
        ("van=2030", (2030, 2031)),
        ("van=1999&tot=2028", (2026, 2031)),
        ("van=' OR 1&tot=2028", (2026, 2031)),
    ],
)
def test_period_is_what_was_asked_or_the_whole_plan(asked, years):
    form = ZoomForm(QueryDict(asked), years=range(2025, 2033), whole=WHOLE)

    assert form.period == years_period(*years)
    assert form.is_zoomed is (years != (2026, 2031))
