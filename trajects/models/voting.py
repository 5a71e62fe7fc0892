"""The tables of the secret vote. Roll and Urn hold no time, number, user, address or text: who
voted what cannot be read from them, and they are in no admin, log, export or backup."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trajects.models.live_session import LiveSession, Seat
from trajects.voting import DEFAULT_MINIMUM, LOWEST_MINIMUM

STILL_OPEN = Q(closed_at__isnull=True, voided_at__isnull=True)


class VotingRoundQuerySet(models.QuerySet["VotingRound"]):
    def still_open(self) -> "VotingRoundQuerySet":
        return self.filter(STILL_OPEN)

    def counted(self) -> "VotingRoundQuerySet":
        """Closed with enough ballots."""
        return self.filter(closed_at__isnull=False, voided_at=None)

    def uncleaned(self) -> "VotingRoundQuerySet":
        """Over, but traces of the ballots may be left in the files of the database."""
        return self.exclude(STILL_OPEN).filter(cleaned_at=None)

    def real(self) -> "VotingRoundQuerySet":
        return self.filter(session__is_practice=False)


class VotingRound(models.Model):
    """One secret vote over some items. `items` are the items as they were at opening, in order:
    [{"key", "name", "short_name"}]. What it is about and whether it is practice, its session says.
    """

    session = models.ForeignKey(
        LiveSession, on_delete=models.CASCADE, related_name="rounds", verbose_name=_("session")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    items = models.JSONField(_("items"))
    minimum = models.PositiveSmallIntegerField(_("fewest ballots"), default=DEFAULT_MINIMUM)
    opened_at = models.DateTimeField(_("opened on"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("opened by"),
    )
    closed_at = models.DateTimeField(_("closed on"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("closed by"),
    )
    voided_at = models.DateTimeField(_("void since"), null=True, blank=True)
    void_reason = models.CharField(_("void because"), max_length=20, blank=True)
    # When the last trace of the ballots was wiped from the files of the database.
    cleaned_at = models.DateTimeField(_("cleaned on"), null=True, blank=True)

    objects = VotingRoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("voting round")
        verbose_name_plural = _("voting rounds")
        ordering = ("opened_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("session",), condition=STILL_OPEN, name="round_one_open_per_session"
            ),
            models.CheckConstraint(
                condition=Q(minimum__gte=LOWEST_MINIMUM), name="round_minimum_keeps_the_secret"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="round_closed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(voided_at__isnull=True),
                name="round_not_both_closed_and_void",
            ),
            models.CheckConstraint(
                condition=Q(voided_at__isnull=True, void_reason="")
                | (Q(voided_at__isnull=False) & ~Q(void_reason="")),
                name="round_void_for_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.session}: {self.number}"

    @property
    def is_open(self) -> bool:
        """Also while something broke it: `voting.broken` tells."""
        return not (self.closed_at or self.voided_at)

    @property
    def is_counted(self) -> bool:
        return self.closed_at is not None

    @property
    def ended_at(self) -> datetime | None:
        return self.closed_at or self.voided_at

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(item["key"] for item in self.items)


class Roll(models.Model):
    """Who may vote in a round, and whether they did; never what. All rows of a round are written
    when it opens, in the order of the seats."""

    pk = models.CompositePrimaryKey("round_id", "seat_id")
    round = models.ForeignKey(VotingRound, on_delete=models.CASCADE, related_name="roll")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="roll")
    submitted = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()
        ordering = ("round_id", "seat_id")

    def __str__(self) -> str:
        return f"{self.round_id}: {self.seat_id}"


class Urn(models.Model):
    """All ballots of one open round in ONE row: a sorted list of [hash of a key, {item: option}].
    Closing the round destroys it."""

    round = models.OneToOneField(
        VotingRound, on_delete=models.CASCADE, primary_key=True, related_name="urn"
    )
    bag = models.JSONField(default=list)

    class Meta:
        default_permissions: ClassVar = ()

    def __str__(self) -> str:
        return str(self.round_id)


class Tally(models.Model):
    """How often an option was chosen for an item: written when the round is closed, for every
    option, also those that nobody chose."""

    round = models.ForeignKey(
        VotingRound, on_delete=models.CASCADE, related_name="tallies", verbose_name=_("round")
    )
    item = models.CharField(_("item"), max_length=20)
    option = models.CharField(_("option"), max_length=1)
    count = models.PositiveSmallIntegerField(_("count"))

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("round", "item", "option"), name="tally_once_per_option"
            ),
        )

    def __str__(self) -> str:
        return f"{self.item}, {self.option}: {self.count}"
