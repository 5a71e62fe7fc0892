"""What rises and what falls in a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from trajects.smart.pairs import paired
from trajects.smart.text import Text
from trajects.smart.verbs import DOWN, DOWN_WITH_PARTICLE, UP, UP_WITH_PARTICLE

UPWARDS, DOWNWARDS = 1, -1


@dataclass(frozen=True)
class Change:
    place: int
    direction: int
    said: str


def changes_in(text: Text) -> Iterator[Change]:
    """Each verb of change, also in two parts: neemt … toe."""
    for place, word in enumerate(text.words):
        said = text.tokens[place].text
        if word in UP | DOWN:
            yield Change(place, UPWARDS if word in UP else DOWNWARDS, said)
        for pairs, direction in ((UP_WITH_PARTICLE, UPWARDS), (DOWN_WITH_PARTICLE, DOWNWARDS)):
            particle = paired(text, place, pairs, closing=True)
            if particle:
                yield Change(place, direction, f"{said} {particle}")
