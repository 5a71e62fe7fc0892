"""After the box was opened nothing of what it held before is left in the files of the database:
there it lay in the order in which it came. Looked for are the pictures, which only the box keeps as
text.

PostgreSQL also has its write-ahead log, which nobody can wipe: docs/dreams.md says so, and it is
left out here."""

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.postgres import NoPostgres, program, run_as_owner, throwaway_postgres
from tests.trajects.dreams.circles import Circle, jpeg
from tests.trajects.voting.rooms import AT
from tests.trajects.voting.test_residue import left, sqlite_files
from trajects.actions.dreams import box
from trajects.actions.dreams.box import open_box
from trajects.actions.dreams.writing import send_nameless
from trajects.entries import DreamEntry
from trajects.models import DreamBox, DreamImage

SENDERS, PIECE = 9, 32


def play(circle: Circle) -> list[bytes]:
    """Everybody sends, the larger half with a picture: of each a piece as the box keeps it."""
    for n, writer in enumerate(circle.writers):
        entry = DreamEntry(
            text=f"Droombeeld {n}",
            themes=frozenset(circle.pks((0,))),
            picture=jpeg(n + 15),
            picture_alt="Een beeld",
        )
        send_nameless(traject=circle.traject, writer=writer, entry=entry, at=AT)
    return [piece_of(n + 15) for n in range(SENDERS)]


def piece_of(number: int) -> bytes:
    """From the end: the beginning of all is alike."""
    return base64.b64encode(jpeg(number))[-PIECE - 8 : -8]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="about files of SQLite")
class TestSqlite:
    @pytest.fixture
    def circle(self, traject, els, media):
        return Circle.of(traject, els, senders=SENDERS, themes=1)

    def test_nothing_of_the_box_is_left_in_the_files(self, circle):
        pieces = play(circle)
        assert left(pieces, *sqlite_files()) > SENDERS // 2  # a page may end halfway one
        open_box(traject=circle.traject, by=circle.els, at=AT)

        assert left(pieces, *sqlite_files()) == 0
        assert DreamImage.objects.exclude(picture="").count() == SENDERS

    def test_control_without_wiping_it_is_left(self, circle, monkeypatch):
        monkeypatch.setattr(box, "wipe_box", lambda: True)
        pieces = play(circle)
        open_box(traject=circle.traject, by=circle.els, at=AT)

        assert left(pieces, *sqlite_files()) > 0


@pytest.mark.django_db
def test_box_is_one_row_whatever_is_in_it(traject, els, media):
    play(Circle.of(traject, els, senders=SENDERS, themes=1))

    assert [len(one.bag) for one in DreamBox.objects.all()] == [SENDERS]
    assert DreamImage.objects.count() == 0


@pytest.mark.skipif(connection.vendor != "postgresql", reason="about PostgreSQL")
def test_nothing_of_the_box_is_left_by_postgresql(tmp_path):
    assert left_by_postgresql("as it is", tmp_path) == 0


@pytest.mark.skipif(connection.vendor != "postgresql", reason="about PostgreSQL")
def test_control_postgresql_without_wiping(tmp_path):
    try:
        found = left_by_postgresql("no wiping", tmp_path)
    except NoPostgres as missing:
        pytest.skip(str(missing))

    assert found > 0


def left_by_postgresql(scheme: str, folder_of_dump: Path) -> int:
    """How many pieces are in the tables of a server that was stopped."""
    with throwaway_postgres() as url:
        folder = Path(url.partition("host=")[2])
        pieces = _evening(url, scheme, folder_of_dump)
        run_as_owner(folder, program("pg_ctl"), "-D", str(folder / "data"), "-m", "fast", "stop")

        assert len(pieces) == SENDERS
        return left(pieces, folder / "data" / "base", folder / "data" / "global")


def _evening(url: str, scheme: str, media: Path) -> list[bytes]:
    """The product itself, in a process of its own, on an empty server."""
    own = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings", "VAR_DIR": str(media)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.trajects.dreams.evening", scheme],
        env={**os.environ, **own},
        capture_output=True,
        check=True,
    )
    return done.stdout.split()
