"""The eight steps of the road, written once: menu, progress, guards and report read them here."""

from trajects.steps.checks import (
    FEWEST_IN_LEAD_GROUP,
    MOST_IN_LEAD_GROUP,
    Check,
    Need,
    checks,
    may_complete,
    may_reopen,
)
from trajects.steps.facts import (
    Collection,
    Facts,
    Light,
    OpenSession,
    ScanState,
)
from trajects.steps.names import (
    BY_KEY,
    STEPS,
    Doer,
    Key,
    Step,
)
from trajects.steps.progress import (
    Stage,
    State,
    current,
    progress,
)

__all__ = [
    "BY_KEY",
    "FEWEST_IN_LEAD_GROUP",
    "MOST_IN_LEAD_GROUP",
    "STEPS",
    "Check",
    "Collection",
    "Doer",
    "Facts",
    "Key",
    "Light",
    "Need",
    "OpenSession",
    "ScanState",
    "Stage",
    "State",
    "Step",
    "checks",
    "current",
    "may_complete",
    "may_reopen",
    "progress",
]
