"""A year that is a slip of the fingers is no day of a plan."""

from datetime import date

import pytest
from django import forms

from trajects.forms.plan.action_fields import ActionFields
from trajects.forms.plan.papers import PlanDecisionForm
from trajects.forms.plan.progress import PastDayField
from trajects.forms.plan.together import TogetherForm

FIELDS = (
    ActionFields.base_fields["starts_on"],
    ActionFields.base_fields["due_on"],
    TogetherForm.base_fields["due_on"],
    PlanDecisionForm.base_fields["decided_on"],
    PastDayField(on=date(2100, 1, 1)),
)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("typed", ["0202-03-04", "9999-12-31"])
def test_year_far_away_is_a_mistake(field, typed):
    with pytest.raises(forms.ValidationError):
        field.clean(typed)


@pytest.mark.parametrize("field", FIELDS)
def test_day_of_a_plan_is_fine(field):
    assert field.clean("2026-03-04") == date(2026, 3, 4)
