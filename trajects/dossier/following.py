"""How the plan is followed up, and what was decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from trajects.dossier.process import day_of
from trajects.dossier.voice import Voice
from trajects.models import PlanText, Traject
from trajects.steps import Key


@dataclass(frozen=True)
class Decided:
    """What was decided about the plan. `remarks` are conditions, or the reason."""

    approved: bool
    decided_by: str
    decided_on: date
    remarks: str


@dataclass(frozen=True)
class Planned:
    """A meeting of the follow-up."""

    on: date
    title: str


@dataclass(frozen=True)
class FollowUp:
    """What the group wrote; each may be empty. `decisions`: the newest first, which counts."""

    follow_up: str
    communication: str
    meetings: tuple[Planned, ...]
    decisions: tuple[Decided, ...]


def follow_up_of(
    traject: Traject, written: PlanText | None, voice: Voice, *, at: datetime
) -> FollowUp:
    """Two queries."""
    coming = traject.meetings.filter(step=Key.FOLLOW_UP, starts_at__gt=at)
    meetings = coming.order_by("starts_at", "pk").values_list("starts_at", "title")
    return FollowUp(
        follow_up=voice.text(written.follow_up) if written else "",
        communication=voice.text(written.communication) if written else "",
        meetings=tuple(Planned(day_of(starts), voice.text(title)) for starts, title in meetings),
        decisions=tuple(
            Decided(
                approved=one.approved,
                decided_by=voice.text(one.decided_by),
                decided_on=one.decided_on,
                remarks=voice.text(one.remarks),
            )
            for one in traject.plan_decisions.all()
        ),
    )
