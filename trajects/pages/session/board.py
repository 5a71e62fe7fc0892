"""Dream images as a board for the whole room: at most six cards a screen, under the name of their
group. The screen cannot scroll, so a long text is cut where it no longer fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from trajects.dreams import Point
from trajects.queries.dreams import ClusterCards, DreamCard, Gallery, ThemeGallery

COLUMNS, ROWS = 3, 2
# In the letter of the projector, of a card that takes one place or a whole column.
LINE = 42
SMALL, TALL = 7, 18
# A larger letter: its name, how many characters a line holds, and how much of a line's height less.
LETTERS = (("large", 28, 1.5), ("medium", 34, 1.25))
# What a picture takes away.
PICTURE = 8


@dataclass(frozen=True)
class BoardCard:
    """`points`: as much of it as fits; `is_cut` when there is more. `letters`: the larger letters
    that it has room for."""

    card: DreamCard
    points: tuple[Point, ...]
    is_tall: bool
    is_cut: bool
    letters: frozenset[str]

    @property
    def places(self) -> int:
        return ROWS if self.is_tall else 1


@dataclass(frozen=True)
class BoardGroup:
    """`name` is empty for what is in no group; `columns` is how wide it stands."""

    name: str
    columns: int
    cards: tuple[BoardCard, ...]


@dataclass(frozen=True)
class BoardScreen:
    theme: ThemeGallery
    groups: tuple[BoardGroup, ...]

    @property
    def has_names(self) -> bool:
        return any(group.name for group in self.groups)

    @property
    def letter(self) -> str:
        """The largest one that every card has room for: one screen reads as one. Empty: the
        smallest."""
        cards = [card for group in self.groups for card in group.cards]
        return next((name for name, *_ in LETTERS if all(name in c.letters for c in cards)), "")


def board_of(gallery: Gallery) -> tuple[BoardScreen, ...]:
    """Theme by theme; one without dream images has a screen that says so."""
    return tuple(screen for theme in gallery.themes for screen in _screens(theme))


def _screens(theme: ThemeGallery) -> Iterator[BoardScreen]:
    groups: list[BoardGroup] = []
    for group in _pieces(theme.clusters):
        if sum(one.columns for one in groups) + group.columns > COLUMNS:
            yield BoardScreen(theme, _widened(groups))
            groups = []
        groups.append(group)
    yield BoardScreen(theme, _widened(groups))


def _pieces(clusters: Iterable[ClusterCards]) -> Iterator[BoardGroup]:
    """A group that is too large for one screen goes on on the next, under the same name."""
    for group in clusters:
        name = group.cluster.name if group.cluster else ""
        taken: list[BoardCard] = []
        for card in map(_fitted, group.cards):
            if _places([*taken, card]) > COLUMNS * ROWS:
                yield _group(name, taken)
                taken = []
            taken.append(card)
        yield _group(name, taken)


def _widened(groups: Sequence[BoardGroup]) -> tuple[BoardGroup, ...]:
    """Few cards that stand alone take the room that there is."""
    if len(groups) != 1 or len(groups[0].cards) > COLUMNS:
        return tuple(groups)
    (alone,) = groups
    cards = tuple(_fitted(one.card, is_tall=True) for one in alone.cards)
    return (replace(alone, columns=COLUMNS, cards=cards),)


def _group(name: str, cards: Sequence[BoardCard]) -> BoardGroup:
    return BoardGroup(name, ceil(_places(cards) / ROWS), tuple(cards))


def _places(cards: Iterable[BoardCard]) -> int:
    return sum(card.places for card in cards)


def _fitted(card: DreamCard, *, is_tall: bool = False) -> BoardCard:
    picture = PICTURE if card.dream.picture else 0
    tall = is_tall or bool(picture) or _height(card.points) > SMALL
    room = (TALL if tall else SMALL) - picture
    shown = _cut(card.points, room)
    letters = frozenset(
        name for name, line, higher in LETTERS if _height(card.points, line) * higher <= room
    )
    return BoardCard(card, shown, tall, is_cut=shown != card.points, letters=letters)


def _cut(points: Iterable[Point], room: int) -> tuple[Point, ...]:
    """Whole points as long as they fit; of the first one that does not, its beginning."""
    shown: list[Point] = []
    for point in points:
        room -= _lines(point.text)
        if room < 0:
            return (*shown, *_beginning(point.text, room + _lines(point.text)))
        under: list[str] = []
        for words in point.points:
            room -= _lines(words)
            if room < 0:
                return (*shown, Point(point.text, tuple(under)))
            under.append(words)
        shown.append(Point(point.text, tuple(under)))
    return tuple(shown)


def _beginning(text: str, room: int) -> Iterator[Point]:
    if room > 0:
        yield Point(text[: room * LINE - 1].rpartition(" ")[0] or text[: room * LINE - 1])


def _height(points: Iterable[Point], line: int = LINE) -> int:
    return sum(_lines(text, line) for one in points for text in (one.text, *one.points))


def _lines(text: str, line: int = LINE) -> int:
    return ceil(len(text) / line)
