from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Organisation
from scans.models import Scan
from trajects.models.participant import Part, Participant

# The multi-year plan of all Flemish municipalities now: its first and its last year.
PRESENT_PLAN = (2026, 2031)


class TrajectQuerySet(models.QuerySet["Traject"]):
    def of_person(self, user_pk: int | None) -> "TrajectQuerySet":
        """Those of the organisations the user is a member of now, and those they moderate."""
        memberships = Membership.objects.filter(user__in=[user_pk])
        moderated = Participant.objects.filter(
            user__in=[user_pk], part=Part.MODERATOR, as_member=False
        )
        return self.filter(
            Q(organisation__in=memberships.values("organisation"))
            | Q(pk__in=moderated.values("traject"))
        )

    def with_organisation(self) -> "TrajectQuerySet":
        return self.select_related("organisation")

    def with_scan(self) -> "TrajectQuerySet":
        return self.select_related("scan")


class Traject(models.Model):
    """The road of one organisation from start to follow-up, with one scan as its mirror."""

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="trajects",
        verbose_name=_("organisation"),
    )
    title = models.CharField(_("title"), max_length=120)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"))
    # The multi-year plan that the goals belong to.
    plan_from = models.PositiveSmallIntegerField(
        _("first year of the plan"), default=PRESENT_PLAN[0]
    )
    plan_to = models.PositiveSmallIntegerField(_("last year of the plan"), default=PRESENT_PLAN[1])
    created_at = models.DateTimeField(_("made on"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("made by"),
    )
    scan = models.ForeignKey(
        Scan,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="trajects",
        verbose_name=_("scan"),
    )
    # When the group last agreed that this is its scan: a later reopening is pointed out.
    scan_linked_at = models.DateTimeField(_("scan linked on"), null=True, blank=True)

    objects = TrajectQuerySet.as_manager()

    class Meta:
        verbose_name = _("traject")
        verbose_name_plural = _("trajects")
        ordering = ("-starts_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")), name="traject_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(plan_from__gte=2000, plan_to__lte=2100, plan_to__gte=F("plan_from")),
                name="traject_plan_has_years",
            ),
            models.CheckConstraint(
                condition=Q(scan__isnull=True) | Q(scan_linked_at__isnull=False),
                name="traject_scan_link_is_dated",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="traject_has_a_title"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("trajects:road", args=[self.pk])

    @property
    def details(self) -> str:
        """What one form changes, in one line: it tells an older page from what is stored."""
        period = f"{self.starts_on} | {self.ends_on}"
        return f"{self.title} | {period} | {self.plan_from}–{self.plan_to}"

    def holds_work(self) -> bool:
        """A piece of the photo, a report, notes, candidate themes, dream images, goals, texts of
        the plan, a session, or a step that is done."""
        meetings = self.meetings.exclude(report="", notes="")
        prepared = (self.candidates.all(), self.live_sessions.filter(is_practice=False))
        dreamt = (self.dreams.all(), self.goals.all())
        rows = (self.initiatives.all(), self.completions.all(), meetings, *prepared, *dreamt)
        return any(some.exists() for some in rows) or hasattr(self, "plan_text")


class StepCompletion(models.Model):
    """Somebody who leads the traject said that a step is done; taking that back removes the row."""

    traject = models.ForeignKey(
        Traject, on_delete=models.CASCADE, related_name="completions", verbose_name=_("traject")
    )
    step = models.CharField(_("step"), max_length=20)
    at = models.DateTimeField(_("done on"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("done by"),
    )

    class Meta:
        verbose_name = _("completed step")
        verbose_name_plural = _("completed steps")
        ordering = ("at",)
        constraints = (
            models.UniqueConstraint(fields=("traject", "step"), name="completion_once_per_step"),
        )

    def __str__(self) -> str:
        return f"{self.traject}: {self.step}"
