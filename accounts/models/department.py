from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.organisation import Organisation


class DepartmentKind(models.Model):
    """A usual department; organisations map their own names to it."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=80, unique=True)

    class Meta:
        verbose_name = _("kind of department")
        verbose_name_plural = _("kinds of department")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Department(models.Model):
    """One department under the organisation's own name; `kind` maps it to a usual one."""

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="departments",
        verbose_name=_("organisation"),
    )
    kind = models.ForeignKey(
        DepartmentKind,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="departments",
        verbose_name=_("kind of department"),
    )
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "name"),
                name="department_name_unique_in_organisation",
                violation_error_message=_("There is already a department with this name."),
            ),
        )

    def __str__(self) -> str:
        return self.name
