"""The QR code, drawn as one path."""

import re

import segno

from reporting.qr import QUIET, qr_code

LINK = "https://mvoscan.example/sessie/K7MPQ4/"


def painted(code):
    """The dark modules of the path, as (column, row)."""
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", code.path)
    return {(int(x) + step, int(y)) for x, y, length in runs for step in range(int(length))}


def test_path_has_every_dark_module_and_no_other():
    code = qr_code(LINK)

    rows = segno.make(LINK, error="m", micro=False).matrix
    bits = {(x, y): bit for y, row in enumerate(rows) for x, bit in enumerate(row)}
    dark = {(x + QUIET, y + QUIET) for (x, y), bit in bits.items() if bit}
    assert painted(code) == dark
    assert code.side == len(rows) + 2 * QUIET


def test_path_is_nothing_but_runs():
    assert re.fullmatch(r"(M\d+ \d+h\d+v1h-\d+z)+", qr_code(LINK).path)


def test_edge_stays_quiet():
    code = qr_code(LINK)

    inside = range(QUIET, code.side - QUIET)
    assert all(x in inside and y in inside for x, y in painted(code))
