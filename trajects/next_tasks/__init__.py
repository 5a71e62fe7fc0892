"""The one next thing to do, for one person in one traject. Rules only; task_words has the words."""

from collections.abc import Iterator

from trajects.next_tasks.choosing import of_themes
from trajects.next_tasks.dreaming import of_dreams, of_goals
from trajects.next_tasks.planning import of_plan
from trajects.next_tasks.preparing import of_photo, of_scan, of_start
from trajects.next_tasks.who import Task, Viewer
from trajects.steps import BY_KEY, Facts, Key, ScanState, current

__all__ = ["Task", "Viewer", "dream_task", "goal_task", "next_task", "plan_task", "theme_task"]

LATER = {Key.DREAMS: of_dreams, Key.GOALS: of_goals, Key.PLAN: of_plan}


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
    if viewer.carries:
        yield Task.DO_ACTIONS
    if viewer.answers and facts.scan == ScanState.RUNNING and Key.SCAN not in facts.done:
        yield Task.FILL_IN_SCAN
    if viewer.contributes and Key.START in facts.done and Key.PHOTO not in facts.done:
        yield Task.ADD_TO_PHOTO
    yield from _of_later_steps(facts, viewer)
    if facts.actions and Key.PLAN in facts.done:
        yield Task.READ_PLAN
    if facts.on_photo and (now is None or now.number > 1):
        yield Task.READ_PHOTO
    yield Task.WAIT


def theme_task(facts: Facts, viewer: Viewer) -> Task | None:
    """The next thing to do about the themes, wherever the group is; None for nothing."""
    return next(_of_step_four(facts, viewer), None)


def _of_step_four(facts: Facts, viewer: Viewer) -> Iterator[Task]:
    yield from _of_session(facts, viewer)
    if viewer.leads and Key.THEMES not in facts.done:
        yield from of_themes(facts, viewer)


def dream_task(facts: Facts, viewer: Viewer) -> Task | None:
    """The next thing to do about the dream images, wherever the group is; None for nothing."""
    return next(_of_open_step(Key.DREAMS, facts, viewer), None)


def goal_task(facts: Facts, viewer: Viewer) -> Task | None:
    """The next thing to do about the goals, wherever the group is; None for nothing."""
    return next(_of_open_step(Key.GOALS, facts, viewer), None)


def plan_task(facts: Facts, viewer: Viewer) -> Task | None:
    """The next thing to do about the plan, wherever the group is; None for nothing."""
    return next(_of_open_step(Key.PLAN, facts, viewer), Task.DO_ACTIONS if viewer.carries else None)


def _of_later_steps(facts: Facts, viewer: Viewer) -> Iterator[Task]:
    """Each once the steps before it are done."""
    for key in LATER:
        if facts.done.issuperset(BY_KEY[key].needs):
            yield from _of_open_step(key, facts, viewer)


def _of_open_step(key: Key, facts: Facts, viewer: Viewer) -> Iterator[Task]:
    if key not in facts.done:
        yield from LATER[key](facts, viewer)


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
        yield from of_start(facts, viewer)
    if viewer.coordinates and facts.scan == ScanState.MOVED:
        yield Task.LOOK_AGAIN
    if Key.SCAN not in facts.done:
        yield from of_scan(facts, viewer)
    if Key.START in facts.done and Key.PHOTO not in facts.done:
        yield from of_photo(facts, viewer)
    if Key.THEMES not in facts.done and facts.done.issuperset(BY_KEY[Key.THEMES].needs):
        yield from of_themes(facts, viewer)
    yield from _of_later_steps(facts, viewer)
