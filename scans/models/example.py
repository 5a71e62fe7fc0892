"""The catalogue of example actions: what others can take over in their plan."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import DepartmentKind
from scans.models.taxonomy import Sdg, Theme


class Effort(models.TextChoices):
    """Staff days of all people together in the first year: up to 5, 6 to 14, 15 or more."""

    SMALL = "klein", _("small")
    MIDDLE = "middel", _("middle")
    LARGE = "groot", _("large")


class ExampleActionQuerySet(models.QuerySet["ExampleAction"]):
    def shown(self) -> "ExampleActionQuerySet":
        """Not taken out of the catalogue."""
        return self.filter(withdrawn_at=None)

    def of_theme(self, code: str) -> "ExampleActionQuerySet":
        return self.filter(theme__code=code)

    def helping(self, code: str) -> "ExampleActionQuerySet":
        """A statement, by its code."""
        return self.filter(helps__code=code)

    def with_labels(self) -> "ExampleActionQuerySet":
        """With theme, lead, SDGs and statements: two queries more, whatever the number."""
        return self.select_related("theme", "lead").prefetch_related("sdgs", "helps")


class ExampleAction(models.Model):
    """An action that a municipality of 10,000 to 25,000 inhabitants can make its own. Ranges have a
    lowest and a highest value: euro with VAT, staff days of the first year, months."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, related_name="examples", verbose_name=_("theme")
    )
    track = models.CharField(_("track"), max_length=1)
    title = models.CharField(_("title"), max_length=160)
    what = models.TextField(_("what"))
    why = models.TextField(_("why"))
    first_step = models.TextField(_("first step"))
    effort = models.CharField(_("effort"), max_length=10, choices=Effort)
    days_low = models.PositiveSmallIntegerField(_("staff days, at least"))
    days_high = models.PositiveSmallIntegerField(_("staff days, at most"))
    effort_who = models.CharField(_("whose effort"), max_length=200)
    once_low = models.PositiveIntegerField(_("cost once, at least"))
    once_high = models.PositiveIntegerField(_("cost once, at most"))
    yearly_low = models.PositiveIntegerField(_("cost each year, at least"))
    yearly_high = models.PositiveIntegerField(_("cost each year, at most"))
    cost_note = models.CharField(_("about the cost"), max_length=250, blank=True)
    months_low = models.PositiveSmallIntegerField(_("months, at least"))
    months_high = models.PositiveSmallIntegerField(_("months, at most"))
    indicator = models.CharField(_("indicator"), max_length=200)
    unit = models.CharField(_("unit"), max_length=60)
    how_to_measure = models.TextField(_("how to measure"))
    baseline = models.DecimalField(_("example: from"), max_digits=14, decimal_places=3)
    target = models.DecimalField(_("example: to"), max_digits=14, decimal_places=3)
    within_months = models.PositiveSmallIntegerField(_("example: within months"))
    sdgs = models.ManyToManyField(Sdg, related_name="examples", verbose_name=_("SDGs"))
    lead = models.ForeignKey(
        DepartmentKind,
        on_delete=models.PROTECT,
        related_name="examples",
        verbose_name=_("department that leads"),
    )
    # Departments, or who else takes part, in words.
    partners = models.JSONField(_("partners"), default=list, blank=True)
    tips = models.JSONField(_("tips"), default=list)
    pitfalls = models.JSONField(_("pitfalls"), default=list)
    # Somebody changed it in the administration: loading the files leaves it as it is.
    edited_at = models.DateTimeField(_("edited on"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("taken out on"), null=True, blank=True)

    objects = ExampleActionQuerySet.as_manager()

    class Meta:
        verbose_name = _("example action")
        verbose_name_plural = _("example actions")
        ordering = ("theme__number", "code")
        constraints = (
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(title="") & ~Q(what="") & ~Q(why=""),
                name="example_action_has_words",
            ),
            models.CheckConstraint(
                condition=Q(effort__in=Effort.values), name="example_action_effort_known"
            ),
            models.CheckConstraint(
                condition=Q(days_low__lte=F("days_high"))
                & Q(once_low__lte=F("once_high"))
                & Q(yearly_low__lte=F("yearly_high"))
                & Q(months_low__lte=F("months_high")),
                name="example_action_ranges_go_up",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def first_year_high(self) -> int:
        """What it costs at most in the first year."""
        return self.once_high + self.yearly_high


class ExampleHelp(models.Model):
    """A statement, by its code, that an example action helps to say yes to."""

    example = models.ForeignKey(
        ExampleAction, on_delete=models.CASCADE, related_name="helps", verbose_name=_("example")
    )
    code = models.SlugField(_("statement"), max_length=40)

    class Meta:
        verbose_name = _("statement of an example action")
        verbose_name_plural = _("statements of example actions")
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(fields=("example", "code"), name="example_help_once"),
        )

    def __str__(self) -> str:
        return self.code
