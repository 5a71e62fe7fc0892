"""Where the one next thing to do is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.timezone import get_current_timezone

from trajects.labels import STEP_SLUGS
from trajects.models import Traject
from trajects.models.live_session import CODE_WORKS_FOR
from trajects.next_tasks import (
    Task,
    Viewer,
    dream_task,
    goal_task,
    next_task,
    plan_task,
    theme_task,
)
from trajects.queries.standing import Standing
from trajects.queries.waiting import Waiting
from trajects.steps import BY_KEY, STEPS, Facts, Key, Step, current
from trajects.task_words import TASK_WORDS, TaskWords

NOTHING = Waiting()
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
    Task.JOIN_SESSION: "trajects:phone",
    Task.LEAD_SESSION: "trajects:sessions",
    Task.PREPARE_CANDIDATES: "trajects:candidates",
    Task.PLAN_SESSION: "trajects:new_meeting",
    Task.OPEN_SESSION: "trajects:sessions",
    Task.WRITE_CHOICE: "trajects:choice",
    Task.ASK_GREEN_LIGHT: "trajects:green_light",
    Task.CHOOSE_AGAIN: "trajects:choice",
    Task.FINISH_THEMES: "trajects:themes",
    Task.PLAN_DREAMS: "trajects:new_meeting",
    Task.OPEN_DREAMS: "trajects:sessions",
    Task.OPEN_COLLECTION: "trajects:dream_collection",
    Task.WRITE_DREAM: "trajects:write_dream",
    Task.OPEN_BOX: "trajects:dreams",
    Task.ARRANGE_DREAMS: "trajects:dreams",
    Task.FINISH_DREAMS: "trajects:dreams",
    Task.STAR_DREAMS: "trajects:dreams",
    Task.SET_AMBITIONS: "trajects:ambition",
    Task.PROPOSE_GOAL: "trajects:goals",
    Task.DISCUSS_GOALS: "trajects:goals",
    Task.ADOPT_GOALS: "trajects:goals",
    Task.FINISH_GOALS: "trajects:goals",
    Task.TAKE_EXAMPLES: "trajects:plan_examples",
    Task.MAKE_ACTIONS: "trajects:plan",
    Task.FILL_GAPS: "trajects:plan",
    Task.WRITE_PLAN: "trajects:plan_texts",
    Task.ASK_PLAN: "trajects:plan_document",
    Task.RECORD_DECISION: "trajects:plan_decision",
    Task.FINISH_PLAN: "trajects:plan",
    Task.DO_ACTIONS: "trajects:my_actions",
    Task.READ_PLAN: "trajects:plan",
    Task.READ_PHOTO: "trajects:photo",
    Task.WAIT: "trajects:step",
}

# A meeting that is planned for a step has the agenda of that very step.
PLANNED_FOR: Mapping[Task, Key] = {Task.PLAN_SESSION: Key.THEMES, Task.PLAN_DREAMS: Key.DREAMS}
# Where on its page it is done: the page of the step itself leads there too.
SPOTS: Mapping[Task, str] = {
    Task.OPEN_BOX: "#box",
    Task.ARRANGE_DREAMS: "#themes-title",
    Task.STAR_DREAMS: "#themes-title",
}


@dataclass(frozen=True)
class NextTask:
    """What one person does next in one traject. `step` is where the group is, `code` that of the
    session that is open."""

    traject: Traject
    task: Task
    step: Step | None
    code: str = ""

    @property
    def words(self) -> TaskWords:
        return TASK_WORDS[self.task]

    @property
    def url(self) -> str:
        if self.task == Task.FILL_IN_SCAN:
            return reverse(PLACES[self.task], args=[self.traject.scan_id])
        if self.task == Task.JOIN_SESSION:
            return reverse(PLACES[self.task], args=[self.code])
        if self.task == Task.WAIT:
            slug = STEP_SLUGS[(self.step or STEPS[-1]).key]
            return reverse(PLACES[self.task], args=[self.traject.pk, slug])
        address = reverse(PLACES[self.task], args=[self.traject.pk])
        planned_for = PLANNED_FOR.get(self.task)
        if planned_for:
            return f"{address}?stap={STEP_SLUGS[planned_for]}"
        return address + SPOTS.get(self.task, "")


def task_in(
    traject: Traject, facts: Facts, standing: Standing, waiting: Waiting, *, at: datetime
) -> NextTask:
    task = next_task(facts, _viewer(facts, standing, waiting, at))
    return NextTask(traject, task, current(facts), _code(facts))


def theme_task_in(
    traject: Traject, facts: Facts, standing: Standing, *, at: datetime
) -> NextTask | None:
    """The next thing about the themes, wherever the group is."""
    task = theme_task(facts, _viewer(facts, standing, NOTHING, at))
    return NextTask(traject, task, BY_KEY[Key.THEMES], _code(facts)) if task else None


def dream_task_in(
    traject: Traject, facts: Facts, standing: Standing, *, at: datetime
) -> NextTask | None:
    """The next thing about the dream images, wherever the group is."""
    task = dream_task(facts, _viewer(facts, standing, NOTHING, at))
    return NextTask(traject, task, BY_KEY[Key.DREAMS], _code(facts)) if task else None


def goal_task_in(
    traject: Traject, facts: Facts, standing: Standing, *, at: datetime
) -> NextTask | None:
    """The next thing about the goals, wherever the group is."""
    task = goal_task(facts, _viewer(facts, standing, NOTHING, at))
    return NextTask(traject, task, BY_KEY[Key.GOALS], _code(facts)) if task else None


def plan_task_in(
    traject: Traject,
    facts: Facts,
    standing: Standing,
    waiting: Waiting = NOTHING,
    *,
    at: datetime,
) -> NextTask | None:
    """The next thing about the action plan, wherever the group is."""
    task = plan_task(facts, _viewer(facts, standing, waiting, at))
    return NextTask(traject, task, BY_KEY[Key.PLAN], _code(facts)) if task else None


def is_collecting(facts: Facts, at: datetime) -> bool:
    """Who may write dream images, may do so at this moment, in a session or not."""
    return facts.collection is not None and facts.collection.is_open(local_day(at))


def local_day(at: datetime) -> date:
    """The day on the calendar where the groups meet."""
    return at.astimezone(get_current_timezone()).date()


def _viewer(facts: Facts, standing: Standing, waiting: Waiting, at: datetime) -> Viewer:
    session = facts.session
    has_working_code = session is not None and at - session.opened_at < CODE_WORKS_FOR
    return Viewer(
        coordinates=standing.may_coordinate,
        moderates=standing.may_moderate,
        contributes=standing.may_contribute,
        answers=standing.may_answer,
        joins=standing.is_in_lead_group and has_working_code,
        promised=waiting.promised,
        carries=waiting.carried,
        dreams=standing.may_dream,
        writes=standing.may_dream and is_collecting(facts, at),
        proposes=standing.may_dream,
        is_in_session=has_working_code,
    )


def _code(facts: Facts) -> str:
    return facts.session.code if facts.session else ""
