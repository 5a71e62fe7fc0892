"""What must never be false of an example action (promise 25)."""

import pytest
from django.db import IntegrityError, transaction

from scans.models import ExampleAction, ExampleHelp
from tests.constraints import names_constraint
from tests.factories import LONG_AGO, ThemeFactory
from tests.scans.example_factories import ExampleActionFactory, ExampleHelpFactory

pytestmark = pytest.mark.django_db
BROKEN = [
    ({"title": ""}, "example_action_has_words"),
    ({"what": ""}, "example_action_has_words"),
    ({"why": ""}, "example_action_has_words"),
    ({"effort": "reusachtig"}, "example_action_effort_known"),
    ({"days_low": 9}, "example_action_ranges_go_up"),
    ({"once_low": 900}, "example_action_ranges_go_up"),
    ({"yearly_low": 1}, "example_action_ranges_go_up"),
    ({"months_low": 9}, "example_action_ranges_go_up"),
]


@pytest.mark.parametrize(("values", "constraint"), BROKEN)
def test_database_refuses(values, constraint):
    one = ExampleActionFactory()

    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        ExampleAction.objects.filter(pk=one.pk).update(**values)

    assert names_constraint(str(refused.value), constraint, "")


def test_every_constraint_is_tried():
    known = {one.name for one in ExampleAction._meta.constraints}

    assert {constraint for _values, constraint in BROKEN} == known


def test_statement_is_named_once():
    one = ExampleHelpFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        ExampleHelpFactory(example=one.example, code=one.code)


def test_found_by_theme_and_by_statement():
    one = ExampleHelpFactory(code="groen-1a", example__theme=ThemeFactory(code="groen")).example
    ExampleHelpFactory(code="groen-10a")
    gone = ExampleActionFactory(theme=one.theme, withdrawn_at=LONG_AGO)

    assert list(ExampleAction.objects.of_theme("groen").order_by("pk")) == [one, gone]
    assert list(ExampleAction.objects.of_theme("groen").shown()) == [one]
    assert list(ExampleAction.objects.helping("groen-1a")) == [one]


def test_labels_come_along(django_assert_num_queries):
    ExampleHelpFactory()
    ExampleHelpFactory()

    with django_assert_num_queries(3):
        found = [
            (one.theme.name, one.lead.name, list(one.sdgs.all()), list(one.helps.all()))
            for one in ExampleAction.objects.with_labels()
        ]

    assert len(found) == 2


def test_goes_by_its_title():
    assert str(ExampleActionFactory(title="Bel drie scholen")) == "Bel drie scholen"
    assert str(ExampleHelp(code="groen-1a")) == "groen-1a"
