"""What a goal says at one moment: to compare, and to keep when an adopted one changes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from trajects.entries import GoalEntry
from trajects.models import Goal, GoalAdoption

# What stands in a column of its own, in the order in which people read it.
COLUMNS = (
    *("sentence", "result", "indicator", "unit", "baseline", "baseline_on", "baseline_source"),
    *("target", "carrier", "support", "means", "due_on", "mvoi_goal", "mvoi_now", "mvoi_wanted"),
    "bbc_code",
)

# Column → text; None for what is open. "theme" is a number and a name, "sdgs" are numbers, "dreams"
# each a number and its first line.
Snapshot = dict[str, Any]


def entry_of(goal: Goal) -> GoalEntry:
    """As it is stored. Two queries."""
    return GoalEntry(
        candidate=goal.candidate_id,
        **{column: getattr(goal, column) for column in COLUMNS},
        sdgs=frozenset(goal.sdgs.values_list("number", flat=True)),
        dreams=frozenset(goal.roots.values_list("dream_id", flat=True)),
    )


def snapshot(goal: Goal) -> Snapshot:
    """What it says now, in JSON, readable when what it points at is gone; names of people are left
    out. Three queries, and one for the theme unless it was fetched along."""
    adoption = GoalAdoption.objects.filter(goal=goal).first()
    dreams = [[root.dream_id, str(root.dream)] for root in goal.roots.select_related("dream")]
    return {
        "theme": [goal.candidate_id, goal.candidate.full_name],
        **{column: _plain(getattr(goal, column)) for column in COLUMNS},
        "sdgs": list(goal.sdgs.values_list("number", flat=True)),
        "dreams": dreams,
        "adopted_on": _plain(adoption.adopted_on) if adoption else None,
    }


def _plain(value: Any) -> str | None:
    """18 and 18.000 are the same."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return None if value is None or value == "" else str(value)
