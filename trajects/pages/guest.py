"""The read-model of the own page of a guest: the road, and the one next thing they do."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from trajects.labels import TASK_WORDS, TaskWords
from trajects.models import Agreement, Meeting, Part, Participant
from trajects.models.live_session import CODE_WORKS_FOR
from trajects.next_tasks import Task, Viewer, next_task
from trajects.pages.road import Stop, stops_of
from trajects.queries.facts import facts_of
from trajects.steps import Facts, Step, current

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
    Task.WAIT: TaskWords(
        TASK_WORDS[Task.WAIT].todo,
        TASK_WORDS[Task.WAIT].why,
        _("Read how a traject runs"),
    ),
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
        if self.task == Task.ADD_TO_PHOTO:
            return reverse("trajects:guest_add", args=[self.token])
        return reverse("road")


@dataclass(frozen=True)
class GuestPage:
    """`meeting`: the next one, for who is in the lead group. `promised`: what is open in their
    name."""

    stops: tuple[Stop, ...]
    next: GuestTask
    meeting: Meeting | None
    promised: tuple[Agreement, ...]


def guest_page_of(guest: Participant, *, token: str, at: datetime) -> GuestPage:
    """The same number of queries, whatever the number of people, meetings, agreements or
    initiatives."""
    traject = guest.traject
    facts = facts_of(traject)
    promised = tuple(guest.agreements.filter(done_at=None))
    code = _code(guest, facts, at)
    task = next_task(facts, Viewer(contributes=True, joins=bool(code), promised=len(promised)))
    coming = traject.meetings.coming(at=at).defer("notes", "report")
    return GuestPage(
        stops=stops_of(traject, facts),
        # The photo of everybody is not theirs to read.
        next=GuestTask(Task.WAIT if task == Task.READ_PHOTO else task, current(facts), token, code),
        meeting=coming.first() if guest.part == Part.LEAD_GROUP else None,
        promised=promised,
    )


def _code(guest: Participant, facts: Facts, at: datetime) -> str:
    """Of the session that is open, for who is in the lead group; empty while it opens nothing."""
    session = facts.session
    if session is None or guest.part != Part.LEAD_GROUP:
        return ""
    return session.code if at - session.opened_at < CODE_WORKS_FOR else ""
