"""How an action goes: what somebody told, and what was measured."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trajects.models.action import Action
from trajects.models.participant import Participant


class Told(models.Model):
    """What somebody told about an action, on which day. `told_at` is when it was written down."""

    on = models.DateField(_("on"))
    told_at = models.DateTimeField(_("written on"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("written by"),
    )
    guest = models.ForeignKey(
        Participant,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("written by (personal link)"),
    )

    class Meta:
        abstract = True

    @property
    def called(self) -> str:
        """Whose it is; empty when nobody knows any more."""
        if self.author:
            return self.author.name
        return self.guest.called if self.guest else ""


class ProgressNote(Told):
    action = models.ForeignKey(
        Action, on_delete=models.CASCADE, related_name="notes", verbose_name=_("action")
    )
    text = models.TextField(_("how it goes"), max_length=1_000)

    class Meta:
        verbose_name = _("progress note")
        verbose_name_plural = _("progress notes")
        ordering = ("on", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(text=""), name="progress_note_has_words"),
            models.CheckConstraint(
                condition=Q(author__isnull=True) | Q(guest__isnull=True),
                name="progress_note_of_one_author",
            ),
        )

    def __str__(self) -> str:
        return self.text


class Measurement(Told):
    """The indicator of an action, measured on a day; `value` is in its unit."""

    action = models.ForeignKey(
        Action, on_delete=models.CASCADE, related_name="measurements", verbose_name=_("action")
    )
    value = models.DecimalField(_("value"), max_digits=14, decimal_places=3)

    class Meta:
        verbose_name = _("measurement")
        verbose_name_plural = _("measurements")
        ordering = ("on", "pk")
        constraints = (
            models.UniqueConstraint(fields=("action", "on"), name="measurement_once_a_day"),
            models.CheckConstraint(
                condition=Q(author__isnull=True) | Q(guest__isnull=True),
                name="measurement_of_one_author",
            ),
        )

    def __str__(self) -> str:
        return f"{self.on}: {self.value}"
