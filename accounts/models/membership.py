from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.department import Department
from accounts.models.organisation import Organisation


class Role(models.TextChoices):
    COORDINATOR = "coordinator", _("MVO coordinator")
    CONTRIBUTOR = "contributor", _("contributor")
    READER = "reader", _("reader")


class MembershipQuerySet(models.QuerySet["Membership"]):
    def with_organisation(self) -> "MembershipQuerySet":
        return self.select_related("organisation").order_by("organisation__name")


class Membership(models.Model):
    """What one person may do in one organisation. A department never limits rights."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="memberships",
        verbose_name=_("user"),
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="memberships",
        verbose_name=_("organisation"),
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)
    department = models.ForeignKey(
        Department,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("department"),
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ("organisation", "user")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "organisation"),
                name="membership_once_per_organisation",
                violation_error_message=_("This person is already a member of this organisation."),
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values), name="membership_role_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} · {self.organisation} · {self.get_role_display()}"

    def clean(self) -> None:
        super().clean()
        if self.department and self.department.organisation_id != self.organisation_id:
            raise ValidationError(
                {"department": _("This department belongs to another organisation.")}
            )

    @property
    def may_coordinate(self) -> bool:
        return self.role == Role.COORDINATOR

    @property
    def may_answer(self) -> bool:
        """Coordinators and contributors edit the same answers; readers read finished scans."""
        return self.role in (Role.COORDINATOR, Role.CONTRIBUTOR)
