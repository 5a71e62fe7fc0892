"""The read-model of the page of a traject: the road, where we are, and the one next thing to do."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise

from accounts.models import User
from trajects.labels import DOER_NAMES, NEED_WORDS, STEP_NAMES, STEP_SLUGS
from trajects.models import MethodText, Part, Participant, StepCompletion, Traject
from trajects.pages.goal_smart import number_smart
from trajects.pages.tasks import NextTask, local_day, task_in
from trajects.queries.facts import facts_of
from trajects.queries.meetings import MeetingLine, meeting_lines
from trajects.queries.method import method_text
from trajects.queries.standing import Standing
from trajects.queries.waiting import waiting_for
from trajects.steps import (
    Check,
    Facts,
    Key,
    Stage,
    State,
    Step,
    checks,
    may_complete,
    may_reopen,
    progress,
)

# Where the work of a step is done.
WORK_PLACES: Mapping[Key, str] = {
    Key.START: "trajects:start",
    Key.SCAN: "trajects:scan",
    Key.PHOTO: "trajects:photo",
    Key.THEMES: "trajects:themes",
    Key.DREAMS: "trajects:dreams",
    Key.GOALS: "trajects:goals",
    Key.PLAN: "trajects:plan",
}

MOST_MEETINGS = 6


@dataclass(frozen=True)
class Stop:
    """One step on the road, as this traject stands. `amount` is what it came to."""

    traject: Traject
    stage: Stage
    done_on: datetime | None
    amount: int | None

    @property
    def step(self) -> Step:
        return self.stage.step

    @property
    def number(self) -> int:
        return self.step.number

    @property
    def mark(self) -> str:
        return self.stage.state.value

    @property
    def name(self) -> Promise:
        return STEP_NAMES[self.step.key]

    @property
    def slug(self) -> str:
        return STEP_SLUGS[self.step.key]

    @property
    def url(self) -> str:
        return reverse("trajects:step", args=[self.traject.pk, self.slug])

    @property
    def work_url(self) -> str | None:
        """None for a step that is still to be built."""
        place = WORK_PLACES.get(self.step.key)
        return reverse(place, args=[self.traject.pk]) if place else None


@dataclass(frozen=True)
class CheckLine:
    check: Check

    @property
    def words(self) -> Promise:
        return NEED_WORDS[self.check.need]


@dataclass(frozen=True)
class StepPage:
    """One step: what it is, what it takes, and what this person may do about it."""

    stop: Stop
    facts: Facts
    text: MethodText | None
    may_complete: bool
    may_reopen: bool

    @property
    def checks(self) -> tuple[CheckLine, ...]:
        return tuple(CheckLine(check) for check in checks(self.stop.step.key, self.facts))

    @property
    def doers(self) -> tuple[Promise, ...]:
        return tuple(DOER_NAMES[doer] for doer in self.stop.step.doers)


@dataclass(frozen=True)
class RoadPage:
    """`here` is the step where the group is; None once all are done. `meetings`: what is coming,
    nearest first, then what is past, without the oldest."""

    stops: tuple[Stop, ...]
    here: StepPage | None
    next: NextTask
    meetings: tuple[MeetingLine, ...]
    has_more_meetings: bool
    moderators: tuple[Participant, ...]
    in_lead_group: int
    departments: int


def road_page(
    traject: Traject, *, standing: Standing, user: User, at: datetime, language: str
) -> RoadPage:
    """Thirteen queries, whatever the number of people, meetings, agreements or initiatives."""
    facts = facts_of(traject)
    stops = stops_of(traject, facts)
    here = next((stop for stop in stops if stop.mark == State.NOW), None)
    people = list(traject.participants.taking_part().with_people())
    group = [one for one in people if one.part == Part.LEAD_GROUP]
    waiting = waiting_for(user, [traject], on=local_day(at))[traject.pk]
    meetings = meeting_lines(traject, at=at)
    return RoadPage(
        stops=stops,
        here=_step_page(here, _looked_at(traject, here, facts), standing, language)
        if here
        else None,
        next=task_in(traject, facts, standing, waiting, at=at),
        meetings=tuple(meetings[:MOST_MEETINGS]),
        has_more_meetings=len(meetings) > MOST_MEETINGS,
        moderators=tuple(one for one in people if one.part == Part.MODERATOR),
        in_lead_group=len(group),
        departments=len({one.department_id for one in group if one.department_id}),
    )


def step_page(traject: Traject, key: Key, *, standing: Standing, language: str) -> StepPage:
    facts = facts_of(traject)
    stop = next(stop for stop in stops_of(traject, facts) if stop.step.key == key)
    return _step_page(stop, _looked_at(traject, stop, facts), standing, language)


def _looked_at(traject: Traject, stop: Stop, facts: Facts) -> Facts:
    """With what is counted only for who looks at this step: three queries for the goals."""
    if stop.step.key != Key.GOALS:
        return facts
    return replace(facts, smart=number_smart(traject))


def _step_page(stop: Stop, facts: Facts, standing: Standing, language: str) -> StepPage:
    key = stop.step.key
    return StepPage(
        stop=stop,
        facts=facts,
        text=method_text(key, language),
        may_complete=standing.may_lead and may_complete(key, facts),
        may_reopen=standing.may_lead and may_reopen(key, facts),
    )


def stops_of(traject: Traject, facts: Facts) -> tuple[Stop, ...]:
    rows = StepCompletion.objects.filter(traject=traject)
    done: dict[str, datetime] = dict(rows.values_list("step", "at"))
    amounts = {
        Key.PHOTO: facts.on_photo,
        Key.THEMES: facts.candidates,
        Key.DREAMS: facts.dreams,
        Key.GOALS: facts.goals,
        Key.PLAN: facts.actions,
    }
    return tuple(
        Stop(traject, stage, done.get(stage.step.key), amounts.get(stage.step.key))
        for stage in progress(facts)
    )
