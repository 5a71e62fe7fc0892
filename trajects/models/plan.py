"""The action plan as a document: what it says besides its actions, and what was decided."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from scans.models.document import Document, DocumentManager
from trajects.models.traject import Traject


class PlanText(models.Model):
    """What the group writes itself in its plan; each part may be empty."""

    traject = models.OneToOneField(
        Traject, on_delete=models.CASCADE, related_name="plan_text", verbose_name=_("traject")
    )
    summary = models.TextField(_("the plan in a few sentences"), max_length=1_000, blank=True)
    follow_up = models.TextField(_("how we follow it up"), max_length=3_000, blank=True)
    communication = models.TextField(_("how we tell about it"), max_length=2_000, blank=True)
    at = models.DateTimeField(_("written down on"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("written down by"),
    )
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("text of an action plan")
        verbose_name_plural = _("texts of action plans")

    def __str__(self) -> str:
        return f"{self.traject}: {self.version}"


class PlanDecision(models.Model):
    """Who approved the plan, or did not, and when. The last one counts."""

    traject = models.ForeignKey(
        Traject, on_delete=models.CASCADE, related_name="plan_decisions", verbose_name=_("traject")
    )
    approved = models.BooleanField(_("approved"))
    decided_by = models.CharField(_("decided by"), max_length=150)
    decided_on = models.DateField(_("decided on"))
    # The conditions, or why not.
    remarks = models.TextField(_("conditions or reason"), max_length=2_000, blank=True)
    recorded_at = models.DateTimeField(_("written down on"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("written down by"),
    )

    class Meta:
        verbose_name = _("decision about an action plan")
        verbose_name_plural = _("decisions about action plans")
        ordering = ("-recorded_at", "-pk")
        get_latest_by = ("recorded_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(decided_by=""), name="plan_decision_decided_by_somebody"
            ),
            models.CheckConstraint(
                condition=Q(approved=True) | ~Q(remarks=""),
                name="plan_decision_refused_for_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.traject}: {self.decided_by}, {self.decided_on}"


class Audience(models.TextChoices):
    """For whom a plan is printed."""

    OWN = "own", _("for ourselves")
    COUNCIL = "council", _("for the council")
    PUBLIC = "public", _("for everybody")


class Paper(models.TextChoices):
    PDF = "pdf", _("PDF")
    WORD = "word", _("Word")


class PlanDocument(Document):
    """The action plan as a file. Names, remarks and moderator notes only where chosen."""

    traject = models.ForeignKey(
        Traject, on_delete=models.CASCADE, related_name="plan_documents", verbose_name=_("traject")
    )
    paper = models.CharField(_("kind of file"), max_length=10, choices=Paper, default=Paper.PDF)
    audience = models.CharField(_("for whom"), max_length=10, choices=Audience)
    with_names = models.BooleanField(_("with personal names"), default=False)
    with_remarks = models.BooleanField(_("with remarks"), default=False)
    with_notes = models.BooleanField(_("with notes of the moderator"), default=False)

    objects: ClassVar[DocumentManager["PlanDocument"]] = DocumentManager()  # Of its own kind.

    class Meta:
        verbose_name = _("action plan as a document")
        verbose_name_plural = _("action plans as documents")
        constraints = (
            models.CheckConstraint(condition=Q(paper__in=Paper.values), name="plan_paper_known"),
            models.CheckConstraint(
                condition=Q(audience__in=Audience.values), name="plan_audience_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.traject}: {super().__str__()}"

    @property
    def suffix(self) -> str:
        return ".docx" if self.paper == Paper.WORD else ".pdf"

    def alike(self) -> models.QuerySet[Document]:
        """Of the same choices: a newer one takes its place."""
        return PlanDocument.objects.filter(
            traject=self.traject_id,
            paper=self.paper,
            audience=self.audience,
            with_names=self.with_names,
            with_remarks=self.with_remarks,
            with_notes=self.with_notes,
        )

    def about(self) -> models.QuerySet[Traject]:
        return Traject.objects.filter(pk=self.traject_id)
