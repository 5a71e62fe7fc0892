from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from scans.models.document import Document, DocumentManager
from scans.models.scan import Scan


class Report(Document):
    """The PDF of a finished scan."""

    scan = models.ForeignKey(
        Scan, on_delete=models.CASCADE, related_name="reports", verbose_name=_("scan")
    )
    with_names = models.BooleanField(_("with names"), default=False)
    with_remarks = models.BooleanField(_("with remarks"), default=False)

    objects: ClassVar[DocumentManager["Report"]] = DocumentManager()  # Of its own kind.

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")

    def __str__(self) -> str:
        return f"{self.scan}: {super().__str__()}"

    def alike(self) -> models.QuerySet[Document]:
        return Report.objects.filter(
            scan=self.scan_id, with_names=self.with_names, with_remarks=self.with_remarks
        )

    def about(self) -> models.QuerySet[Scan]:
        return Scan.objects.filter(pk=self.scan_id)
