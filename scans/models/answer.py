from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from scans.entries import Entry
from scans.models.questionnaire import Statement
from scans.models.scan import Scan
from scans.scoring import AnswerValue

REMARK_MAX_LENGTH = 2000
REASON_MAX_LENGTH = 1000

ANSWER_LABELS = {
    AnswerValue.YES: _("yes"),
    AnswerValue.NO: _("no"),
    AnswerValue.UNKNOWN: _("don’t know"),
    AnswerValue.NOT_APPLICABLE: _("not applicable"),
}
ANSWER_CHOICES = [(value.value, label) for value, label in ANSWER_LABELS.items()]


class Respondent(models.Model):
    """Who answers in a scan: the organisation as a whole (no user), or one person."""

    scan = models.ForeignKey(
        Scan, on_delete=models.CASCADE, related_name="respondents", verbose_name=_("scan")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("user"),
    )

    class Meta:
        verbose_name = _("respondent")
        verbose_name_plural = _("respondents")
        constraints = (
            models.UniqueConstraint(fields=("scan", "user"), name="respondent_once_per_user"),
            models.UniqueConstraint(
                fields=("scan",), condition=Q(user__isnull=True), name="respondent_one_organisation"
            ),
        )

    def __str__(self) -> str:
        return str(self.user or self.scan)


class Answer(models.Model):
    """What one respondent says of one statement. An empty value is still open.

    `version` counts the stored saves: a save carries the version it was based on.
    """

    respondent = models.ForeignKey(
        Respondent,
        on_delete=models.CASCADE,
        related_name="answers",
        verbose_name=_("respondent"),
    )
    statement = models.ForeignKey(
        Statement, on_delete=models.PROTECT, related_name="answers", verbose_name=_("statement")
    )
    value = models.CharField(_("answer"), max_length=20, blank=True, choices=ANSWER_CHOICES)
    interesting = models.BooleanField(_("interesting for us"), default=False)
    remark = models.TextField(_("remark"), blank=True, max_length=REMARK_MAX_LENGTH)
    reason = models.TextField(
        _("why this does not apply"), blank=True, max_length=REASON_MAX_LENGTH
    )
    version = models.PositiveIntegerField(_("version"), default=1)
    updated_at = models.DateTimeField(_("saved on"))
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("saved by"),
    )

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = (
            models.UniqueConstraint(
                fields=("respondent", "statement"), name="answer_once_per_statement"
            ),
            models.CheckConstraint(
                condition=Q(value="") | Q(value__in=[value for value, _label in ANSWER_CHOICES]),
                name="answer_value_known",
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="answer_version_from_one"),
        )

    def __str__(self) -> str:
        return f"{self.statement_id}: {self.value}"

    @property
    def entry(self) -> Entry:
        return Entry(self.value, self.interesting, self.remark, self.reason)
