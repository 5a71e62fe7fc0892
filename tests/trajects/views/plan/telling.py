"""An action with everything one can tell about it."""

from datetime import date, timedelta
from decimal import Decimal

from django.utils.timezone import localdate

from tests.trajects.actions.plan.telling import action_of
from tests.trajects.plan_factories import (
    ActionOwnerFactory,
    ActionStepFactory,
    MeasurementFactory,
    ProgressNoteFactory,
)
from trajects.models import Action, Traject


def rich_action(traject: Traject, **own) -> Action:
    """Planned for next month; two steps of which one is done, a note and a measurement of its
    maker."""
    today = localdate()
    action = action_of(
        traject,
        **{
            "title": "Checklist per productgroep",
            "starts_on": today + timedelta(days=20),
            "due_on": today + timedelta(days=200),
            "indicator": "Aandeel bestekken",
            "unit": "%",
            "baseline": Decimal(18),
            "target": Decimal(60),
            **own,
        },
    )
    ActionStepFactory(action=action, text="Lijst maken", done_on=date(2026, 1, 8))
    ActionStepFactory(action=action, text="Lijst bespreken")
    told = {"action": action, "author": action.created_by}
    ProgressNoteFactory(**told, text="De lijst is er.")
    MeasurementFactory(**told, value=Decimal(27), on=today - timedelta(days=30))
    ActionOwnerFactory(action=action, user=action.created_by)
    return action
