"""The fifth and the sixth step: dream images, and the goals that grow from them."""

from collections.abc import Iterator

from trajects.dreams import may_open_box
from trajects.next_tasks.who import Task, Viewer
from trajects.steps import Facts, Light


def of_dreams(facts: Facts, viewer: Viewer) -> Iterator[Task]:
    if viewer.leads:
        yield from _of_collecting(facts, viewer)
    if viewer.writes:
        yield Task.WRITE_DREAM
    if viewer.leads and facts.dreams:
        yield Task.FINISH_DREAMS if facts.is_arranged else Task.ARRANGE_DREAMS
    if viewer.dreams and facts.dreams:
        yield Task.STAR_DREAMS


def _of_collecting(facts: Facts, viewer: Viewer) -> Iterator[Task]:
    """First together, then everybody in their own time. An invitation is worth more than a form."""
    if may_open_box(facts.in_box, is_collecting=viewer.writes or viewer.is_in_session):
        yield Task.OPEN_BOX
    if facts.collection is None:
        if not facts.dreams and not facts.dream_meetings:
            yield Task.PLAN_DREAMS
        if not facts.dreams and viewer.moderates:
            yield Task.OPEN_DREAMS
        yield Task.OPEN_COLLECTION
    elif not facts.dreams and not viewer.writes:
        yield Task.OPEN_COLLECTION


def of_goals(facts: Facts, viewer: Viewer) -> Iterator[Task]:
    """Goals take a green light; what is proposed is talked about before it is adopted."""
    if viewer.leads:
        yield from _of_light(facts)
        if facts.ambitions < facts.chosen:
            yield Task.SET_AMBITIONS
    has_all = facts.goals > 0 and facts.themes_with_goal >= facts.chosen
    if viewer.proposes and facts.light.lets_pass and not has_all:
        yield Task.PROPOSE_GOAL
    if viewer.leads and facts.goals:
        yield from _of_adopting(facts)
    if viewer.dreams and facts.adopted < facts.goals:
        yield Task.DISCUSS_GOALS


def _of_light(facts: Facts) -> Iterator[Task]:
    if facts.light == Light.NONE:
        yield Task.ASK_GREEN_LIGHT
    elif facts.light == Light.REFUSED:
        yield Task.CHOOSE_AGAIN


def _of_adopting(facts: Facts) -> Iterator[Task]:
    if facts.remarks:
        yield Task.DISCUSS_GOALS
    yield Task.ADOPT_GOALS if facts.adopted < facts.goals else Task.FINISH_GOALS
