"""A published questionnaire never changes: the guard for everything that belongs to one."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models


class QuestionnairePublished(Exception):
    """Somebody tried to change or delete what answers may already rest on."""


class VersionedQuerySet(models.QuerySet[Any]):
    """Refuses with QuestionnairePublished whatever would touch a published version."""

    def published(self) -> "VersionedQuerySet":
        return self.filter(**{f"{self.model.publication}__isnull": False})

    def update(self, **values: Any) -> int:
        self._refuse_published()
        for parent in (value for value in values.values() if isinstance(value, Versioned)):
            if parent.belongs_to_published():
                raise QuestionnairePublished
        return super().update(**values)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._refuse_published()
        return super().delete()

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        return super().bulk_create(_all_changeable(objs), *args, **kwargs)

    def bulk_update(
        self, objs: Iterable[Any], fields: Iterable[str], *args: Any, **kwargs: Any
    ) -> int:
        return super().bulk_update(_all_changeable(objs), fields, *args, **kwargs)

    def _refuse_published(self) -> None:
        if self.published().exists():
            raise QuestionnairePublished


class Versioned(models.Model):
    """A row of a questionnaire version; saving or deleting a published one raises."""

    publication: ClassVar[str] = "questionnaire__published_at"

    objects = VersionedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.refuse_when_published()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        self.refuse_when_published()
        return super().delete(*args, **kwargs)

    def refuse_when_published(self) -> None:
        """Raises for a row stored in a published version, and for one about to join it."""
        if self._joins_published() or (self.pk and self._is_stored_published()):
            raise QuestionnairePublished

    def _is_stored_published(self) -> bool:
        return type(self).objects.filter(pk=self.pk).published().exists()

    def belongs_to_published(self) -> bool:
        return type(self).objects.filter(pk=self.pk).published().exists()

    def _joins_published(self) -> bool:
        *path, field = self.publication.split("__")
        owner: Any = self
        for name in path:
            owner = getattr(owner, name)
        return bool(path) and getattr(owner, field) is not None


def _all_changeable(instances: Iterable[Any]) -> list[Any]:
    rows = list(instances)
    for row in rows:
        row.refuse_when_published()
    return rows
