from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MethodText(models.Model):
    """What, why, how and tips of one step, in one language; edited in the administration."""

    step = models.CharField(_("step"), max_length=20)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    what = models.TextField(_("what"))
    why = models.TextField(_("why"))
    how = models.TextField(_("how"))
    tips = models.TextField(_("tips"))

    class Meta:
        verbose_name = _("text of a step")
        verbose_name_plural = _("texts of the steps")
        ordering = ("step", "language")
        constraints = (
            models.UniqueConstraint(
                fields=("step", "language"), name="method_text_once_per_step_and_language"
            ),
        )

    def __str__(self) -> str:
        return f"{self.step} ({self.language})"
