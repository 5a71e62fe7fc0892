"""What a form, a spreadsheet or a guest sends to be kept, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal


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


@dataclass(frozen=True)
class DreamEntry:
    """What somebody writes down as a dream image. `themes`: candidates, by primary key; `picture`:
    a JPEG that `dream_pictures` drew again, None to leave what is there, no bytes to take away
    what is there."""

    text: str
    themes: frozenset[int]
    statement_code: str = ""
    picture: bytes | None = None
    picture_alt: str = ""


@dataclass(frozen=True)
class GoalEntry:
    """What a goal says. Numbers are in `unit`; `dreams` and `sdgs` by primary key and number."""

    candidate: int
    sentence: str
    result: str = ""
    indicator: str = ""
    unit: str = ""
    baseline: Decimal | None = None
    baseline_on: date | None = None
    baseline_source: str = ""
    target: Decimal | None = None
    carrier: str = ""
    support: str = ""
    means: str = ""
    due_on: date | None = None
    sdgs: frozenset[int] = frozenset()
    mvoi_goal: str = ""
    mvoi_now: int | None = None
    mvoi_wanted: int | None = None
    bbc_code: str = ""
    dreams: frozenset[int] = frozenset()


@dataclass(frozen=True)
class AdoptionEntry:
    """When the group adopted a goal. `people` of the lead group, by primary key; `others`: who
    agreed besides, in words."""

    adopted_on: date
    people: frozenset[int] = frozenset()
    others: str = ""


@dataclass(frozen=True)
class ActionEntry:
    """What an action says. `goal`, `department` and `needs` (what it waits for) by primary key,
    `users` and `guests` are its owners, `statements` are codes, `steps` lines of text in their
    order. Money in whole euro."""

    goal: int
    title: str
    what: str = ""
    because: str = ""
    users: frozenset[int] = frozenset()
    guests: frozenset[int] = frozenset()
    department: int | None = None
    partners: str = ""
    starts_on: date | None = None
    due_on: date | None = None
    cost_once: int | None = None
    cost_yearly: int | None = None
    staff_days: int | None = None
    budget_note: str = ""
    bbc_code: str = ""
    indicator: str = ""
    unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    statements: frozenset[str] = frozenset()
    needs: frozenset[int] = frozenset()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanTextEntry:
    summary: str = ""
    follow_up: str = ""
    communication: str = ""


@dataclass(frozen=True)
class PlanDecisionEntry:
    approved: bool
    decided_by: str
    decided_on: date
    remarks: str = ""


@dataclass(frozen=True)
class PlanPaper:
    """Which document somebody asks for: `paper` and `audience` are values of the models."""

    paper: str
    audience: str
    with_names: bool = False
    with_remarks: bool = False
    with_notes: bool = False
