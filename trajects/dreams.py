"""The rules of dream images: nested points, the box of what came without a name, and stars.
`docs/dreams.md` tells why the box is done like this."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

# So many come out of the box together while others may still add: of one alone, whoever sat beside
# its author knows who it was.
FEWEST_SHOWN = 3
# Per person and theme: who stars everything chooses nothing.
STARS_PER_THEME = 3
# The row of the box is written anew each time: it stays small.
MOST_IN_BOX = 200
MOST_PICTURES_IN_BOX = 12
# Merged from, or split in.
FEWEST_TO_COMBINE = 2
MOST_PARTS = 5

Bag = list[list[Any]]


@dataclass(frozen=True)
class Point:
    """One line of a dream image with what hangs under it."""

    text: str
    points: tuple[str, ...] = ()


class Nameless(NamedTuple):
    """A dream image in the box. `themes`: numbers of candidates, sorted; `picture`: a JPEG in
    base64, or empty."""

    text: str
    themes: tuple[int, ...]
    statement_code: str = ""
    picture: str = ""
    picture_alt: str = ""


def points_of(text: str) -> tuple[Point, ...]:
    """One point a line; a line that begins with a dash hangs under the one above it. Lines
    without words do not count; a dash with nothing above it is a point of its own."""
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        words = line.strip()
        hangs = words.startswith(("-", "–", "•", "*"))
        words = words.lstrip("-–•* \t")
        if not words:
            continue
        if hangs and found:
            found[-1][1].append(words)
        else:
            found.append((words, []))
    return tuple(Point(words, tuple(under)) for words, under in found)


def written(points: Iterable[Point]) -> str:
    """The text of which these are the points."""
    return "\n".join("\n- ".join((point.text, *point.points)) for point in points)


def joined(texts: Iterable[str]) -> str:
    """What a dream image made of these begins with: every point once, with all that hung under it,
    in the order in which they came."""
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for point in (point for text in texts for point in points_of(text)):
        _words, under = found.setdefault(point.text.casefold(), (point.text, {}))
        for words in point.points:
            under.setdefault(words.casefold(), words)
    return written(Point(words, tuple(under.values())) for words, under in found.values())


def parts_of(text: str) -> tuple[str, ...]:
    """What a split begins with: a part for each point, and the last one holds all the rest."""
    points = points_of(text)
    single = points if len(points) <= MOST_PARTS else points[: MOST_PARTS - 1]
    rest = points[len(single) :]
    return (*(written([point]) for point in single), *([written(rest)] if rest else ()))


def put_in_box(bag: Bag, sent: Nameless) -> Bag:
    """The bag with one more, sorted by what it says: it has no order of arrival. What lies in it
    already was sent twice: nobody can take the second one back."""
    line = [sent.text, list(sent.themes), *sent[2:]]
    lines = bag if line in bag else [*bag, line]
    return sorted(lines, key=lambda line: (line[0], line[1], line[2:]))


def in_box(bag: Bag) -> list[Nameless]:
    return [Nameless(line[0], tuple(line[1]), *line[2:]) for line in bag]


def shuffled(sent: Sequence[Nameless]) -> list[Nameless]:
    """In an order that tells nothing, not even what the alphabet does."""
    order = list(sent)
    secrets.SystemRandom().shuffle(order)
    return order


def may_open_box(waiting: int, *, is_collecting: bool) -> bool:
    """Whether what waits may be shown now: with company, or when nobody adds any more."""
    return waiting >= FEWEST_SHOWN or (waiting > 0 and not is_collecting)


def pictures_in(bag: Iterable[list[Any]]) -> int:
    return sum(1 for line in bag if line[3])
