from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from scans.models import Sdg, Theme
from trajects.entries import CandidateEntry
from trajects.models.traject import Traject


class CandidateQuerySet(models.QuerySet["Candidate"]):
    def running(self) -> "CandidateQuerySet":
        """What the group chooses from: not left out, not in a group, not split."""
        return self.filter(left_out_at=None, grouped_into=None, split_at=None)

    def with_origins(self) -> "CandidateQuerySet":
        return self.prefetch_related("themes", "sdgs")


class Candidate(models.Model):
    """A theme that the group may choose. `themes` and `sdgs` say where it came from: a group has
    the origins of all that is in it, each piece of a split one those of the whole, and one that
    the group thought up itself has none."""

    traject = models.ForeignKey(
        Traject, on_delete=models.CASCADE, related_name="candidates", verbose_name=_("traject")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    name = models.CharField(_("name"), max_length=80)
    # On phones and in charts.
    short_name = models.CharField(_("short name"), max_length=20)
    subtheme = models.CharField(_("subtheme"), max_length=120, blank=True)
    themes = models.ManyToManyField(
        Theme, blank=True, related_name="candidates", verbose_name=_("themes")
    )
    sdgs = models.ManyToManyField(
        Sdg, blank=True, related_name="candidates", verbose_name=_("SDGs")
    )
    left_out_at = models.DateTimeField(_("left out on"), null=True, blank=True)
    left_out_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("left out by"),
    )
    left_out_because = models.CharField(_("left out because"), max_length=500, blank=True)
    grouped_into = models.ForeignKey(
        "self",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="grouped",
        verbose_name=_("grouped into"),
    )
    split_at = models.DateTimeField(_("split on"), null=True, blank=True)
    split_from = models.ForeignKey(
        "self",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="pieces",
        verbose_name=_("split from"),
    )
    # Of an earlier traject, where it was parked.
    parked_before = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("parked before"),
    )
    # Counts the changes, so that a stale form is refused and not stored over a newer one.
    version = models.PositiveIntegerField(_("version"), default=1)

    objects = CandidateQuerySet.as_manager()

    class Meta:
        verbose_name = _("candidate theme")
        verbose_name_plural = _("candidate themes")
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(name=""), name="candidate_has_a_name"),
            models.CheckConstraint(condition=~Q(short_name=""), name="candidate_has_a_short_name"),
            models.CheckConstraint(
                condition=Q(left_out_at__isnull=True, left_out_by__isnull=True, left_out_because="")
                | (
                    Q(left_out_at__isnull=False, left_out_by__isnull=False)
                    & ~Q(left_out_because="")
                ),
                name="candidate_left_out_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(grouped_into__isnull=True) | ~Q(grouped_into=F("id")),
                name="candidate_not_grouped_into_itself",
            ),
            models.CheckConstraint(
                condition=Q(split_from__isnull=True) | ~Q(split_from=F("id")),
                name="candidate_not_split_from_itself",
            ),
        )

    def __str__(self) -> str:
        return self.full_name

    @property
    def entry(self) -> CandidateEntry:
        return CandidateEntry(self.name, self.short_name, self.subtheme)

    @property
    def full_name(self) -> str:
        return self.entry.full_name

    @property
    def is_running(self) -> bool:
        """The group chooses from it."""
        return not (self.left_out_at or self.grouped_into_id or self.split_at)


class ThemeNote(models.Model):
    """What a moderator writes down about one candidate theme during the dialogue. Only moderators
    read it."""

    candidate = models.OneToOneField(
        Candidate, on_delete=models.CASCADE, related_name="note", verbose_name=_("candidate theme")
    )
    text = models.TextField(_("notes of the moderator"), max_length=20_000, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("notes about a theme")
        verbose_name_plural = _("notes about themes")

    def __str__(self) -> str:
        return str(self.candidate)
