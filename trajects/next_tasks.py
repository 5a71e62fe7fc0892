"""The one next thing to do, for one person in one traject. Rules only; labels has the words."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from trajects.steps import (
    BY_KEY,
    FEWEST_IN_LEAD_GROUP,
    Facts,
    Key,
    Light,
    ScanState,
    current,
    may_complete,
)

# From so many on it is worth asking whether the photo is complete.
ENOUGH_FOR_A_PHOTO = 20


class Task(StrEnum):
    """In no order; `next_task` knows what comes first."""

    INVITE_LEAD_GROUP = "invite_lead_group"
    FIND_MODERATOR = "find_moderator"
    PLAN_MEETING = "plan_meeting"
    AGREE = "agree"
    FINISH_START = "finish_start"
    LINK_SCAN = "link_scan"
    FILL_IN_SCAN = "fill_in_scan"
    LOOK_AGAIN = "look_again"
    FINISH_SCAN = "finish_scan"
    DECIDE = "decide"
    DO_AGREEMENT = "do_agreement"
    START_PHOTO = "start_photo"
    GROW_PHOTO = "grow_photo"
    ADD_TO_PHOTO = "add_to_photo"
    FINISH_PHOTO = "finish_photo"
    JOIN_SESSION = "join_session"
    LEAD_SESSION = "lead_session"
    PREPARE_CANDIDATES = "prepare_candidates"
    PLAN_SESSION = "plan_session"
    OPEN_SESSION = "open_session"
    WRITE_CHOICE = "write_choice"
    ASK_GREEN_LIGHT = "ask_green_light"
    CHOOSE_AGAIN = "choose_again"
    FINISH_THEMES = "finish_themes"
    READ_PHOTO = "read_photo"
    WAIT = "wait"

    @property
    def is_to_do(self) -> bool:
        """Something to do, and not only to read or to wait for."""
        return self not in (Task.READ_PHOTO, Task.WAIT)


@dataclass(frozen=True)
class Viewer:
    """Who asks. `answers` the scan as a member; `joins`: a member of the lead group, while a
    session is open and its code still works; `promised` are the agreements in their name that are
    not done yet."""

    coordinates: bool = False
    moderates: bool = False
    contributes: bool = False
    answers: bool = False
    joins: bool = False
    promised: int = 0

    @property
    def leads(self) -> bool:
        return self.coordinates or self.moderates


def next_task(facts: Facts, viewer: Viewer) -> Task:
    """The first that applies. Everybody always has one: at the least, to wait."""
    return next(_tasks(facts, viewer))


def _tasks(facts: Facts, viewer: Viewer) -> Iterator[Task]:
    now = current(facts)
    yield from _of_session(facts, viewer)
    if viewer.coordinates and facts.waiting:
        yield Task.DECIDE
    if viewer.leads:
        yield from _of_leaders(facts, viewer)
    if viewer.promised:
        yield Task.DO_AGREEMENT
    if viewer.answers and facts.scan == ScanState.RUNNING and Key.SCAN not in facts.done:
        yield Task.FILL_IN_SCAN
    if viewer.contributes and Key.START in facts.done and Key.PHOTO not in facts.done:
        yield Task.ADD_TO_PHOTO
    if facts.on_photo and (now is None or now.number > 1):
        yield Task.READ_PHOTO
    yield Task.WAIT


def theme_task(facts: Facts, viewer: Viewer) -> Task | None:
    """The next thing to do about the themes, wherever the group is; None for nothing."""
    return next(_of_step_four(facts, viewer), None)


def _of_step_four(facts: Facts, viewer: Viewer) -> Iterator[Task]:
    yield from _of_session(facts, viewer)
    if viewer.leads and Key.THEMES not in facts.done:
        yield from _of_themes(facts, viewer)


def _of_session(facts: Facts, viewer: Viewer) -> Iterator[Task]:
    """People are together now: nothing is more urgent."""
    if viewer.moderates and facts.session:
        yield Task.LEAD_SESSION
    if viewer.joins:
        yield Task.JOIN_SESSION


def _of_leaders(facts: Facts, viewer: Viewer) -> Iterator[Task]:
    """The open steps in their order. Who moderates from outside invites nobody and links no scan:
    they go on with what they can do."""
    if Key.START not in facts.done:
        yield from _of_start(facts, viewer)
    if viewer.coordinates and facts.scan == ScanState.MOVED:
        yield Task.LOOK_AGAIN
    if Key.SCAN not in facts.done:
        yield from _of_scan(facts, viewer)
    if Key.START in facts.done and Key.PHOTO not in facts.done:
        yield from _of_photo(facts, viewer)
    if Key.THEMES not in facts.done and facts.done.issuperset(BY_KEY[Key.THEMES].needs):
        yield from _of_themes(facts, viewer)


def _of_start(facts: Facts, viewer: Viewer) -> Iterator[Task]:
    if viewer.coordinates and facts.in_lead_group < FEWEST_IN_LEAD_GROUP:
        yield Task.INVITE_LEAD_GROUP
    if viewer.coordinates and not facts.moderators:
        yield Task.FIND_MODERATOR
    if not facts.meetings:
        yield Task.PLAN_MEETING
    if not facts.agreements:
        yield Task.AGREE
    yield Task.FINISH_START


def _of_scan(facts: Facts, viewer: Viewer) -> Iterator[Task]:
    if viewer.coordinates and facts.scan == ScanState.NONE:
        yield Task.LINK_SCAN
    if viewer.answers and facts.scan == ScanState.RUNNING:
        yield Task.FILL_IN_SCAN
    if may_complete(Key.SCAN, facts):
        yield Task.FINISH_SCAN


def _of_photo(facts: Facts, viewer: Viewer) -> Iterator[Task]:
    """A photo can always grow: what somebody promised comes first."""
    if not facts.on_photo:
        yield Task.START_PHOTO
    elif not facts.waiting and facts.on_photo >= ENOUGH_FOR_A_PHOTO:
        yield Task.FINISH_PHOTO
    if viewer.promised:
        yield Task.DO_AGREEMENT
    yield Task.GROW_PHOTO


def _of_themes(facts: Facts, viewer: Viewer) -> Iterator[Task]:
    """A choice can do without a vote, so what was chosen goes before what was not voted on."""
    if facts.chosen:
        yield from _of_choice(facts)
    elif facts.rounds:
        yield Task.WRITE_CHOICE
    elif not facts.candidates:
        yield Task.PREPARE_CANDIDATES
    elif not facts.theme_meetings:
        yield Task.PLAN_SESSION
    elif viewer.moderates:
        yield Task.OPEN_SESSION


def _of_choice(facts: Facts) -> Iterator[Task]:
    if facts.light == Light.REFUSED:
        yield Task.CHOOSE_AGAIN
    elif facts.light == Light.NONE:
        yield Task.ASK_GREEN_LIGHT
    else:
        yield Task.FINISH_THEMES
