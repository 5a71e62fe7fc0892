from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accounts.models.department import Department
from accounts.models.membership import Role
from accounts.models.organisation import Organisation


class InvitationState(models.TextChoices):
    WAITING = "waiting", _("not sent yet")
    FAILED = "failed", _("could not be sent")
    SENT = "sent", _("sent")
    OPENED = "opened", _("opened")
    ACCEPTED = "accepted", _("accepted")
    EXPIRED = "expired", _("expired")
    REVOKED = "revoked", _("withdrawn")


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def unanswered(self) -> "InvitationQuerySet":
        """Neither accepted nor withdrawn; may have expired."""
        return self.filter(accepted_at=None, revoked_at=None)

    def usable(self, *, at: datetime) -> "InvitationQuerySet":
        """What its link still opens at this moment."""
        return self.unanswered().filter(expires_at__gt=at)


class Invitation(models.Model):
    """One person asked into one organisation, by an address that only they can read.

    The link in the mail holds a random token; `token_hash` is its SHA-256, in hexadecimals. Sending
    again replaces the token, so that one link works at a time.
    """

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="invitations",
        verbose_name=_("organisation"),
    )
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=150)
    role = models.CharField(_("role"), max_length=20, choices=Role)
    department = models.ForeignKey(
        Department,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="invitations",
        verbose_name=_("department"),
    )
    language = models.CharField(
        _("language of the mail"), max_length=2, choices=settings.LANGUAGES, default="nl"
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("invited on"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="invitations_made",
        verbose_name=_("invited by"),
    )
    expires_at = models.DateTimeField(_("expires on"))
    sent_at = models.DateTimeField(_("sent on"), null=True, blank=True)
    failed_at = models.DateTimeField(_("sending failed on"), null=True, blank=True)
    opened_at = models.DateTimeField(_("opened on"), null=True, blank=True)
    accepted_at = models.DateTimeField(_("accepted on"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="invitations_accepted",
        verbose_name=_("accepted by"),
    )
    revoked_at = models.DateTimeField(_("withdrawn on"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="invitations_revoked",
        verbose_name=_("withdrawn by"),
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ("-created_at", "name")
        constraints = (
            models.UniqueConstraint(
                Lower("email"),
                "organisation",
                condition=models.Q(accepted_at=None, revoked_at=None),
                name="invitation_one_unanswered_per_address",
                violation_error_message=_("This address already has an invitation."),
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values), name="invitation_role_known"
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_at=None) | models.Q(revoked_at=None),
                name="invitation_not_both_accepted_and_revoked",
            ),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")),
                name="invitation_expires_after_it_is_made",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>"

    def state(self, *, at: datetime) -> InvitationState:
        """How far it came. When sending again fails, a link that was sent before still works."""
        if self.accepted_at:
            return InvitationState.ACCEPTED
        if self.revoked_at:
            return InvitationState.REVOKED
        if self.expires_at <= at:
            return InvitationState.EXPIRED
        if self.opened_at:
            return InvitationState.OPENED
        if self.sent_at:
            return InvitationState.SENT
        return InvitationState.FAILED if self.failed_at else InvitationState.WAITING
