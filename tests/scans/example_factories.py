"""Example actions of the catalogue."""

import factory
from factory.django import DjangoModelFactory

from scans.models import ExampleAction, ExampleHelp
from tests.factories import DepartmentKindFactory, ThemeFactory


class ExampleActionFactory(DjangoModelFactory):
    class Meta:
        model = ExampleAction

    code = factory.Sequence(lambda n: f"actie-werking-{n}")
    theme = factory.SubFactory(ThemeFactory)
    track = "a"
    title = factory.Sequence(lambda n: f"Zet {n} punten op de agenda")
    what = "Zet het plan elk kwartaal op de agenda."
    why = "Wat op de agenda staat, wordt besproken."
    first_step = "Vraag wanneer het managementteam samenkomt."
    effort = "klein"
    days_low = 1
    days_high = 3
    effort_who = "De coördinator."
    once_low = 0
    once_high = 500
    yearly_low = 0
    yearly_high = 0
    months_low = 1
    months_high = 3
    indicator = "Vergaderingen met het plan op de agenda"
    unit = "vergaderingen"
    how_to_measure = "Tel de verslagen."
    baseline = 0
    target = 4
    within_months = 12
    lead = factory.SubFactory(DepartmentKindFactory)
    tips = factory.LazyFunction(lambda: ["Hou het kort."])
    pitfalls = factory.LazyFunction(lambda: ["Er een lang punt van maken."])


class ExampleHelpFactory(DjangoModelFactory):
    class Meta:
        model = ExampleHelp

    example = factory.SubFactory(ExampleActionFactory)
    code = "werking-1a"
