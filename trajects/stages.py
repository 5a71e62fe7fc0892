"""What a live session is about, and the stages it goes through; written once."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Subject(StrEnum):
    """What a session is for: to choose themes, or to measure where the group stands."""

    THEMES = "themes"
    START = "start"
    END = "end"

    @property
    def is_measurement(self) -> bool:
        return self in (Subject.START, Subject.END)


class Stage(StrEnum):
    """What the projector shows and the phones follow."""

    WELCOME = "welcome"
    SYNTHESIS = "synthesis"
    DIALOGUE = "dialogue"
    VOTING = "voting"
    RESULT = "result"
    CHOICE = "choice"


MEASUREMENT = (Stage.WELCOME, Stage.VOTING, Stage.RESULT)
STAGES: Mapping[Subject, tuple[Stage, ...]] = {
    Subject.THEMES: tuple(Stage),
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
