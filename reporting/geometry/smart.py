"""The SMART stairs: five letters on blocks that rise; a letter that is not met stays open."""

from __future__ import annotations

from dataclasses import dataclass

LETTERS = "SMART"
WIDTH, GAP = 59, 3
FLOOR, LOWEST, RISE = 100, 34, 15
# A dashed line runs inside its block.
LINE = 2.5
BELOW_TOP = 25


@dataclass(frozen=True)
class SmartBlock:
    """`x`, `y`, `width` and `height` of what is drawn; `middle` and `base` of its letter."""

    letter: str
    is_met: bool
    x: float
    y: float
    width: float
    height: float
    middle: float
    base: int


@dataclass(frozen=True)
class SmartStairs:
    width: int
    height: int
    blocks: tuple[SmartBlock, ...]


def smart_stairs(code: str) -> SmartStairs:
    """`code` has the letters that are met, and a dash for each of the others: "SM-RT"."""
    blocks = (_block(place, mark == letter) for place, (mark, letter) in _pairs(code))
    return SmartStairs(len(LETTERS) * (WIDTH + GAP) - GAP, FLOOR, tuple(blocks))


def _pairs(code: str) -> enumerate[tuple[str, str]]:
    return enumerate(zip(code, LETTERS, strict=True))


def _block(place: int, is_met: bool) -> SmartBlock:
    left, height = place * (WIDTH + GAP), LOWEST + RISE * place
    inset = 0 if is_met else LINE / 2
    return SmartBlock(
        letter=LETTERS[place],
        is_met=is_met,
        x=left + inset,
        y=FLOOR - height + inset,
        width=WIDTH - 2 * inset,
        height=height - 2 * inset,
        middle=left + WIDTH / 2,
        base=FLOOR - height + BELOW_TOP,
    )
