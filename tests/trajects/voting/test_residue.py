"""Test 3 of the secret vote: after closing, no hash of a ballot is left anywhere.

On SQLite in the files of the database; on PostgreSQL in the whole folder of a server that was
stopped, its log and a dump. The rounds are large, so that the bag takes more pages than one;
PostgreSQL keeps a small one in another place.
"""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from django.db import connection

from tests.postgres import NoPostgres, program, run_as_owner, throwaway_postgres
from tests.trajects.voting.rooms import Room
from tests.trajects.voting.swapping import ballot
from trajects.actions import wiping
from trajects.actions.rounds import urn
from trajects.voting import Item, ballot_hash

ITEMS = tuple(Item(f"k{n}", f"Thema {n}", f"T{n}") for n in range(1, 16))
VOTERS, SMALL = 25, 6


def play(room: Room, seed: int) -> list[bytes]:
    """Everybody votes, some change their vote: the hashes of the ballots."""
    chance = Random(seed)
    voters = range(len(room.seats))
    order = [*voters, *chance.choices(voters, k=10)]
    chance.shuffle(order)
    for voter in order:
        room.cast(voter, ballot(ITEMS, chance))
    keys = map(room.key, voters)
    return [ballot_hash(key, round_pk=room.round.pk).encode() for key in keys]


def left(hashes: list[bytes], *places: Path) -> int:
    """How many of the hashes are in some file."""
    files = [file for place in places for file in _files(place)]
    contents = [file.read_bytes() for file in files]
    return sum(any(one in content for content in contents) for one in hashes)


def _files(place: Path) -> list[Path]:
    return [place] if place.is_file() else [file for file in place.rglob("*") if file.is_file()]


@contextmanager
def without_wiping():
    """As if nothing happened after the transaction that closes."""
    wipe, urn.wipe = urn.wipe, lambda *_given: True
    try:
        yield
    finally:
        urn.wipe = wipe


def sqlite_files() -> list[Path]:
    path = Path(connection.settings_dict["NAME"])
    found = [path.with_name(path.name + ending) for ending in ("", "-wal", "-shm")]
    return [file for file in found if file.exists()]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="about files of SQLite")
class TestSqlite:
    @pytest.mark.parametrize("seed", range(3))
    def test_no_hash_is_left_in_the_files(self, traject, els, seed):
        room = Room.of(traject, els, voters=VOTERS, items=ITEMS)

        hashes = play(room, seed)
        assert left(hashes, *sqlite_files()) > 20  # a page may end halfway one
        room.close()

        assert left(hashes, *sqlite_files()) == 0

    def test_control_without_emptying_the_log_they_are_left(self, traject, els):
        room = Room.of(traject, els, voters=VOTERS, items=ITEMS)

        hashes = play(room, 0)
        with without_wiping():
            room.close()

        assert left(hashes, *sqlite_files()) > 20

    def test_control_without_secure_delete_they_are_left(self, traject, els, monkeypatch):
        monkeypatch.setattr(wiping, "_empty_log", _empty_log_only)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = OFF")
            try:
                room = Room.of(traject, els, voters=VOTERS, items=ITEMS)
                hashes = play(room, 0)
                room.close()

                assert left(hashes, *sqlite_files()) > 20
            finally:
                cursor.execute("PRAGMA secure_delete = ON")


def _empty_log_only() -> bool:
    with connection.cursor() as cursor:
        return wiping._is_emptied(cursor)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="about PostgreSQL")
def test_no_hash_is_left_by_postgresql_after_a_clean_stop(tmp_path):
    assert left_by_postgresql("as it is", tmp_path) == 0


@pytest.mark.deep
@pytest.mark.parametrize("scheme", ["plain vacuum", "no vacuum", "logged"])
def test_control_postgresql_without_one_part_of_the_scheme(scheme, tmp_path):
    """Each leaves out one thing, and some hashes are left."""
    try:
        found = left_by_postgresql(scheme, tmp_path)
    except NoPostgres as missing:
        pytest.skip(str(missing))

    assert found > 0


def left_by_postgresql(scheme: str, folder_of_dump: Path) -> int:
    """How many hashes are in the whole folder of the server, its own log included. None may ever be
    in a dump."""
    with throwaway_postgres() as url:
        folder = Path(url.partition("host=")[2])
        hashes = _evening(url, scheme)
        dump = folder_of_dump / "dump.sql"
        _dump(folder, dump)
        run_as_owner(folder, program("pg_ctl"), "-D", str(folder / "data"), "-m", "fast", "stop")

        assert len(hashes) == VOTERS + SMALL
        assert left(hashes, dump) == 0
        assert "trajects_tally" in dump.read_text()
        return left(hashes, folder)


def _evening(url: str, scheme: str) -> list[bytes]:
    """The product itself, in a process of its own, on an empty server: the hashes that it made.
    What it says is searched too."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.trajects.voting.evening", scheme],
        env={**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        check=True,
    )
    hashes = done.stdout.split()
    assert not any(one in done.stderr for one in hashes)
    return hashes


def _dump(folder: Path, to: Path) -> None:
    command = [program("pg_dump"), "-h", str(folder), "-U", "mvoscan", "postgres", "-f", str(to)]
    subprocess.run(command, check=True)
