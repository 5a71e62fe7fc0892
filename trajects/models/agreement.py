from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trajects.models.participant import Participant
from trajects.models.traject import Traject


class Agreement(models.Model):
    """Who collects what by when, as agreed at the start."""

    traject = models.ForeignKey(
        Traject, on_delete=models.CASCADE, related_name="agreements", verbose_name=_("traject")
    )
    what = models.CharField(_("what"), max_length=300)
    who = models.ForeignKey(
        Participant,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="agreements",
        verbose_name=_("who"),
    )
    due_on = models.DateField(_("by when"))
    done_at = models.DateTimeField(_("done on"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("done by"),
    )

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ("due_on", "pk")
        constraints = (models.CheckConstraint(condition=~Q(what=""), name="agreement_says_what"),)

    def __str__(self) -> str:
        return self.what

    @property
    def details(self) -> str:
        """What one form changes, in one line: it tells an older page from what is stored."""
        return f"{self.what} | {self.who_id or ''} | {self.due_on}"
