"""The randomness of the product, put in the hand of a test: for both worlds the same."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from random import Random

import pytest

from trajects.actions.dreams import box
from trajects.models import dream


class Names:
    """Of files: one after another."""

    def __init__(self) -> None:
        self._numbers = count()

    def token_hex(self, many: int) -> str:
        return f"{next(self._numbers):0{2 * many}x}"


@contextmanager
def same_chance() -> Iterator[None]:
    """The order in which the box is opened, and the names of files."""

    def shuffled(sent):
        order = list(sent)
        Random(len(order)).shuffle(order)
        return order

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(box, "shuffled", shuffled)
        patch.setattr(dream, "secrets", Names())
        yield


def taken_out(media: Path) -> dict[str, bytes]:
    """The pictures, by name; they go, so that what is played next begins without any."""
    found = {path.name: path.read_bytes() for path in sorted(media.rglob("*.jpg"))}
    for path in media.rglob("*.jpg"):
        path.unlink()
    return found
