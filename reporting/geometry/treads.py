"""The stairs of themes: six columns that rise, each theme a plate on the step it stands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

COLUMN = 106
GAP = 2
LOWEST = 24  # the height of step 0
RISE = 14
PLATE = 20
PITCH = 23


@dataclass(frozen=True)
class Tread:
    """A block from the floor up; `step` is written in it."""

    step: int
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Plate:
    text: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class ThemeStairs:
    width: int
    height: int
    treads: tuple[Tread, ...]
    plates: tuple[Plate, ...]


def theme_stairs(columns: Sequence[Sequence[str]]) -> ThemeStairs:
    """`columns` has the names per step, from step 0. The first name stands on top."""
    tops = [LOWEST + RISE * step + PITCH * len(names) for step, names in enumerate(columns)]
    floor = max(tops)
    treads = tuple(_tread(step, floor) for step in range(len(columns)))
    return ThemeStairs(
        width=len(columns) * (COLUMN + GAP) - GAP,
        height=floor,
        treads=treads,
        plates=tuple(
            _plate(name, tread, len(names) - place)
            for tread, names in zip(treads, columns, strict=True)
            for place, name in enumerate(names)
        ),
    )


def _tread(step: int, floor: int) -> Tread:
    height = LOWEST + RISE * step
    return Tread(step, step * (COLUMN + GAP), floor - height, COLUMN, height)


def _plate(name: str, tread: Tread, rank: int) -> Plate:
    """`rank` counts from the tread up, from 1."""
    return Plate(name, tread.x, tread.y - PITCH * rank, COLUMN, PLATE)
