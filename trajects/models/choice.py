from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from scans.models import Document
from scans.models.document import DocumentManager
from trajects.models.candidate import Candidate
from trajects.models.traject import Traject


class ThemeChoice(models.Model):
    """What the group decided about one candidate theme, and why: chosen, or parked for a later
    traject."""

    candidate = models.OneToOneField(
        Candidate,
        on_delete=models.CASCADE,
        related_name="choice",
        verbose_name=_("candidate theme"),
    )
    chosen = models.BooleanField(_("chosen"))
    because = models.TextField(_("because"), max_length=2_000)
    at = models.DateTimeField(_("written down on"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("written down by"),
    )

    class Meta:
        verbose_name = _("choice of a theme")
        verbose_name_plural = _("choices of themes")
        ordering = ("candidate__position", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(because=""), name="theme_choice_has_a_reason"),
        )

    def __str__(self) -> str:
        return str(self.candidate)


class Decision(models.TextChoices):
    """What the policy makers said; the last is what a moderator does without them."""

    GRANTED = "granted", _("green light")
    CONDITIONS = "conditions", _("green light, with conditions")
    REFUSED = "refused", _("no green light")
    NOT_AWAITED = "not_awaited", _("went on without waiting")


class GreenLightQuerySet(models.QuerySet["GreenLight"]):
    def opening(self) -> "GreenLightQuerySet":
        """After these goals may be made."""
        return self.exclude(decision=Decision.REFUSED)


class GreenLight(models.Model):
    """A decision of the policy makers about the themes, or that the moderator knowingly went on
    without one. The newest counts."""

    traject = models.ForeignKey(
        Traject, on_delete=models.CASCADE, related_name="green_lights", verbose_name=_("traject")
    )
    decision = models.CharField(_("decision"), max_length=12, choices=Decision)
    # The college, the management team …
    decided_by = models.CharField(_("decided by"), max_length=120, blank=True)
    decided_on = models.DateField(_("decided on"))
    # The conditions, or why not, or why nobody waited.
    remarks = models.TextField(_("conditions or reason"), max_length=2_000, blank=True)
    recorded_at = models.DateTimeField(_("written down on"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("written down by"),
    )

    objects = GreenLightQuerySet.as_manager()

    class Meta:
        verbose_name = _("green light")
        verbose_name_plural = _("green lights")
        ordering = ("-recorded_at", "-pk")
        get_latest_by = ("recorded_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(decision__in=Decision.values), name="green_light_decision_known"
            ),
            models.CheckConstraint(
                condition=Q(decision=Decision.GRANTED) | ~Q(remarks=""),
                name="green_light_remarks_unless_granted",
            ),
            models.CheckConstraint(
                condition=Q(decision=Decision.NOT_AWAITED) | ~Q(decided_by=""),
                name="green_light_decided_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return f"{self.traject}: {self.decision}"


class ChoiceDocument(Document):
    """The note of two pages with which the group asks the policy makers for green light."""

    traject = models.ForeignKey(
        Traject,
        on_delete=models.CASCADE,
        related_name="choice_documents",
        verbose_name=_("traject"),
    )

    objects: ClassVar[DocumentManager["ChoiceDocument"]] = DocumentManager()  # Of its own kind.

    class Meta:
        verbose_name = _("note about the choice of themes")
        verbose_name_plural = _("notes about the choice of themes")

    def __str__(self) -> str:
        return f"{self.traject}: {super().__str__()}"

    def alike(self) -> models.QuerySet[Document]:
        return ChoiceDocument.objects.filter(traject=self.traject_id)

    def about(self) -> models.QuerySet[Traject]:
        return Traject.objects.filter(pk=self.traject_id)
