"""What happened in a traject, as the rules of the road count it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from trajects.steps.names import Key


class ScanState(StrEnum):
    """How the scan of a traject is. MOVED: opened again since the group agreed that this is it."""

    NONE = "none"
    RUNNING = "running"
    FINISHED = "finished"
    MOVED = "moved"


class Light(StrEnum):
    """What the policy makers said last about the themes. NOT_AWAITED: the moderator knowingly went
    on without them."""

    NONE = "none"
    GIVEN = "given"
    REFUSED = "refused"
    NOT_AWAITED = "not_awaited"

    @property
    def lets_pass(self) -> bool:
        """Goals may be made."""
        return self in (Light.GIVEN, Light.NOT_AWAITED)


@dataclass(frozen=True)
class OpenSession:
    """A session that was not ended. Its code works only for a day."""

    code: str
    opened_at: datetime


@dataclass(frozen=True)
class Collection:
    """The template in which members write dream images: through the last day, unless closed."""

    last_day: date
    is_closed: bool = False

    def is_open(self, on: date) -> bool:
        return not self.is_closed and on <= self.last_day


@dataclass(frozen=True)
class Facts:
    """What happened in one traject so far, counted. `candidates`: what the group can choose from;
    `rounds`: secret votes about themes that were counted; no practice is in it. `dreams` are those
    that the group works with, `in_box` those that came without a name and are not shown yet;
    `is_arranged`: something was merged, split or put in a group. `themes_dreamt` and
    `themes_with_goal` count the chosen themes that have one; `remarks` about goals are those that
    are not discussed yet. Of the `actions` those are `unready` that go on without an owner, a
    deadline or a reason, and `drafts` that came from the catalogue as they are; `documents` of the
    plan are made or in the making."""

    done: frozenset[Key] = frozenset()
    moderators: int = 0
    in_lead_group: int = 0
    meetings: int = 0
    agreements: int = 0
    agreements_open: int = 0
    scan: ScanState = ScanState.NONE
    on_photo: int = 0
    waiting: int = 0
    candidates: int = 0
    theme_meetings: int = 0
    rounds: int = 0
    chosen: int = 0
    light: Light = Light.NONE
    session: OpenSession | None = None
    dream_meetings: int = 0
    collection: Collection | None = None
    dreams: int = 0
    in_box: int = 0
    is_arranged: bool = False
    themes_dreamt: int = 0
    ambitions: int = 0
    goals: int = 0
    themes_with_goal: int = 0
    adopted: int = 0
    remarks: int = 0
    actions: int = 0
    goals_with_action: int = 0
    unready: int = 0
    drafts: int = 0
    has_plan_text: bool = False
    documents: int = 0
    is_decided: bool = False
    # Counted only where somebody looks at the step of the goals: it takes reading them all.
    smart: int = 0
