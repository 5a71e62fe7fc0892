from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong on one line (counted from 1). As text: `file:line: message`."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class InvalidFiles(Exception):
    """The files break rules: all of them, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass
class Log:
    """Collects the problems of one file."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def report(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.file, line, message))


@dataclass(frozen=True)
class Place:
    """Where something stands: its first line, and the line of each of its keys."""

    file: str
    line: int
    keys: Mapping[str, int]

    def problem(self, message: str, *, key: str = "") -> Problem:
        return Problem(self.file, self.keys.get(key, self.line), message)


@dataclass(frozen=True)
class Placed:
    """Something read from a file. Where it stands is left out of `==` and of the hash."""

    place: Place = field(compare=False, repr=False, kw_only=True)


PlacedItem = TypeVar("PlacedItem", bound=Placed)


def repeated(
    items: Iterable[PlacedItem], value: Callable[[PlacedItem], Hashable]
) -> Iterator[tuple[PlacedItem, PlacedItem]]:
    """Each item whose value came before, with the item that had it first."""
    first: dict[Hashable, PlacedItem] = {}
    for item in items:
        earlier = first.setdefault(value(item), item)
        if earlier is not item:
            yield item, earlier
