from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from scans.models import Document
from scans.models.document import DocumentManager
from trajects.models.traject import Traject


class PhotoDocument(Document):
    """The PDF of a local photo, as it was at the moment of asking."""

    traject = models.ForeignKey(
        Traject, on_delete=models.CASCADE, related_name="documents", verbose_name=_("traject")
    )

    objects: ClassVar[DocumentManager["PhotoDocument"]] = DocumentManager()  # Of its own kind.

    class Meta:
        verbose_name = _("document of a local photo")
        verbose_name_plural = _("documents of a local photo")

    def __str__(self) -> str:
        return f"{self.traject}: {super().__str__()}"

    def alike(self) -> models.QuerySet[Document]:
        return PhotoDocument.objects.filter(traject=self.traject_id)

    def about(self) -> models.QuerySet[Traject]:
        return Traject.objects.filter(pk=self.traject_id)
