from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Department, Membership

# How long a link goes on working once the traject is over: what is late still comes in.
DAYS_AFTER_TRAJECT = 30


class Part(models.TextChoices):
    """What somebody is in a traject."""

    MODERATOR = "moderator", _("moderator")
    LEAD_GROUP = "lead_group", _("member of the lead group")
    POLICY_MAKER = "policy_maker", _("policy maker")
    COLLEAGUE = "colleague", _("colleague who adds to the local photo or carries out actions")


# Who gets a personal link when they have no account. A policy maker is named only.
LINKED_PARTS = (Part.MODERATOR, Part.LEAD_GROUP, Part.COLLEAGUE)
# Whose link opens a page of their own; that of a moderator leads to an account.
GUEST_PARTS = (Part.LEAD_GROUP, Part.COLLEAGUE)


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def taking_part(self) -> "ParticipantQuerySet":
        """Without who was chosen as a member and left the organisation since."""
        members = Membership.objects.filter(
            organisation=OuterRef("traject__organisation"), user=OuterRef("user")
        )
        return self.filter(Q(as_member=False) | Exists(members))

    def with_people(self) -> "ParticipantQuerySet":
        return self.select_related("user", "department")


class Participant(models.Model):
    """One person in one part of one traject: with an account, or by name only. Who has no account
    and an address gets a personal link."""

    traject = models.ForeignKey(
        "trajects.Traject",
        on_delete=models.CASCADE,
        related_name="participants",
        verbose_name=_("traject"),
    )
    part = models.CharField(_("part"), max_length=20, choices=Part)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("user"),
    )
    # Empty for who has an account: the account knows them.
    name = models.CharField(_("name"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    function = models.CharField(_("function"), max_length=120, blank=True)
    department = models.ForeignKey(
        Department,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="participants",
        verbose_name=_("department"),
    )
    # Chosen among the members of the organisation: the part ends with the membership.
    as_member = models.BooleanField(_("as a member of the organisation"), default=False)
    added_at = models.DateTimeField(_("added on"))

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ("part", "name", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(part__in=Part.values), name="participant_part"),
            models.CheckConstraint(
                condition=(Q(user__isnull=False) & Q(name="", email=""))
                | (Q(user__isnull=True) & ~Q(name="")),
                name="participant_has_an_account_or_a_name",
            ),
            models.UniqueConstraint(
                fields=("traject", "part", "user"), name="participant_user_once_per_part"
            ),
            models.UniqueConstraint(
                "traject",
                "part",
                Lower("email"),
                condition=~Q(email=""),
                name="participant_address_once_per_part",
            ),
        )

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        """The name to show; with_people fetches the account along."""
        return self.user.name if self.user else self.name

    @property
    def address(self) -> str:
        return self.user.email if self.user else self.email

    @property
    def may_get_link(self) -> bool:
        return bool(self.email) and self.part in LINKED_PARTS

    @property
    def stored_link(self) -> "PersonalLink | None":
        """Also one that opens nothing any more; None when none was ever made."""
        return getattr(self, "link", None)


class LinkState(models.TextChoices):
    FAILED = "failed", _("could not be sent")
    SENT = "sent", _("sent")
    OPENED = "opened", _("opened")
    EXPIRED = "expired", _("expired")
    REVOKED = "revoked", _("withdrawn")


class PersonalLinkQuerySet(models.QuerySet["PersonalLink"]):
    def usable(self, *, at: datetime) -> "PersonalLinkQuerySet":
        """What opens something at this moment: not withdrawn, not expired, of somebody without an
        account and a traject that is not long over, even if its end was moved since."""
        return self.filter(
            revoked_at=None,
            expires_at__gt=at,
            participant__user=None,
            participant__part__in=LINKED_PARTS,
            participant__traject__ends_on__gte=_day(at) - timedelta(days=DAYS_AFTER_TRAJECT),
        )


def _day(at: datetime) -> date:
    return at.astimezone(get_current_timezone()).date()


class PersonalLink(models.Model):
    """The way in of one participant without an account. The link holds a random token;
    `token_hash` is its SHA-256, in hexadecimals. Sending again replaces the token."""

    participant = models.OneToOneField(
        Participant, on_delete=models.CASCADE, related_name="link", verbose_name=_("participant")
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("made on"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("made by"),
    )
    expires_at = models.DateTimeField(_("expires on"))
    sent_at = models.DateTimeField(_("sent on"), null=True, blank=True)
    failed_at = models.DateTimeField(_("sending failed on"), null=True, blank=True)
    opened_at = models.DateTimeField(_("opened on"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("withdrawn on"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("withdrawn by"),
    )

    objects = PersonalLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("personal link")
        verbose_name_plural = _("personal links")
        ordering = ("-created_at",)
        constraints = (
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("created_at")),
                name="personal_link_expires_after_it_is_made",
            ),
        )

    def __str__(self) -> str:
        return str(self.participant)

    def state(self, *, at: datetime) -> LinkState:
        """How far it came. When sending again fails, a link that was sent before still works."""
        if self.revoked_at:
            return LinkState.REVOKED
        if not self.sent_at:
            return LinkState.FAILED
        if self.expires_at <= at:
            return LinkState.EXPIRED
        return LinkState.OPENED if self.opened_at else LinkState.SENT
