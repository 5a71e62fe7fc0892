from datetime import datetime, timedelta
from typing import Any, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

# A document takes seconds; after this the process that made it is no longer there.
GIVEN_UP_AFTER = timedelta(minutes=10)

PENDING = Q(finished_at__isnull=True, failed_at__isnull=True)


Kind = TypeVar("Kind", bound="Document", covariant=True)


class DocumentQuerySet(models.QuerySet[Kind]):
    def pending(self) -> Self:
        """Asked, and neither made nor failed."""
        return self.filter(PENDING)

    def ready(self) -> Self:
        return self.filter(finished_at__isnull=False)

    def given_up(self, *, at: datetime) -> Self:
        """Pending for so long that nobody is making it any more."""
        return self.pending().filter(asked_at__lt=at - GIVEN_UP_AFTER)


DocumentManager = models.Manager.from_queryset(DocumentQuerySet)


class Document(models.Model):
    """A file that somebody asked for: being made, made or failed. Of what, says the table below it:
    all kinds share these rows, so that one limit counts them together.

    `slot` numbers the places in which documents are made at the same time.
    """

    slot = models.PositiveSmallIntegerField(_("slot"))
    asked_at = models.DateTimeField(_("asked on"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("asked by"),
    )
    finished_at = models.DateTimeField(_("made on"), null=True, blank=True)
    failed_at = models.DateTimeField(_("failed on"), null=True, blank=True)
    file = models.FileField(_("file"), upload_to="reports", blank=True)

    objects = DocumentManager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ("-asked_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(failed_at__isnull=True),
                name="document_made_or_failed",
            ),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True, file="")
                | (Q(finished_at__isnull=False) & ~Q(file="")),
                name="document_has_a_file_once_made",
            ),
            models.CheckConstraint(condition=Q(slot__gte=1), name="document_slot_from_one"),
            models.UniqueConstraint(
                fields=("asked_by",), condition=PENDING, name="document_one_at_a_time_per_person"
            ),
            models.UniqueConstraint(
                fields=("slot",), condition=PENDING, name="document_one_at_a_time_per_slot"
            ),
        )

    def __str__(self) -> str:
        return f"{self.asked_at:%Y-%m-%d %H:%M}"

    def alike(self) -> models.QuerySet["Document"]:
        """Of the same thing, with the same choices: what a newer one replaces."""
        raise NotImplementedError

    def about(self) -> models.QuerySet[Any]:
        """The one row that it is about: who changes or deletes it waits while this is stored."""
        raise NotImplementedError

    @property
    def suffix(self) -> str:
        """Of its file."""
        return ".pdf"

    def is_pending(self, *, at: datetime) -> bool:
        return not (self.finished_at or self.has_failed(at=at))

    def has_failed(self, *, at: datetime) -> bool:
        """Also when the process that made it was killed, which left no mark."""
        stuck = self.finished_at is None and self.asked_at < at - GIVEN_UP_AFTER
        return self.failed_at is not None or stuck
