"""What the group wrote in its plan itself, and what was decided about it."""

from trajects.entries import PlanTextEntry
from trajects.models import PlanDecision, PlanText, Traject


def written_in(traject: Traject) -> PlanText | None:
    """None while nobody wrote anything."""
    return PlanText.objects.filter(traject=traject).select_related("by").first()


def entry_in(written: PlanText | None) -> PlanTextEntry:
    if written is None:
        return PlanTextEntry()
    return PlanTextEntry(written.summary, written.follow_up, written.communication)


def plan_decisions_of(traject: Traject) -> tuple[PlanDecision, ...]:
    """The newest first: that one counts."""
    return tuple(traject.plan_decisions.select_related("recorded_by"))


def newest_plan_decision(traject: Traject) -> PlanDecision | None:
    return traject.plan_decisions.first()


def shown_decision(newest: PlanDecision | None) -> str:
    """Tells a page apart that was drawn before another decision came."""
    return str(newest.pk) if newest else ""
