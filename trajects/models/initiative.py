from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Department
from scans.models import Sdg, Theme
from trajects.entries import InitiativeEntry
from trajects.models.participant import Participant
from trajects.models.traject import Traject


class InitiativeStatus(models.TextChoices):
    RUNNING = "running", _("running")
    PLANNED = "planned", _("planned")
    STOPPED = "stopped", _("stopped")


class Scope(models.TextChoices):
    """For whom it is: how the organisation itself works, or what residents notice."""

    OWN_WORKING = "own_working", _("our own working")
    RESIDENTS = "residents", _("our residents")


class InitiativeQuerySet(models.QuerySet["Initiative"]):
    def on_photo(self) -> "InitiativeQuerySet":
        """Accepted, and not merged into another one."""
        return self.filter(accepted_at__isnull=False, merged_into__isnull=True)

    def waiting(self) -> "InitiativeQuerySet":
        """What came in and nobody decided about."""
        return self.filter(
            accepted_at__isnull=True, refused_at__isnull=True, merged_into__isnull=True
        )

    def refused(self) -> "InitiativeQuerySet":
        return self.filter(refused_at__isnull=False, merged_into__isnull=True)

    def written_by(self, user_pk: int | None) -> "InitiativeQuerySet":
        """In an account, by this very person."""
        return self.filter(added_by__in=[user_pk])

    def with_people(self) -> "InitiativeQuerySet":
        return self.select_related("added_by", "added_by_guest__user", "changed_by")

    def with_decisions(self) -> "InitiativeQuerySet":
        return self.select_related("accepted_by", "refused_by", "merged_by", "merged_into")

    def with_labels(self) -> "InitiativeQuerySet":
        """With themes, departments and SDGs: three queries more, whatever the number."""
        return self.prefetch_related("themes", "departments", "sdgs")


class Initiative(models.Model):
    """One thing the organisation does, planned or stopped: a piece of the local photo.

    It is on the photo once accepted. One that is merged stays as it was written, under the one
    that replaces it.
    """

    traject = models.ForeignKey(
        Traject, on_delete=models.CASCADE, related_name="initiatives", verbose_name=_("traject")
    )
    title = models.CharField(_("title"), max_length=160)
    description = models.TextField(_("what it is"), blank=True, max_length=2000)
    status = models.CharField(_("status"), max_length=10, choices=InitiativeStatus)
    scope = models.CharField(_("for whom"), max_length=20, choices=Scope)
    since = models.PositiveSmallIntegerField(_("since (year)"), null=True, blank=True)
    evidence = models.URLField(_("link to evidence"), blank=True, max_length=500)
    bbc_code = models.CharField(_("code in the multi-year plan"), max_length=40, blank=True)
    themes = models.ManyToManyField(Theme, related_name="initiatives", verbose_name=_("themes"))
    departments = models.ManyToManyField(
        Department, blank=True, related_name="initiatives", verbose_name=_("departments")
    )
    sdgs = models.ManyToManyField(
        Sdg, blank=True, related_name="initiatives", verbose_name=_("SDGs")
    )
    # The statement of the scan that it was proposed from; empty for all others.
    statement_code = models.CharField(_("statement"), max_length=40, blank=True)
    added_at = models.DateTimeField(_("added on"))
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("added by"),
    )
    # Who came by a personal link.
    added_by_guest = models.ForeignKey(
        Participant,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="initiatives",
        verbose_name=_("added by (personal link)"),
    )
    accepted_at = models.DateTimeField(_("accepted on"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("accepted by"),
    )
    refused_at = models.DateTimeField(_("left out on"), null=True, blank=True)
    refused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("left out by"),
    )
    refused_because = models.CharField(_("reason to leave it out"), max_length=300, blank=True)
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name=_("merged into"),
    )
    merged_at = models.DateTimeField(_("merged with another one on"), null=True, blank=True)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("merged by"),
    )
    # What the one it was merged into took over from it, so that this can be taken back.
    brought = models.JSONField(_("what it brought"), default=dict, blank=True, editable=False)
    # Empty until somebody changes it; by nobody: the guest who added it did.
    changed_at = models.DateTimeField(_("changed on"), null=True, blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("changed by"),
    )
    # Counts the changes, so that a stale form is refused and not stored over a newer one.
    version = models.PositiveIntegerField(_("version"), default=1)

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")
        ordering = ("title", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(status__in=InitiativeStatus.values), name="initiative_status_known"
            ),
            models.CheckConstraint(
                condition=Q(scope__in=Scope.values), name="initiative_scope_known"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="initiative_has_a_title"),
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(since__gte=1950, since__lte=2100),
                name="initiative_since_plausible",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(refused_at__isnull=True),
                name="initiative_not_both_accepted_and_refused",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=models.F("id")),
                name="initiative_not_merged_into_itself",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True, merged_at__isnull=True)
                | Q(merged_into__isnull=False, merged_at__isnull=False),
                name="initiative_merging_is_dated",
            ),
            models.CheckConstraint(
                condition=Q(refused_at__isnull=True) | ~Q(refused_because=""),
                name="initiative_left_out_for_a_reason",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_waiting(self) -> bool:
        """Nobody decided about it yet."""
        return not (self.accepted_at or self.refused_at or self.merged_into_id)

    @property
    def is_on_photo(self) -> bool:
        return bool(self.accepted_at and not self.merged_into_id)

    @property
    def author(self) -> str:
        """The name of who added it; empty when nobody knows any more. with_people fetches both."""
        if self.added_by:
            return self.added_by.name
        return self.added_by_guest.called if self.added_by_guest else ""

    @property
    def changer(self) -> str:
        """Who changed it last; without an account that is the guest who added it."""
        if self.changed_by:
            return self.changed_by.name
        return self.added_by_guest.called if self.added_by_guest else ""

    @property
    def entry(self) -> InitiativeEntry:
        """What it says; with_labels fetches the labels along."""
        return InitiativeEntry(
            title=self.title,
            status=self.status,
            scope=self.scope,
            themes=frozenset(theme.pk for theme in self.themes.all()),
            description=self.description,
            since=self.since,
            evidence=self.evidence,
            bbc_code=self.bbc_code,
            departments=frozenset(department.pk for department in self.departments.all()),
            sdgs=frozenset(sdg.pk for sdg in self.sdgs.all()),
        )
