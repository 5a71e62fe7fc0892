"""A QR code as a shape that a template draws."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import segno

# Modules of nothing around it: scanners ask for four.
QUIET = 4
KEPT = 64


@dataclass(frozen=True)
class QrCode:
    """`side` is that of its view box, quiet zone included; `path` fills the dark modules."""

    side: int
    path: str


@lru_cache(KEPT)
def qr_code(text: str) -> QrCode:
    """Readable with a fifth of it out of sight."""
    rows = segno.make(text, error="m", micro=False).matrix
    runs = [
        f"M{x + QUIET} {y + QUIET}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for x, length in _dark_runs(row)
    ]
    return QrCode(len(rows) + 2 * QUIET, "".join(runs))


def _dark_runs(row: bytes | bytearray) -> list[tuple[int, int]]:
    """Where each run of dark modules begins, and how long it is."""
    runs, x = [], 0
    for is_dark, group in groupby(row):
        length = len(list(group))
        if is_dark:
            runs.append((x, length))
        x += length
    return runs
