"""Test 1 of the secret vote: after a swap the database is the same, to the byte.

Also what no query shows: places in the file, free pages, hidden row numbers. The controls break the
scheme on purpose and must be seen.
"""

import pytest
from django.db import connection

from tests.trajects.voting.rooms import Room
from tests.trajects.voting.swapping import SqliteFile, World, dump
from trajects.actions.rounds import casting

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="copies the file of SQLite"),
]
FEW, MANY = range(12), range(1000, 1400)


class Branches:
    """One random world after another, each from the same file."""

    def __init__(self, traject, els, folder):
        self.traject, self.els, self.folder = traject, els, folder
        self.file = SqliteFile.of_tests()
        self.empty = self.file.read()

    def differences(self, seed: int) -> list[str]:
        """What differs between a world and the same one after the swap."""
        world = World.random(seed)
        self.file.put(self.empty)
        room = Room.of(self.traject, self.els, voters=world.voters, items=world.items, minimum=3)
        opened = self.file.read()
        own, other = (self._play(room, opened, one) for one in (world, world.swapped))
        return [
            moment for moment in own if self._dumped(own[moment]) != self._dumped(other[moment])
        ] + [f"{moment}, the file" for moment in own if own[moment] != other[moment]]

    def _play(self, room: Room, opened: bytes, world: World) -> dict[str, bytes]:
        self.file.put(opened)
        for vote in world.votes:
            room.cast(vote.voter, vote.choices, key=vote.key)
        still_open = self.file.read()
        assert room.close().is_counted
        return {"while open": still_open, "after closing": self.file.read()}

    def _dumped(self, content: bytes) -> list[str]:
        return dump(content, self.folder)


@pytest.fixture
def branches(traject, els, tmp_path):
    made = Branches(traject, els, tmp_path)
    yield made
    made.file.put(made.empty)


@pytest.mark.parametrize("seed", FEW)
def test_swap_leaves_no_trace(branches, seed):
    assert branches.differences(seed) == []


@pytest.mark.deep
def test_swap_leaves_no_trace_in_hundreds_of_worlds(branches):
    assert {seed: found for seed in MANY if (found := branches.differences(seed))} == {}


def test_dump_holds_every_table_and_every_vote(branches, tmp_path):
    room = Room.of(branches.traject, branches.els)
    room.cast_all()

    lines = dump(branches.file.read(), tmp_path)

    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
    assert {"django_session", "trajects_urn", "trajects_roll"} <= tables
    assert {line.partition(":")[0] for line in lines} <= {*tables, "sqlite_sequence"}
    assert [line for line in lines if line.startswith("trajects_urn:")] != []
    assert len([line for line in lines if line.startswith("trajects_roll:")]) == 6


def _all_differ(branches) -> bool:
    """In every world in which there was something to swap."""
    worlds = [seed for seed in FEW if World.random(seed).tells_apart]
    return len(worlds) > 6 and all(branches.differences(seed) for seed in worlds)


def test_control_ballots_in_order_of_casting_are_seen(branches, monkeypatch):
    monkeypatch.setattr(
        casting,
        "put_in",
        lambda bag, *, ballot, choices: [
            *(line for line in bag if line[0] != ballot),
            [ballot, dict(choices)],
        ],
    )

    assert _all_differ(branches)


def test_control_two_tables_are_seen(branches, monkeypatch):
    """Ballots without a name, in a row each, in a table of their own."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE control_ballot (key TEXT PRIMARY KEY, choices TEXT)")
    branches.empty = branches.file.read()
    put = casting._put

    def also_in_a_row(found, bag, ballots, seats):
        put(found, bag, ballots, seats)
        with connection.cursor() as cursor:
            for ballot, choices in ballots.items():
                cursor.execute(
                    "INSERT INTO control_ballot VALUES (%s, %s)"
                    " ON CONFLICT (key) DO UPDATE SET choices = excluded.choices",
                    [ballot, str(sorted(choices.items()))],
                )

    monkeypatch.setattr(casting, "_put", also_in_a_row)
    try:
        assert _all_differ(branches)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE control_ballot")
        branches.empty = branches.file.read()
