"""The statements of the scan that an action can turn into a yes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.functional import Promise

from scans.labels import OUTCOME_NAMES
from scans.models import Theme
from scans.queries import scanned_statements
from scans.scoring import Outcome
from trajects.models import Traject

# An action has nothing to gain with these.
SETTLED = frozenset({Outcome.YES, Outcome.NOT_APPLICABLE})


@dataclass(frozen=True)
class StatementChoice:
    """`outcome` is that of the finished scan; None without one."""

    code: str
    text: str
    outcome: Outcome | None

    @property
    def answer(self) -> Promise | None:
        """What the scan says now, in words."""
        return OUTCOME_NAMES[self.outcome] if self.outcome else None


@dataclass(frozen=True)
class ThemeChoices:
    number: int
    code: str
    name: str
    choices: tuple[StatementChoice, ...]


def statement_choices(traject: Traject, *, kept: Collection[str] = ()) -> tuple[ThemeChoices, ...]:
    """By theme, without those that are a yes or do not apply, unless they are in `kept`. Four
    queries at most; nothing without a scan. What a running scan comes to so far stays in it."""
    if traject.scan is None:
        return ()
    found: dict[int, list[StatementChoice]] = {}
    for one in scanned_statements(traject.scan):
        outcome = one.outcome if traject.scan.is_finished else None
        if outcome not in SETTLED or one.code in kept:
            choice = StatementChoice(one.code, one.text, outcome)
            found.setdefault(one.theme_number, []).append(choice)
    themes = Theme.objects.filter(number__in=found).order_by("number")
    return tuple(
        ThemeChoices(number, code, name, tuple(found[number]))
        for number, code, name in themes.values_list("number", "code", "name")
    )
