"""What hangs on an action: its steps, what it waits for, the statements that it helps."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from trajects.models.action import Action


class ActionStep(models.Model):
    """A part of an action, ticked off when it is done."""

    action = models.ForeignKey(
        Action, on_delete=models.CASCADE, related_name="steps", verbose_name=_("action")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    text = models.CharField(_("step"), max_length=200)
    done_on = models.DateField(_("done on"), null=True, blank=True)

    class Meta:
        verbose_name = _("step of an action")
        verbose_name_plural = _("steps of actions")
        ordering = ("position", "pk")
        constraints = (models.CheckConstraint(condition=~Q(text=""), name="action_step_has_words"),)

    def __str__(self) -> str:
        return self.text


class ActionNeed(models.Model):
    """An action waits for another one. `trajects.dependencies` keeps circles out."""

    action = models.ForeignKey(
        Action, on_delete=models.CASCADE, related_name="needs", verbose_name=_("action")
    )
    needed = models.ForeignKey(
        Action, on_delete=models.CASCADE, related_name="needed_by", verbose_name=_("waits for")
    )

    class Meta:
        verbose_name = _("dependency of an action")
        verbose_name_plural = _("dependencies of actions")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("action", "needed"), name="action_need_once"),
            models.CheckConstraint(
                condition=~Q(action=F("needed")), name="action_does_not_need_itself"
            ),
        )

    def __str__(self) -> str:
        return f"{self.action_id} ← {self.needed_id}"


class ActionStatement(models.Model):
    """A statement of the scan that becomes a yes if the action works out."""

    action = models.ForeignKey(
        Action, on_delete=models.CASCADE, related_name="statements", verbose_name=_("action")
    )
    code = models.SlugField(_("statement"), max_length=40)

    class Meta:
        verbose_name = _("statement of an action")
        verbose_name_plural = _("statements of actions")
        ordering = ("code", "pk")
        constraints = (
            models.UniqueConstraint(fields=("action", "code"), name="action_statement_once"),
            models.CheckConstraint(condition=~Q(code=""), name="action_statement_has_a_code"),
        )

    def __str__(self) -> str:
        return self.code
