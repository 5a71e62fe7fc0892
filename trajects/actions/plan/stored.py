"""An action as it is stored now: what it says, to compare with what somebody typed."""

from __future__ import annotations

from trajects.entries import ActionEntry
from trajects.errors import TrajectGone
from trajects.models import Action

# What stands in a column of its own, in the order of the form.
COLUMNS = (
    *("title", "what", "because", "partners", "starts_on", "due_on"),
    *("cost_once", "cost_yearly", "staff_days", "budget_note", "bbc_code"),
    *("indicator", "unit", "baseline", "target"),
)


def stored_action(action: Action) -> Action:
    """Under the lock of its traject. Raises TrajectGone."""
    found = Action.objects.with_goal().filter(pk=action.pk).first()
    if found is None:
        raise TrajectGone
    return found


def entry_of(action: Action) -> ActionEntry:
    """As it is stored. Four queries."""
    owners = list(action.owners.values_list("user_id", "guest_id"))
    return ActionEntry(
        goal=action.goal_id,
        department=action.department_id,
        **{column: getattr(action, column) for column in COLUMNS},
        users=frozenset(user for user, _guest in owners if user),
        guests=frozenset(guest for _user, guest in owners if guest),
        statements=frozenset(action.statements.values_list("code", flat=True)),
        needs=frozenset(action.needs.values_list("needed_id", flat=True)),
        steps=tuple(action.steps.order_by("position", "pk").values_list("text", flat=True)),
    )
