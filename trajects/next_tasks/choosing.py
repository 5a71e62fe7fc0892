"""The fourth step: the themes, their choice and the green light."""

from collections.abc import Iterator

from trajects.next_tasks.who import Task, Viewer
from trajects.steps import Facts, Light


def of_themes(facts: Facts, viewer: Viewer) -> Iterator[Task]:
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
