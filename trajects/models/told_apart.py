from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trajects.models.initiative import Initiative


class ToldApart(models.Model):
    """Somebody judged that two initiatives that look alike are two things, so they are no longer
    proposed as one. Both belong to one traject; the one with the lower number comes first."""

    first = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, related_name="+", verbose_name=_("one")
    )
    second = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, related_name="+", verbose_name=_("the other")
    )
    at = models.DateTimeField(_("told apart on"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("told apart by"),
    )

    class Meta:
        verbose_name = _("two that were told apart")
        verbose_name_plural = _("pairs that were told apart")
        ordering = ("first", "second")
        constraints = (
            models.UniqueConstraint(fields=("first", "second"), name="told_apart_once"),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="told_apart_lower_number_first"
            ),
        )

    def __str__(self) -> str:
        return f"{self.first_id}, {self.second_id}"
