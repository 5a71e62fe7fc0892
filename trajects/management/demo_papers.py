"""What the demo group wrote in its plan besides actions, and what was decided about it."""

from accounts.models import User
from trajects.actions.plan.deciding import record_plan_decision
from trajects.actions.plan.texts import write_plan_texts
from trajects.entries import PlanDecisionEntry, PlanTextEntry
from trajects.management.demo_days import Days
from trajects.models import Traject
from trajects.queries.plan_papers import newest_plan_decision, shown_decision


def write_papers(traject: Traject, data: dict, *, coordinator: User, days: Days) -> None:
    texts = data["texts"]
    write_plan_texts(
        traject=traject,
        entry=PlanTextEntry(texts["summary"], texts["follow_up"], texts["communication"]),
        version=0,
        by=coordinator,
        at=days.moment(texts["day"]),
    )
    for said in data["decisions"]:
        record_plan_decision(
            traject=traject,
            entry=PlanDecisionEntry(
                approved=said["approved"],
                decided_by=said["decided_by"],
                decided_on=days.date(said["day"]),
                remarks=said["remarks"],
            ),
            shown=shown_decision(newest_plan_decision(traject)),
            by=coordinator,
            at=days.moment(said["day"], hour=20),
        )
