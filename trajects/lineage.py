"""Which dream image was made out of which: merging and splitting, as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Made = Mapping[int, tuple[int, ...]]


@dataclass(frozen=True)
class Lineage:
    """`sources`: of every dream image that was made, the ones it was made from. `made`: of each
    source, what was made out of it. There are no circles: a source is older than what it went
    into."""

    sources: Made = field(default_factory=dict)
    made: Made = field(default_factory=dict)

    @classmethod
    def of(cls, edges: Iterable[tuple[int, int]]) -> Lineage:
        """From pairs (dream, source), as `DreamSource` keeps them."""
        sources: dict[int, tuple[int, ...]] = {}
        made: dict[int, tuple[int, ...]] = {}
        for dream, source in edges:
            sources[dream] = (*sources.get(dream, ()), source)
            made[source] = (*made.get(source, ()), dream)
        return cls(sources, made)

    def whole_of(self, dream: int) -> frozenset[int]:
        """Itself, and everything that it was made from: whose stars count for it."""
        return _reached(dream, self.sources)

    def originals_of(self, dream: int) -> frozenset[int]:
        """What people wrote, at the bottom; itself when it was made from nothing."""
        return frozenset(one for one in self.whole_of(dream) if one not in self.sources)

    def grown_from(self, dream: int) -> frozenset[int]:
        """Itself, and everything that was made out of it: whose goals are its goals."""
        return _reached(dream, self.made)

    def is_merged(self, dream: int) -> bool:
        return len(self.sources.get(dream, ())) > 1

    def is_part(self, dream: int) -> bool:
        """One of the pieces of a split one."""
        return len(self.sources.get(dream, ())) == 1


def _reached(start: int, steps: Made) -> frozenset[int]:
    found, todo = {start}, [start]
    while todo:
        following = set(steps.get(todo.pop(), ())) - found
        found |= following
        todo.extend(following)
    return frozenset(found)
