"""The read-model of the own page of a guest: the road, and the one next thing they do."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from trajects.models import Agreement, Meeting, Part, Participant
from trajects.models.live_session import CODE_WORKS_FOR
from trajects.next_tasks import Task, Viewer, next_task
from trajects.pages.road import Stop, stops_of
from trajects.pages.tasks import is_collecting, local_day
from trajects.queries.facts import facts_of
from trajects.queries.waiting import Waiting, carried_by_guest
from trajects.steps import Facts, Key, Step, current
from trajects.task_words import TASK_WORDS, TaskWords

WORDS = {
    Task.DO_AGREEMENT: TaskWords(
        TASK_WORDS[Task.DO_AGREEMENT].todo,
        _("Something is still open in your name. It stands below."),
        TASK_WORDS[Task.DO_AGREEMENT].button,
    ),
    Task.JOIN_SESSION: TASK_WORDS[Task.JOIN_SESSION],
    Task.ADD_TO_PHOTO: TaskWords(
        TASK_WORDS[Task.ADD_TO_PHOTO].todo,
        TASK_WORDS[Task.ADD_TO_PHOTO].why,
        _("Add an initiative"),
    ),
    Task.WRITE_DREAM: TASK_WORDS[Task.WRITE_DREAM],
    Task.STAR_DREAMS: TASK_WORDS[Task.STAR_DREAMS],
    Task.DISCUSS_GOALS: TASK_WORDS[Task.DISCUSS_GOALS],
    Task.DO_ACTIONS: TASK_WORDS[Task.DO_ACTIONS],
    Task.WAIT: TaskWords(
        TASK_WORDS[Task.WAIT].todo,
        TASK_WORDS[Task.WAIT].why,
        _("Read how a traject runs"),
    ),
}

PLACES = {
    Task.ADD_TO_PHOTO: "trajects:guest_add",
    Task.WRITE_DREAM: "trajects:guest_write_dream",
    Task.STAR_DREAMS: "trajects:guest_dreams",
    Task.DISCUSS_GOALS: "trajects:guest_goals",
    Task.DO_ACTIONS: "trajects:guest_actions",
}


@dataclass(frozen=True)
class GuestTask:
    """What a guest does next, on a page they may open. `step` is where the group is, `code` that of
    the session that is open."""

    task: Task
    step: Step | None
    token: str
    code: str = ""

    @property
    def words(self) -> TaskWords:
        return WORDS[self.task]

    @property
    def url(self) -> str:
        if self.task == Task.DO_AGREEMENT:
            return "#promised-title"
        if self.task == Task.JOIN_SESSION:
            return reverse("trajects:phone", args=[self.code])
        place = PLACES.get(self.task)
        return reverse(place, args=[self.token]) if place else reverse("road")


@dataclass(frozen=True)
class GuestPage:
    """`meeting`: the next one, for who is in the lead group. `promised`: what is open in their
    name. `actions`: how many they carry, in whatever state."""

    stops: tuple[Stop, ...]
    next: GuestTask
    meeting: Meeting | None
    promised: tuple[Agreement, ...]
    has_themes: bool
    actions: int

    @property
    def goals(self) -> int:
        """How many there are to read."""
        return next(stop.amount or 0 for stop in self.stops if stop.step.key == Key.GOALS)


def guest_page_of(guest: Participant, *, token: str, at: datetime) -> GuestPage:
    """The same number of queries, whatever the number of people, meetings, agreements or
    initiatives."""
    traject = guest.traject
    facts = facts_of(traject)
    promised = tuple(guest.agreements.filter(done_at=None))
    waiting = Waiting(len(promised), carried_by_guest(guest, on=local_day(at)))
    code = _code(guest, facts, at)
    task = next_task(facts, _viewer(guest, facts, waiting, joins=bool(code), at=at))
    coming = traject.meetings.coming(at=at).defer("notes", "report")
    return GuestPage(
        stops=stops_of(traject, facts),
        # The photo and the plan of everybody are not theirs to read.
        next=GuestTask(task if task in WORDS else Task.WAIT, current(facts), token, code),
        meeting=coming.first() if guest.part == Part.LEAD_GROUP else None,
        promised=promised,
        has_themes=facts.chosen > 0,
        actions=guest.owned_actions.count(),
    )


def _viewer(
    guest: Participant, facts: Facts, waiting: Waiting, *, joins: bool, at: datetime
) -> Viewer:
    in_group = guest.part == Part.LEAD_GROUP
    return Viewer(
        contributes=True,
        joins=joins,
        promised=waiting.promised,
        carries=waiting.carried,
        dreams=in_group,
        writes=in_group and is_collecting(facts, at),
    )


def _code(guest: Participant, facts: Facts, at: datetime) -> str:
    """Of the session that is open, for who is in the lead group; empty while it opens nothing."""
    session = facts.session
    if session is None or guest.part != Part.LEAD_GROUP:
        return ""
    return session.code if at - session.opened_at < CODE_WORKS_FOR else ""
