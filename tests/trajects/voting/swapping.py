"""Two voters swap their choices: what the database holds then must be the same, to the byte.

The same seats cast at the same moments; only which of the two has which key and which choices is
the other way round. Keys are random, so nobody can tell the two worlds apart by the keys.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from django.db import connection

from trajects.voting import POINTS, Item

Ballot = dict[str, str]


@dataclass(frozen=True)
class Vote:
    """Of one voter, with the key of one browser."""

    voter: int
    key: str
    choices: Ballot


@dataclass(frozen=True)
class World:
    """`votes` come in this order; the last ones of both swappers hold what they swap."""

    voters: int
    items: tuple[Item, ...]
    votes: tuple[Vote, ...]
    swappers: tuple[int, int]

    @classmethod
    def random(cls, seed: int) -> "World":
        chance = Random(seed)
        voters = chance.randint(3, 12)
        items = tuple(
            Item(f"k{n}", f"Thema {n}", f"T{n}") for n in range(1, chance.randint(1, 15) + 1)
        )
        casting = list(range(voters)) + chance.choices(range(voters), k=chance.randint(0, voters))
        chance.shuffle(casting)
        votes = [Vote(voter, key_of(voter), ballot(items, chance)) for voter in casting]
        first, second = chance.sample(range(voters), 2)
        return cls(voters, items, tuple(votes), (first, second))

    @property
    def tells_apart(self) -> bool:
        """Whether there is anything to swap."""
        first, second = (self.last_of(voter).choices for voter in self.swappers)
        return first != second

    def last_of(self, voter: int) -> Vote:
        return [vote for vote in self.votes if vote.voter == voter][-1]

    @property
    def swapped(self) -> "World":
        first, second = self.swappers
        other = {first: self.last_of(second), second: self.last_of(first)}
        last = {voter: self.last_of(voter) for voter in self.swappers}
        votes = [
            vote
            if vote.voter not in other
            else Vote(
                vote.voter,
                other[vote.voter].key,
                # What was changed later is nobody's choice any more: it may be anything.
                other[vote.voter].choices if vote is last[vote.voter] else vote.choices,
            )
            for vote in self.votes
        ]
        return World(self.voters, self.items, tuple(votes), self.swappers)


def key_of(voter: int) -> str:
    return f"key-{voter:02}".ljust(43, "x")


def ballot(items: tuple[Item, ...], chance: Random) -> Ballot:
    return {item.key: chance.choice(POINTS) for item in items}


@dataclass
class SqliteFile:
    """The database of the tests as one file, copied and put back. `path` is where it lies."""

    path: Path
    kept: bytes = field(default=b"", repr=False)

    @classmethod
    def of_tests(cls) -> "SqliteFile":
        return cls(Path(connection.settings_dict["NAME"]))

    def read(self) -> bytes:
        """All of it: the log goes into the file when the last connection closes."""
        connection.close()
        with closing(sqlite3.connect(self.path)) as other:
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return self.path.read_bytes()

    def put(self, content: bytes) -> None:
        connection.close()
        for ending in ("-wal", "-shm"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        self.path.write_bytes(content)

    @contextmanager
    def put_back(self) -> Iterator[bytes]:
        before = self.read()
        try:
            yield before
        finally:
            self.put(before)


def dump(content: bytes, folder: Path) -> list[str]:
    """Every row of every table with its hidden number, for a reader: `diff` shows what differs."""
    path = folder / "dump.sqlite3"
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode=DELETE")
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
        return [
            f"{table}: {row}"
            for (table,) in tables.fetchall()
            for row in database.execute(f'SELECT rowid, * FROM "{table}" ORDER BY rowid')
        ]
