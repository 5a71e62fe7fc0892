"""What a live session is about, and the stages it goes through; written once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    """What a session is for: to choose themes, to dream about them, or to measure where the group
    stands."""

    THEMES = "themes"
    DREAMS = "dreams"
    START = "start"
    END = "end"

    @property
    def is_measurement(self) -> bool:
        return self in (Subject.START, Subject.END)

    @property
    def has_rounds(self) -> bool:
        """Something is voted on; else there is nothing to practise either."""
        return self is not Subject.DREAMS


class Stage(StrEnum):
    """What the projector shows and the phones follow."""

    WELCOME = "welcome"
    SYNTHESIS = "synthesis"
    DIALOGUE = "dialogue"
    VOTING = "voting"
    RESULT = "result"
    CHOICE = "choice"
    DREAMING = "dreaming"
    GALLERY = "gallery"


CHOOSING = (
    Stage.WELCOME,
    Stage.SYNTHESIS,
    Stage.DIALOGUE,
    Stage.VOTING,
    Stage.RESULT,
    Stage.CHOICE,
)

# In these the moderator picks which theme it is about, or the whole.
PER_THEME = frozenset({Stage.DIALOGUE, Stage.DREAMING, Stage.GALLERY})

MEASUREMENT = (Stage.WELCOME, Stage.VOTING, Stage.RESULT)
STAGES: Mapping[Subject, tuple[Stage, ...]] = {
    Subject.THEMES: CHOOSING,
    Subject.DREAMS: (Stage.WELCOME, Stage.DREAMING, Stage.GALLERY),
    Subject.START: MEASUREMENT,
    Subject.END: MEASUREMENT,
}


def following(subject: Subject, stage: Stage) -> Stage | None:
    """The stage after this one; None at the end."""
    stages = STAGES[subject]
    place = stages.index(stage) + 1
    return stages[place] if place < len(stages) else None


def preceding(subject: Subject, stage: Stage) -> Stage | None:
    """The stage before this one; None at the beginning."""
    stages = STAGES[subject]
    place = stages.index(stage)
    return stages[place - 1] if place else None


@dataclass(frozen=True)
class Position:
    """Where a session is: a stage, and which of its screens."""

    stage: Stage
    page: int = 1


def onward(subject: Subject, here: Position, *, pages: int = 1) -> Position | None:
    """The next screen, or the first one of the next stage. `pages`: how many screens this stage
    has. None at the end."""
    if here.page < pages:
        return Position(here.stage, here.page + 1)
    stage = following(subject, here.stage)
    return Position(stage) if stage else None


def backward(subject: Subject, here: Position, *, pages_before: int = 1) -> Position | None:
    """The screen before this one, or the last one of the stage before, which has `pages_before`.
    None at the beginning."""
    if here.page > 1:
        return Position(here.stage, here.page - 1)
    stage = preceding(subject, here.stage)
    return Position(stage, pages_before) if stage else None
