from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from trajects.models.candidate import Candidate
from trajects.models.meeting import Meeting
from trajects.models.traject import Traject
from trajects.stages import Stage, Subject

# A day of work and the evening after it.
CODE_WORKS_FOR = timedelta(hours=24)
CODE_LENGTH = 6
# Without what is easily mistaken on paper or on a screen far away: no 0 O, no 1 I L.
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


class LiveSessionQuerySet(models.QuerySet["LiveSession"]):
    def joinable(self, *, at: datetime) -> "LiveSessionQuerySet":
        """Whose code opens something at this moment."""
        return self.filter(ended_at=None, opened_at__gt=at - CODE_WORKS_FOR)

    def real(self) -> "LiveSessionQuerySet":
        return self.filter(is_practice=False)

    def with_rounds(self) -> "LiveSessionQuerySet":
        """With `counted_rounds`: how many rounds were closed with enough ballots; and
        `unclean_rounds`: of how many traces may be left in the files of the database."""
        closed = Q(rounds__closed_at__isnull=False)
        unclean = (closed | Q(rounds__voided_at__isnull=False)) & Q(rounds__cleaned_at=None)
        return self.annotate(
            counted_rounds=Count("rounds", filter=closed & Q(rounds__voided_at=None)),
            unclean_rounds=Count("rounds", filter=unclean),
        ).order_by("-opened_at", "-pk")  # a grouped query has no order of its own


class LiveSession(models.Model):
    """A group together in one room, now: what the projector shows, who is in, what is voted on.
    A practice session has invented voters, and is deleted when it ends."""

    traject = models.ForeignKey(
        Traject, on_delete=models.CASCADE, related_name="live_sessions", verbose_name=_("traject")
    )
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="live_sessions",
        verbose_name=_("meeting"),
    )
    subject = models.CharField(_("subject"), max_length=10)
    is_practice = models.BooleanField(_("practice"), default=False)
    # What one types on a phone.
    code = models.CharField(_("code"), max_length=CODE_LENGTH)
    opened_at = models.DateTimeField(_("opened on"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("opened by"),
    )
    ended_at = models.DateTimeField(_("ended on"), null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ended by"),
    )
    stage = models.CharField(_("stage"), max_length=10, default=Stage.WELCOME)
    # The theme that the group talks about.
    candidate = models.ForeignKey(
        Candidate,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("candidate theme"),
    )
    # Of a stage that takes more than one screen.
    page = models.PositiveSmallIntegerField(_("page"), default=1)
    # Counts every move: screens that are behind see it.
    moves = models.PositiveIntegerField(_("moves"), default=0)

    objects = LiveSessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("live session")
        verbose_name_plural = _("live sessions")
        ordering = ("-opened_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(subject__in=[one.value for one in Subject]),
                name="live_session_subject_known",
            ),
            models.CheckConstraint(
                condition=Q(stage__in=[one.value for one in Stage]), name="live_session_stage_known"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="live_session_ended_by_somebody",
            ),
            models.CheckConstraint(condition=Q(page__gte=1), name="live_session_page_from_one"),
            models.UniqueConstraint(
                fields=("code",),
                condition=Q(ended_at__isnull=True),
                name="live_session_code_once_among_open",
            ),
            models.UniqueConstraint(
                fields=("traject", "is_practice"),
                condition=Q(ended_at__isnull=True),
                name="live_session_one_at_a_time",
            ),
        )

    def __str__(self) -> str:
        return f"{self.traject}: {self.opened_at:%Y-%m-%d}"

    @property
    def about(self) -> Subject:
        return Subject(self.subject)

    @property
    def at_stage(self) -> Stage:
        return Stage(self.stage)


class SeatQuerySet(models.QuerySet["Seat"]):
    def admitted(self) -> "SeatQuerySet":
        return self.filter(admitted_at__isnull=False, refused_at=None)

    def waiting(self) -> "SeatQuerySet":
        return self.filter(admitted_at=None, refused_at=None)

    def voting(self) -> "SeatQuerySet":
        """Who is on the roll of a round that opens now."""
        return self.admitted().filter(observes=False)

    def with_people(self) -> "SeatQuerySet":
        return self.select_related("user")


class Seat(models.Model):
    """The place of one person in one session: of an account, or of a browser under a name that the
    moderator admitted. `token_hash` is the SHA-256 of what that browser keeps; empty for an account
    and once the seat was released to another device. A practice seat has neither."""

    session = models.ForeignKey(
        LiveSession, on_delete=models.CASCADE, related_name="seats", verbose_name=_("session")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("user"),
    )
    # Empty for who has an account, and after it was erased.
    name = models.CharField(_("name"), max_length=60, blank=True)
    token_hash = models.CharField(max_length=64, blank=True, editable=False)
    asked_at = models.DateTimeField(_("asked on"))
    admitted_at = models.DateTimeField(_("admitted on"), null=True, blank=True)
    refused_at = models.DateTimeField(_("refused on"), null=True, blank=True)
    observes = models.BooleanField(_("looks on, does not vote"), default=False)
    # Another device may take this seat.
    released_at = models.DateTimeField(_("released on"), null=True, blank=True)
    # Not more often than every half minute.
    seen_at = models.DateTimeField(_("last seen on"), null=True, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(user__isnull=True) | Q(name="", token_hash=""),
                name="seat_of_an_account_or_a_browser",
            ),
            models.UniqueConstraint(fields=("session", "user"), name="seat_once_per_account"),
            models.UniqueConstraint(
                fields=("session", "token_hash"),
                condition=~Q(token_hash=""),
                name="seat_once_per_browser",
            ),
            models.UniqueConstraint(
                "session",
                Lower("name"),
                condition=~Q(name="") & Q(refused_at__isnull=True),
                name="seat_name_once_per_session",
            ),
        )

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        """The name to show; with_people fetches the account along."""
        return self.user.name if self.user else self.name

    @property
    def is_admitted(self) -> bool:
        return self.admitted_at is not None and self.refused_at is None

    @property
    def is_waiting(self) -> bool:
        return self.admitted_at is None and self.refused_at is None
