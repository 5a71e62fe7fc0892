"""What must never be false of an initiative, tried against the database (promise 25)."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from tests.constraints import names_constraint
from tests.factories import LONG_AGO
from tests.trajects.factories import InitiativeFactory
from trajects.models import Initiative

pytestmark = pytest.mark.django_db

BROKEN = [
    ({"status": "klaar"}, "initiative_status_known"),
    ({"scope": "iedereen"}, "initiative_scope_known"),
    ({"title": ""}, "initiative_has_a_title"),
    ({"since": 1949}, "initiative_since_plausible"),
    ({"since": 2101}, "initiative_since_plausible"),
    (
        {"refused_at": LONG_AGO, "refused_because": "Zomaar."},
        "initiative_not_both_accepted_and_refused",
    ),
    ({"accepted_at": None, "refused_at": LONG_AGO}, "initiative_left_out_for_a_reason"),
    ({"merged_at": LONG_AGO}, "initiative_merging_is_dated"),
    ({"merged_into": F("pk"), "merged_at": LONG_AGO}, "initiative_not_merged_into_itself"),
]


@pytest.mark.parametrize(("values", "constraint"), BROKEN)
def test_database_refuses(values, constraint):
    one = InitiativeFactory()

    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        Initiative.objects.filter(pk=one.pk).update(**values)

    assert names_constraint(str(refused.value), constraint, "")


def test_every_constraint_is_tried():
    known = {constraint.name for constraint in Initiative._meta.constraints}

    assert {constraint for _values, constraint in BROKEN} == known


def test_an_initiative_goes_by_its_title():
    assert str(InitiativeFactory(title="Repaircafé")) == "Repaircafé"
