"""What must never be false of a traject and its steps, tried against the database (promise 25)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from tests.constraints import names_constraint
from tests.factories import ScanFactory
from tests.trajects.factories import AgreementFactory, StepCompletionFactory, TrajectFactory
from trajects.models import Agreement, Traject
from trajects.steps import Key

pytestmark = pytest.mark.django_db


def refusal(attempt) -> str:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        attempt()
    return str(refused.value)


BROKEN = [
    ({"ends_on": F("starts_on")}, "traject_ends_after_it_starts"),
    ({"title": ""}, "traject_has_a_title"),
    ({"plan_to": F("plan_from") - 1}, "traject_plan_has_years"),
    ({"plan_from": 1999}, "traject_plan_has_years"),
    ({"plan_to": 2101}, "traject_plan_has_years"),
]


@pytest.mark.parametrize(("values", "constraint"), BROKEN)
def test_database_refuses(values, constraint):
    one = TrajectFactory()

    refused = refusal(lambda: Traject.objects.filter(pk=one.pk).update(**values))

    assert names_constraint(refused, constraint, "")


def test_link_to_a_scan_is_dated():
    one = TrajectFactory()
    scan = ScanFactory(organisation=one.organisation)

    refused = refusal(lambda: Traject.objects.filter(pk=one.pk).update(scan=scan))

    assert names_constraint(refused, "traject_scan_link_is_dated", "")
    Traject.objects.filter(pk=one.pk).update(scan_linked_at=one.created_at)  # without a scan


def test_shortest_traject_takes_a_day():
    one = TrajectFactory()

    Traject.objects.filter(pk=one.pk).update(ends_on=one.starts_on + timedelta(days=1))


def test_a_step_is_done_once():
    done = StepCompletionFactory(step=Key.START)

    refused = refusal(lambda: StepCompletionFactory(traject=done.traject, step=Key.START))

    assert names_constraint(refused, "completion_once_per_step", "traject_id, step")
    assert str(done) == f"{done.traject.title}: start"


def test_an_agreement_says_what():
    one = AgreementFactory(what="Het verbruik van de scholen")

    refused = refusal(lambda: Agreement.objects.filter(pk=one.pk).update(what=""))

    assert names_constraint(refused, "agreement_says_what", "")
    assert str(one) == "Het verbruik van de scholen"
