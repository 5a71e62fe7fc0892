"""Queries that are asked many times a second.

Django takes twenty times as long to write the SQL of a large query as the database to answer it. So
it is written once in each process, with a place for each value that differs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import BigIntegerField, CharField, Expression, Field, QuerySet


class Slot(Expression):
    """The place of a value. What is asked for goes to the database as it is, so it has to be of a
    kind that needs no conversion: a number, a text, or None, which equals nothing."""

    kind: Field[Any, Any]

    def __init__(self, name: str) -> None:
        super().__init__(output_field=self.kind)
        self.name = name

    def as_sql(self, _compiler: Any, _connection: Any) -> tuple[str, Any]:
        return "%s", [self]


class Number(Slot):
    kind = BigIntegerField()


class Text(Slot):
    kind = CharField()


class Written(NamedTuple):
    """`readers`: by place in a row, what turns a value of the database into one of Python."""

    sql: str
    parameters: tuple[Any, ...]
    readers: dict[int, tuple[list[Callable[..., Any]], Any]]


class Prepared:
    """A query for one row: `make` gives the rows, of which the first one is read."""

    def __init__(self, make: Callable[[], QuerySet[Any, Any]], names: Sequence[str]) -> None:
        self._make = make
        self._names = tuple(names)

    def first(self, **values: int | str | None) -> dict[str, Any] | None:
        """By name, with these values in the slots; None when there is no row."""
        sql, parameters, readers = self._written
        filled = [values[one.name] if isinstance(one, Slot) else one for one in parameters]
        with connection.cursor() as cursor:
            cursor.execute(sql, filled)
            row = cursor.fetchone()
        if row is None:
            return None
        read = list(row)
        for place, (steps, expression) in readers.items():
            for step in steps:
                read[place] = step(read[place], expression, connection)
        return dict(zip(self._names, read, strict=True))

    @cached_property
    def _written(self) -> Written:
        compiler = self._make().values_list(*self._names)[:1].query.get_compiler(connection.alias)
        sql, parameters = compiler.as_sql()
        columns = [column for column, _sql, _alias in compiler.select]
        return Written(sql, tuple(parameters), compiler.get_converters(columns))
