"""What a form, a spreadsheet or a guest sends to be kept, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class InitiativeEntry:
    """`themes`, `departments` and `sdgs` are numbers of rows; `since` is a year."""

    title: str
    status: str
    scope: str
    themes: frozenset[int]
    description: str = ""
    since: int | None = None
    evidence: str = ""
    bbc_code: str = ""
    departments: frozenset[int] = frozenset()
    sdgs: frozenset[int] = frozenset()


@dataclass(frozen=True)
class MeetingEntry:
    """`step` is a key of steps.py."""

    step: str
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str = ""


@dataclass(frozen=True)
class AgendaEntry:
    text: str
    minutes: int


@dataclass(frozen=True)
class CandidateEntry:
    """What a candidate theme is called; `short_name` on phones and in charts."""

    name: str
    short_name: str
    subtheme: str = ""

    @property
    def full_name(self) -> str:
        return f"{self.name}: {self.subtheme}" if self.subtheme else self.name
