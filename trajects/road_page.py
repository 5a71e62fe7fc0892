"""The read-model of the page of a traject: the road, where we are, and the one next thing to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise

from accounts.models import User
from trajects.labels import (
    DOER_NAMES,
    NEED_WORDS,
    STEP_NAMES,
    STEP_SLUGS,
    TASK_WORDS,
    TaskWords,
)
from trajects.models import MethodText, Part, Participant, StepCompletion, Traject
from trajects.next_tasks import Task, Viewer, next_task
from trajects.queries.facts import facts_of, promised_by
from trajects.queries.meetings import MeetingLine, meeting_lines
from trajects.queries.method import method_text
from trajects.queries.standing import Standing
from trajects.steps import (
    STEPS,
    Check,
    Facts,
    Key,
    Stage,
    State,
    Step,
    checks,
    current,
    may_complete,
    may_reopen,
    progress,
)

PLACES: Mapping[Task, str] = {
    Task.INVITE_LEAD_GROUP: "trajects:people",
    Task.FIND_MODERATOR: "trajects:people",
    Task.PLAN_MEETING: "trajects:new_meeting",
    Task.AGREE: "trajects:start",
    Task.FINISH_START: "trajects:start",
    Task.LINK_SCAN: "trajects:scan",
    Task.FILL_IN_SCAN: "scans:overview",
    Task.LOOK_AGAIN: "trajects:scan",
    Task.FINISH_SCAN: "trajects:scan",
    Task.DECIDE: "trajects:photo",
    Task.DO_AGREEMENT: "trajects:start",
    Task.START_PHOTO: "trajects:photo",
    Task.GROW_PHOTO: "trajects:photo",
    Task.ADD_TO_PHOTO: "trajects:photo",
    Task.FINISH_PHOTO: "trajects:photo",
    Task.READ_PHOTO: "trajects:photo",
    Task.WAIT: "trajects:step",
}
# Where the work of a step is done.
WORK_PLACES: Mapping[Key, str] = {
    Key.START: "trajects:start",
    Key.SCAN: "trajects:scan",
    Key.PHOTO: "trajects:photo",
}

MOST_MEETINGS = 6


@dataclass(frozen=True)
class NextTask:
    """What one person does next in one traject. `step` is where the group is."""

    traject: Traject
    task: Task
    step: Step | None

    @property
    def words(self) -> TaskWords:
        return TASK_WORDS[self.task]

    @property
    def url(self) -> str:
        if self.task == Task.FILL_IN_SCAN:
            return reverse(PLACES[self.task], args=[self.traject.scan_id])
        if self.task == Task.WAIT:
            slug = STEP_SLUGS[(self.step or STEPS[-1]).key]
            return reverse(PLACES[self.task], args=[self.traject.pk, slug])
        return reverse(PLACES[self.task], args=[self.traject.pk])


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
    """Ten queries, whatever the number of people, meetings, agreements or initiatives."""
    facts = facts_of(traject)
    stops = stops_of(traject, facts)
    here = next((stop for stop in stops if stop.mark == State.NOW), None)
    people = list(traject.participants.taking_part().with_people())
    group = [one for one in people if one.part == Part.LEAD_GROUP]
    promised = promised_by(user, [traject])[traject.pk]
    meetings = meeting_lines(traject, at=at)
    return RoadPage(
        stops=stops,
        here=_step_page(here, facts, standing, language) if here else None,
        next=task_in(traject, facts, standing, promised),
        meetings=tuple(meetings[:MOST_MEETINGS]),
        has_more_meetings=len(meetings) > MOST_MEETINGS,
        moderators=tuple(one for one in people if one.part == Part.MODERATOR),
        in_lead_group=len(group),
        departments=len({one.department_id for one in group if one.department_id}),
    )


def step_page(traject: Traject, key: Key, *, standing: Standing, language: str) -> StepPage:
    facts = facts_of(traject)
    stop = next(stop for stop in stops_of(traject, facts) if stop.step.key == key)
    return _step_page(stop, facts, standing, language)


def task_in(traject: Traject, facts: Facts, standing: Standing, promised: int) -> NextTask:
    """`promised`: how many agreements in their name are open."""
    viewer = Viewer(
        coordinates=standing.may_coordinate,
        moderates=standing.may_moderate,
        contributes=standing.may_contribute,
        answers=standing.may_answer,
        promised=promised,
    )
    return NextTask(traject, next_task(facts, viewer), current(facts))


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
    amounts = {Key.PHOTO: facts.on_photo}
    return tuple(
        Stop(traject, stage, done.get(stage.step.key), amounts.get(stage.step.key))
        for stage in progress(facts)
    )
