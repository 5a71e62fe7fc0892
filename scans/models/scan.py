from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation
from scans.models.questionnaire import Questionnaire, Statement, StatementQuerySet
from scans.names import Names


class Depth(models.TextChoices):
    LIGHT = "light", _("light")
    FULL = "full", _("full")


class ScanQuerySet(models.QuerySet["Scan"]):
    def finished(self) -> "ScanQuerySet":
        return self.filter(finished_at__isnull=False)

    def of_member(self, user_pk: int | None) -> "ScanQuerySet":
        """The scans of the user's organisations, each with the role there as `my_role`."""
        # With "in" None finds nothing; with "=" it would find organisations without members.
        mine = self.filter(organisation__memberships__user__in=[user_pk])
        return mine.annotate(my_role=F("organisation__memberships__role"))

    def comparable_to(self, scan: "Scan") -> "ScanQuerySet":
        """Other scans of its organisation that ask the same variant."""
        same = Questionnaire.objects.filter(pk=scan.questionnaire_id).values("variant")
        own = self.filter(organisation_id=scan.organisation_id, questionnaire__variant__in=same)
        return own.exclude(pk=scan.pk)

    def before(self, scan: "Scan") -> "ScanQuerySet":
        same_year = Q(year=scan.year, started_at__lt=scan.started_at)
        return self.filter(Q(year__lt=scan.year) | same_year)

    def with_people(self) -> "ScanQuerySet":
        return self.select_related("organisation", "started_by", "finished_by")

    def with_imprint(self) -> "ScanQuerySet":
        return self.select_related("imprint")

    def with_respondent(self) -> "ScanQuerySet":
        """The respondent that speaks for the organisation, as `organisation_respondent_pk`."""
        ours = self.filter(respondents__user__isnull=True)
        return ours.annotate(organisation_respondent_pk=F("respondents__pk"))


class Scan(models.Model):
    """One self-assessment of one organisation with one questionnaire version."""

    my_role: str  # annotated by of_member

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="scans",
        verbose_name=_("organisation"),
    )
    questionnaire = models.ForeignKey(
        Questionnaire,
        on_delete=models.PROTECT,
        related_name="scans",
        verbose_name=_("questionnaire"),
    )
    depth = models.CharField(_("depth"), max_length=10, choices=Depth)
    year = models.PositiveSmallIntegerField(_("year"))
    started_at = models.DateTimeField(_("started on"))
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("started by"),
    )
    finished_at = models.DateTimeField(_("finished on"), null=True, blank=True)
    finished_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("finished by"),
    )

    objects = ScanQuerySet.as_manager()

    class Meta:
        verbose_name = _("scan")
        verbose_name_plural = _("scans")
        ordering = ("-year", "-started_at")
        constraints = (
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True, finished_by__isnull=True)
                | Q(finished_at__isnull=False, finished_by__isnull=False),
                name="scan_finish_dated_and_signed",
            ),
            models.CheckConstraint(condition=Q(depth__in=Depth.values), name="scan_depth_known"),
            models.CheckConstraint(
                condition=Q(year__gte=2000, year__lte=2100), name="scan_year_plausible"
            ),
            models.UniqueConstraint(
                fields=("organisation", "year", "depth"),
                condition=Q(finished_at__isnull=True),
                name="scan_one_running_per_year_and_depth",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation} {self.year}"

    def get_absolute_url(self) -> str:
        return reverse("scans:overview", args=[self.pk])

    @cached_property
    def organisation_respondent_pk(self) -> int:
        """The respondent that speaks for the organisation; with_respondent fetches it along."""
        return self.respondents.values_list("pk", flat=True).get(user__isnull=True)

    @property
    def is_finished(self) -> bool:
        return self.finished_at is not None

    @property
    def frozen_names(self) -> Names:
        """Those of the finish; empty while the scan runs. with_imprint fetches them along."""
        if not (self.is_finished and hasattr(self, "imprint")):
            return Names()
        return self.imprint.frozen_names

    def statements(self) -> StatementQuerySet:
        return Statement.objects.filter(questionnaire_id=self.questionnaire_id).asked(
            depth=self.depth
        )


class Reopening(models.Model):
    """A finished scan that was opened again: why, and which finish it undid."""

    scan = models.ForeignKey(
        Scan, on_delete=models.CASCADE, related_name="reopenings", verbose_name=_("scan")
    )
    at = models.DateTimeField(_("reopened on"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("reopened by"),
    )
    reason = models.CharField(_("reason"), max_length=500)
    undone_finish_at = models.DateTimeField(_("finished before on"))
    undone_finish_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("finished before by"),
    )

    class Meta:
        verbose_name = _("reopening")
        verbose_name_plural = _("reopenings")
        ordering = ("-at",)
        constraints = (
            models.CheckConstraint(condition=~Q(reason=""), name="reopening_has_a_reason"),
        )

    def __str__(self) -> str:
        return f"{self.scan}: {self.reason}"
