"""Actions, and the plan as a document."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from tests.factories import UserFactory
from tests.trajects.dream_factories import GoalFactory
from tests.trajects.factories import LONG_AGO, TrajectFactory
from trajects.models import (
    Action,
    ActionNeed,
    ActionOwner,
    ActionStatement,
    ActionStep,
    Measurement,
    PlanDecision,
    PlanDocument,
    PlanText,
    ProgressNote,
)


class ActionFactory(DjangoModelFactory):
    """With nothing but a title. `goal` decides of which traject."""

    class Meta:
        model = Action

    goal = factory.SubFactory(GoalFactory)
    traject = factory.SelfAttribute("goal.traject")
    position = factory.Sequence(lambda n: n + 1)
    title = factory.Sequence(lambda n: f"Actie nummer {n}")
    created_at = LONG_AGO
    created_by = factory.SubFactory(UserFactory)
    settled_at = LONG_AGO


class ActionOwnerFactory(DjangoModelFactory):
    """An account."""

    class Meta:
        model = ActionOwner

    action = factory.SubFactory(ActionFactory)
    user = factory.SubFactory(UserFactory)


class ActionStepFactory(DjangoModelFactory):
    class Meta:
        model = ActionStep

    action = factory.SubFactory(ActionFactory)
    position = factory.Sequence(lambda n: n + 1)
    text = factory.Sequence(lambda n: f"Eerst {n} keer bellen")


class ActionNeedFactory(DjangoModelFactory):
    class Meta:
        model = ActionNeed

    action = factory.SubFactory(ActionFactory)
    needed = factory.SubFactory(ActionFactory)


class ActionStatementFactory(DjangoModelFactory):
    class Meta:
        model = ActionStatement

    action = factory.SubFactory(ActionFactory)
    code = factory.Sequence(lambda n: f"werking-{n % 5 + 1}a")


class ProgressNoteFactory(DjangoModelFactory):
    class Meta:
        model = ProgressNote

    action = factory.SubFactory(ActionFactory)
    text = "De eerste offerte is binnen."
    on = LONG_AGO.date()
    told_at = LONG_AGO
    author = factory.SubFactory(UserFactory)


class MeasurementFactory(DjangoModelFactory):
    class Meta:
        model = Measurement

    action = factory.SubFactory(ActionFactory)
    value = 12
    on = factory.Sequence(lambda n: date.fromordinal(LONG_AGO.date().toordinal() + n))
    told_at = LONG_AGO
    author = factory.SubFactory(UserFactory)


class PlanTextFactory(DjangoModelFactory):
    class Meta:
        model = PlanText

    traject = factory.SubFactory(TrajectFactory)
    summary = "We leggen de basis."
    at = LONG_AGO
    by = factory.SubFactory(UserFactory)


class PlanDecisionFactory(DjangoModelFactory):
    class Meta:
        model = PlanDecision

    traject = factory.SubFactory(TrajectFactory)
    approved = True
    decided_by = "de gemeenteraad"
    decided_on = LONG_AGO.date()
    recorded_at = LONG_AGO
    recorded_by = factory.SubFactory(UserFactory)


class PlanDocumentFactory(DjangoModelFactory):
    """Made, for the council, without names."""

    class Meta:
        model = PlanDocument

    traject = factory.SubFactory(TrajectFactory)
    audience = "council"
    slot = 1
    asked_at = LONG_AGO
    asked_by = factory.SubFactory(UserFactory)
    finished_at = LONG_AGO
    file = factory.django.FileField(filename="plan.pdf", data=b"%PDF-1.7 plan")
