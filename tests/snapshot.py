"""What a fixture made, kept: put back in milliseconds, where making it anew takes long."""

from collections.abc import Callable
from dataclasses import dataclass
from pickle import dumps, loads
from typing import Any, TypeVar

from django.apps import apps
from django.db import models, transaction

Made = TypeVar("Made")
# Migrations fill these.
STANDING = {"auth_permission", "django_content_type"}


@dataclass(frozen=True)
class Snapshot:
    """All rows of the database by model, and what the fixture returned."""

    rows: dict[type[models.Model], list[models.Model]]
    pickled: bytes

    @classmethod
    def of(cls, made: Any) -> "Snapshot":
        found = {model: list(models.QuerySet(model)) for model in _tables()}
        return cls({model: rows for model, rows in found.items() if rows}, dumps(made))

    def put_back(self) -> Any:
        """The keys stay the same; the objects are new ones."""
        with transaction.atomic():
            for model, rows in self.rows.items():
                # Not by the manager of the model: some refuse to write what is published.
                models.QuerySet(model).bulk_create(rows)
        return loads(self.pickled)


class Snapshots:
    """Of one test process, by the function that made them."""

    def __init__(self) -> None:
        self._kept: dict[Callable[[], Any], Snapshot] = {}

    def get(self, make: Callable[[], Made]) -> Made:
        """What `make` returns, with the rows that it writes. Beside rows of another fixture it is
        made anew: the keys of the kept ones may be taken."""
        kept = self._kept.get(make)
        if any(models.QuerySet(model).exists() for model in (kept.rows if kept else _tables())):
            return make()
        if kept:
            return kept.put_back()
        made = make()
        self._kept[make] = Snapshot.of(made)
        return made


def _tables() -> list[type[models.Model]]:
    found = apps.get_models(include_auto_created=True)
    return [model for model in found if model._meta.db_table not in STANDING]
