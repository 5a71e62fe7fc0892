from datetime import datetime
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from trajects.models.participant import Participant
from trajects.models.traject import Traject


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def coming(self, *, at: datetime) -> "MeetingQuerySet":
        return self.filter(ends_at__gte=at).order_by("starts_at")

    def past(self, *, at: datetime) -> "MeetingQuerySet":
        return self.filter(ends_at__lt=at).order_by("-starts_at")

    def without_notes(self) -> "MeetingQuerySet":
        """For who does not moderate."""
        return self.defer("notes")


class Meeting(models.Model):
    """A planned meeting of the lead group, for one step of the road."""

    traject = models.ForeignKey(
        Traject, on_delete=models.CASCADE, related_name="meetings", verbose_name=_("traject")
    )
    step = models.CharField(_("step"), max_length=20)
    title = models.CharField(_("title"), max_length=120)
    starts_at = models.DateTimeField(_("starts at"))
    ends_at = models.DateTimeField(_("ends at"))
    place = models.CharField(_("place"), max_length=200, blank=True)
    # Only moderators see these.
    notes = models.TextField(_("notes of the moderator"), blank=True, max_length=20_000)
    # Everybody who sees the traject reads this.
    report = models.TextField(_("report of the meeting"), blank=True, max_length=20_000)
    # How calendars know it again.
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    # Counts the changes of time, place and title: a calendar replaces what it has.
    sequence = models.PositiveSmallIntegerField(_("version in calendars"), default=0)
    # Counts the changes of these and the agenda, so that a stale form is refused and not stored
    # over a newer one.
    version = models.PositiveIntegerField(_("version"), default=1)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ("starts_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_it_starts"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="meeting_has_a_title"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("trajects:meeting", args=[self.traject_id, self.pk])

    def holds_notes(self) -> bool:
        """Without reading them."""
        return Meeting.objects.filter(pk=self.pk).exclude(notes="").exists()


class AgendaItem(models.Model):
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="agenda", verbose_name=_("meeting")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    text = models.CharField(_("text"), max_length=200)
    minutes = models.PositiveSmallIntegerField(_("minutes"))

    class Meta:
        verbose_name = _("item of the agenda")
        verbose_name_plural = _("items of the agenda")
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("meeting", "position"), name="agenda_position_once"),
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lte=480), name="agenda_minutes_plausible"
            ),
        )

    def __str__(self) -> str:
        return self.text


class MeetingNotice(models.Model):
    """The mail that asks one participant to a meeting. A mail that was begun and neither arrived
    nor failed may have left: the process ended meanwhile."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="notices", verbose_name=_("meeting")
    )
    participant = models.ForeignKey(
        Participant, on_delete=models.CASCADE, related_name="notices", verbose_name=_("participant")
    )
    # Of the meeting, as it was then.
    sequence = models.PositiveSmallIntegerField(_("version in calendars"))
    begun_at = models.DateTimeField(_("begun on"))
    sent_at = models.DateTimeField(_("sent on"), null=True, blank=True)
    failed_at = models.DateTimeField(_("sending failed on"), null=True, blank=True)

    class Meta:
        verbose_name = _("invitation to a meeting")
        verbose_name_plural = _("invitations to meetings")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("meeting", "participant"), name="notice_once_per_participant"
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(failed_at__isnull=True),
                name="notice_is_sent_or_failed",
            ),
        )

    def __str__(self) -> str:
        return f"{self.meeting}: {self.participant}"
