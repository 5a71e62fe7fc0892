"""The seventh step: actions under the goals, and the plan as a document that is decided on."""

from collections.abc import Iterator

from trajects.next_tasks.who import Task, Viewer
from trajects.steps import Facts


def of_plan(facts: Facts, viewer: Viewer) -> Iterator[Task]:
    """First an action under every goal, then what they lack, then the document about them."""
    if viewer.proposes:
        yield from _of_actions(facts)
    if viewer.leads and facts.actions:
        yield from _of_document(facts)


def _of_actions(facts: Facts) -> Iterator[Task]:
    """An empty page is hard to begin with: the catalogue goes first."""
    if not facts.actions:
        yield Task.TAKE_EXAMPLES
    elif facts.goals_with_action < facts.goals:
        yield Task.MAKE_ACTIONS
    elif facts.unready or facts.drafts:
        yield Task.FILL_GAPS


def _of_document(facts: Facts) -> Iterator[Task]:
    """What was decided already asks for no paper any more."""
    if facts.is_decided:
        yield Task.FINISH_PLAN
    elif not facts.has_plan_text:
        yield Task.WRITE_PLAN
    elif not facts.documents:
        yield Task.ASK_PLAN
    else:
        yield Task.RECORD_DECISION
