"""What the page of a result shows of its longer lists at once, and what opens."""

from collections.abc import Iterable
from dataclasses import dataclass

from scans.results import Noted

# More rows than this make a page long, on a phone above all.
FIRST_ROWS = 10


@dataclass(frozen=True)
class LongList:
    """`first` stands on the page, `more` opens."""

    first: tuple[Noted, ...]
    more: tuple[Noted, ...]


def long_list(noted: Iterable[Noted]) -> LongList:
    every = tuple(noted)
    return LongList(every[:FIRST_ROWS], every[FIRST_ROWS:])
