"""An example of the catalogue becomes an action of the plan: a draft, until somebody reads it."""

from datetime import datetime
from decimal import Decimal

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import translation
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from accounts.models import Department, User
from reporting.formatting import dutch_number
from scans.models import ExampleAction, Statement
from trajects.actions.writers import lock_for_dreaming
from trajects.errors import GoalNotInPlan, TrajectGone
from trajects.models import Action, ActionStatement, ActionStep, Goal, Traject
from trajects.models.writer import Writer

NOTE_LENGTH = 300


@transaction.atomic
def take_over_example(
    *, traject: Traject, example: ExampleAction, goal: Goal, by: User, at: datetime
) -> Action:
    """The last of the actions under the goal, without owner, dates and amounts: what they are here
    nobody knows yet. While a copy under this goal is still a draft, the same again is that draft.
    Raises GoalNotInPlan, TrajectGone (also for an example that was taken out), NoLongerAllowed."""
    locked = lock_for_dreaming(traject.pk, writer=Writer(user=by), at=at)
    stored = ExampleAction.objects.shown().with_labels().filter(pk=example.pk).first()
    if stored is None:
        raise TrajectGone
    under = locked.goals.standing().filter(pk=goal.pk).first()
    if under is None:
        raise GoalNotInPlan
    draft = under.actions.filter(example_code=stored.code, settled_at=None)
    return draft.going_on().first() or _copy(locked, stored, under, by, at)


def _copy(traject: Traject, example: ExampleAction, goal: Goal, by: User, at: datetime) -> Action:
    last = goal.actions.aggregate(last=Max("position"))["last"] or 0
    action = Action.objects.create(
        traject=traject,
        goal=goal,
        position=last + 1,
        title=example.title,
        what=example.what,
        because=example.why,
        department=_department(traject, example),
        partners=", ".join(example.partners),
        budget_note=estimate(example),
        indicator=example.indicator,
        unit=example.unit,
        baseline=example.baseline,
        target=example.target,
        example_code=example.code,
        created_at=at,
        created_by=by,
    )
    ActionStep.objects.create(action=action, position=1, text=example.first_step)
    ActionStatement.objects.bulk_create(
        ActionStatement(action=action, code=code) for code in _asked(traject, example)
    )
    return action


def _department(traject: Traject, example: ExampleAction) -> Department | None:
    """The one that the organisation calls by this kind, when there is exactly one."""
    found = Department.objects.filter(
        organisation=traject.organisation_id, kind=example.lead_id
    ).order_by("name")[:2]
    return found[0] if len(found) == 1 else None


def _asked(traject: Traject, example: ExampleAction) -> list[str]:
    """Of what the example helps with, the statements that the scan of this traject asks."""
    codes = [help.code for help in example.helps.all()]
    asked = Statement.objects.filter(questionnaire__scans=traject.scan_id, code__in=codes)
    return sorted(asked.order_by().values_list("code", flat=True)) if traject.scan_id else []


def estimate(example: ExampleAction) -> str:
    """Its ranges in words, to work out the own amounts from, in the language of the content."""
    with translation.override(settings.LANGUAGE_CODE):
        said = _(
            "Estimate of the example: %(once)s euro once, %(yearly)s euro each year, %(days)s "
            "staff days. %(note)s"
        ) % {
            "once": _span(example.once_low, example.once_high),
            "yearly": _span(example.yearly_low, example.yearly_high),
            "days": _span(example.days_low, example.days_high),
            "note": example.cost_note,
        }
    return Truncator(said.strip()).chars(NOTE_LENGTH)


def _span(low: int, high: int) -> str:
    """1000 and 3000 → 1.000–3.000; once when both are the same."""
    return "–".join(dict.fromkeys(dutch_number(Decimal(number)) for number in (low, high)))
