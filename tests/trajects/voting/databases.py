"""The database of the tests, kept and put back as a whole, on SQLite or PostgreSQL; and everything
that is in it."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, connections

from tests.postgres import program
from tests.trajects.voting.swapping import SqliteFile, dump


class SqliteDatabase:
    def __init__(self, folder: Path):
        self.folder, self.file = folder, SqliteFile.of_tests()

    def keep(self, _name: str) -> bytes:
        return self.file.read()

    def put(self, kept: bytes) -> None:
        self.file.put(kept)

    def everything(self) -> list[str]:
        """Every row with its hidden number, and the file itself."""
        content = self.file.read()
        return [*dump(content, self.folder), content.hex()]

    def forget(self) -> None:
        """Nothing is left behind."""


class PostgresDatabase:
    def __init__(self, _folder: Path):
        self.own = connection.settings_dict["NAME"]
        self.kept: set[str] = set()

    def keep(self, name: str) -> str:
        kept = f"{self.own}_{name}"
        self._copy(self.own, kept)
        self.kept.add(kept)
        return kept

    def put(self, kept: str) -> None:
        self._copy(kept, self.own)

    def everything(self) -> list[str]:
        """A complete dump, and of every row its place and the order of its mark."""
        given = connection.get_connection_params()
        connections.close_all()
        names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD"}
        where = {variable: str(given[name]) for name, variable in names.items() if given.get(name)}
        command = [program("pg_dump"), "--inserts", "-d", self.own]
        environment = {**os.environ, **where}
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
        # Of newer versions: a key drawn at random against what a dump could do to a terminal.
        lines = [line for line in done.stdout.splitlines() if "restrict " not in line]
        return [*lines, *self._marks()]

    def _marks(self) -> list[str]:
        with connection.cursor() as cursor:
            tables = sorted(connection.introspection.table_names(cursor))
            rows = []
            for table in tables:
                cursor.execute(f'SELECT ctid::text, xmin::text::bigint FROM "{table}"')
                rows += [(table, place, mark) for place, mark in cursor.fetchall()]
        order = {mark: n for n, mark in enumerate(sorted({mark for _t, _p, mark in rows}))}
        return [f"{table} {place} {order[mark]}" for table, place, mark in rows]

    def _copy(self, source: str, target: str) -> None:
        with self._server() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{target}"')
            cursor.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')

    def forget(self) -> None:
        with self._server() as cursor:
            for kept in self.kept:
                cursor.execute(f'DROP DATABASE IF EXISTS "{kept}"')

    @contextmanager
    def _server(self) -> Iterator:
        """Nobody may be in a database that is copied."""
        connections.close_all()
        with connection._nodb_cursor() as cursor:
            yield cursor


def database_of_tests(folder: Path) -> SqliteDatabase | PostgresDatabase:
    kinds = {"sqlite": SqliteDatabase, "postgresql": PostgresDatabase}
    return kinds[connection.vendor](folder)
