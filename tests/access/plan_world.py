"""The action plan of a world: two actions under its goal, the second carried by the guest."""

from django.utils.timezone import now

from tests.scans.example_factories import ExampleActionFactory
from tests.trajects.plan_factories import (
    ActionFactory,
    ActionOwnerFactory,
    ActionStatementFactory,
    ActionStepFactory,
    MeasurementFactory,
    PlanDocumentFactory,
    ProgressNoteFactory,
)
from tests.world import Place
from trajects.models import Goal, Participant

EXAMPLE = "actie-werking-99"


def lay_plan(place: Place, goal: Goal, number: int, *, guest: Participant) -> None:
    """Numbers from `number` + 60. Both can be ticked off, told about, done and stopped."""
    author, at = place.coordinator, now()
    for shift in (0, 1):
        action = ActionFactory(pk=number + 60 + shift, goal=goal, created_by=author, unit="stuks")
        own = {"user": author} if shift == 0 else {"user": None, "guest": guest}
        ActionOwnerFactory(pk=number + 62 + shift, action=action, **own)
        ActionStepFactory(pk=number + 64 + shift, action=action)
        told = {"action": action, "author": author, "told_at": at}
        ProgressNoteFactory(pk=number + 66 + shift, **told)
        MeasurementFactory(pk=number + 68 + shift, **told)
    ActionStatementFactory(pk=number + 70, action_id=number + 60)
    PlanDocumentFactory(pk=number + 71, traject=goal.traject, asked_by=author)


def lay_catalogue() -> None:
    """One example for all: the catalogue belongs to nobody."""
    ExampleActionFactory(pk=2_900_001, code=EXAMPLE)
