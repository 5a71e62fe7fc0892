from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from scans.models import Sdg
from trajects.models.candidate import Candidate
from trajects.models.dream import DreamImage
from trajects.models.participant import Participant
from trajects.models.traject import Traject

LOWEST_STEP, HIGHEST_STEP = 1, 5


class ThemeAmbition(models.Model):
    """The step of maturity that the group wants to reach for a chosen theme, and why."""

    candidate = models.OneToOneField(
        Candidate, on_delete=models.CASCADE, related_name="ambition", verbose_name=_("theme")
    )
    step = models.PositiveSmallIntegerField(_("step wanted"))
    because = models.TextField(_("because"), max_length=1_000, blank=True)
    at = models.DateTimeField(_("written down on"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("written down by"),
    )

    class Meta:
        verbose_name = _("ambition")
        verbose_name_plural = _("ambitions")
        constraints = (
            models.CheckConstraint(
                condition=Q(step__gte=LOWEST_STEP, step__lte=HIGHEST_STEP),
                name="theme_ambition_is_a_step",
            ),
        )

    def __str__(self) -> str:
        return f"{self.candidate}: {self.step}"


class MvoiGoal(models.TextChoices):
    """The six goals of socially responsible public purchasing (MVOI)."""

    ENVIRONMENT = "environment", _("environment and biodiversity")
    CLIMATE = "climate", _("climate")
    CIRCULAR = "circular", _("circular")
    CHAIN = "chain", _("responsibility in the chain")
    INCLUSION = "inclusion", _("diversity and inclusion")
    SOCIAL_RETURN = "social_return", _("social return")


class GoalQuerySet(models.QuerySet["Goal"]):
    def standing(self) -> "GoalQuerySet":
        """Not set aside."""
        return self.filter(set_aside_at=None)

    def adopted(self) -> "GoalQuerySet":
        return self.filter(set_aside_at=None, adoption__isnull=False)

    def with_theme(self) -> "GoalQuerySet":
        return self.select_related("candidate", "adoption")


class Goal(models.Model):
    """One sentence about what will be different, with what makes it SMART. Only the sentence is
    needed to begin with; `trajects.smart` tells what is missing. Numbers have the unit that
    `unit` names."""

    traject = models.ForeignKey(
        Traject, on_delete=models.CASCADE, related_name="goals", verbose_name=_("traject")
    )
    candidate = models.ForeignKey(
        Candidate, on_delete=models.RESTRICT, related_name="goals", verbose_name=_("theme")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    sentence = models.CharField(_("goal"), max_length=300)
    result = models.TextField(_("what people will see"), max_length=1_000, blank=True)
    indicator = models.CharField(_("indicator"), max_length=200, blank=True)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    baseline = models.DecimalField(
        _("starting value"), max_digits=14, decimal_places=3, null=True, blank=True
    )
    baseline_on = models.DateField(_("measured on"), null=True, blank=True)
    baseline_source = models.CharField(_("source"), max_length=200, blank=True)
    target = models.DecimalField(
        _("target"), max_digits=14, decimal_places=3, null=True, blank=True
    )
    carrier = models.CharField(_("who pulls it"), max_length=150, blank=True)
    support = models.TextField(_("who stands behind it"), max_length=1_000, blank=True)
    means = models.TextField(_("means"), max_length=1_000, blank=True)
    due_on = models.DateField(_("by when"), null=True, blank=True)
    sdgs = models.ManyToManyField(Sdg, blank=True, related_name="goals", verbose_name=_("SDGs"))
    mvoi_goal = models.CharField(
        _("goal of purchasing (MVOI)"), max_length=15, choices=MvoiGoal, blank=True
    )
    mvoi_now = models.PositiveSmallIntegerField(_("step now"), null=True, blank=True)
    mvoi_wanted = models.PositiveSmallIntegerField(_("step wanted"), null=True, blank=True)
    bbc_code = models.CharField(_("code in the multi-year plan"), max_length=40, blank=True)
    dreams = models.ManyToManyField(
        DreamImage, through="GoalDream", related_name="goals", verbose_name=_("dream images")
    )
    proposed_at = models.DateTimeField(_("proposed on"))
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("proposed by"),
    )
    set_aside_at = models.DateTimeField(_("set aside on"), null=True, blank=True)
    set_aside_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("set aside by"),
    )
    set_aside_because = models.CharField(_("set aside because"), max_length=500, blank=True)
    # Counts the changes, so that a stale form is refused and not stored over a newer one.
    version = models.PositiveIntegerField(_("version"), default=1)

    objects = GoalQuerySet.as_manager()

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")
        ordering = ("candidate__position", "candidate", "position", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(sentence=""), name="goal_has_a_sentence"),
            models.CheckConstraint(
                condition=Q(mvoi_goal__in=["", *MvoiGoal.values]), name="goal_mvoi_known"
            ),
            models.CheckConstraint(
                condition=(Q(mvoi_now__isnull=True) | Q(mvoi_now__lte=HIGHEST_STEP))
                & (
                    Q(mvoi_wanted__isnull=True)
                    | Q(mvoi_wanted__gte=LOWEST_STEP, mvoi_wanted__lte=HIGHEST_STEP)
                ),
                name="goal_mvoi_steps_are_steps",
            ),
            models.CheckConstraint(
                condition=~Q(mvoi_goal="") | Q(mvoi_now__isnull=True, mvoi_wanted__isnull=True),
                name="goal_mvoi_steps_of_a_goal",
            ),
            models.CheckConstraint(
                condition=Q(
                    set_aside_at__isnull=True, set_aside_by__isnull=True, set_aside_because=""
                )
                | (
                    Q(set_aside_at__isnull=False, set_aside_by__isnull=False)
                    & ~Q(set_aside_because="")
                ),
                name="goal_set_aside_for_a_reason",
            ),
        )

    def __str__(self) -> str:
        return self.sentence


class GoalDream(models.Model):
    """A goal grows from a dream image."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="roots")
    dream = models.ForeignKey(DreamImage, on_delete=models.RESTRICT, related_name="goal_roots")

    class Meta:
        verbose_name = _("dream image of a goal")
        verbose_name_plural = _("dream images of goals")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("goal", "dream"), name="goal_dream_once"),)

    def __str__(self) -> str:
        return f"{self.goal_id} ← {self.dream_id}"


class GoalRemark(models.Model):
    """What somebody of the group says about a goal before, or after, it is adopted."""

    goal = models.ForeignKey(
        Goal, on_delete=models.CASCADE, related_name="remarks", verbose_name=_("goal")
    )
    text = models.TextField(_("remark"), max_length=1_000)
    at = models.DateTimeField(_("written on"))
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
    # The group talked about it.
    settled_at = models.DateTimeField(_("discussed on"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ticked off by"),
    )

    class Meta:
        verbose_name = _("remark about a goal")
        verbose_name_plural = _("remarks about goals")
        ordering = ("at", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(text=""), name="goal_remark_has_words"),
            models.CheckConstraint(
                condition=Q(author__isnull=True) | Q(guest__isnull=True),
                name="goal_remark_of_one_author",
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, settled_by__isnull=True)
                | Q(settled_at__isnull=False, settled_by__isnull=False),
                name="goal_remark_settled_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return self.text

    @property
    def called(self) -> str:
        """Whose it is; empty when nobody knows any more."""
        if self.author:
            return self.author.name
        return self.guest.called if self.guest else ""


class GoalAdoption(models.Model):
    """The group adopted a goal: on which day, and who was there."""

    goal = models.OneToOneField(
        Goal, on_delete=models.CASCADE, related_name="adoption", verbose_name=_("goal")
    )
    adopted_on = models.DateField(_("adopted on"))
    people = models.ManyToManyField(
        Participant, blank=True, related_name="+", verbose_name=_("who adopted it")
    )
    # Besides the lead group: the management team, a council …
    others = models.CharField(_("others who agreed"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(_("written down on"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("written down by"),
    )

    class Meta:
        verbose_name = _("adoption of a goal")
        verbose_name_plural = _("adoptions of goals")

    def __str__(self) -> str:
        return f"{self.goal}: {self.adopted_on}"


class GoalChange(models.Model):
    """An adopted goal was changed, or its adoption taken back: what it said before, and why.
    `before` and `after` are `goals.snapshot`."""

    goal = models.ForeignKey(
        Goal, on_delete=models.CASCADE, related_name="changes", verbose_name=_("goal")
    )
    at = models.DateTimeField(_("changed on"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("changed by"),
    )
    because = models.CharField(_("because"), max_length=500)
    before = models.JSONField(_("before"), editable=False)
    after = models.JSONField(_("after"), editable=False)

    class Meta:
        verbose_name = _("change of a goal")
        verbose_name_plural = _("changes of goals")
        ordering = ("at", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(because=""), name="goal_change_has_a_reason"),
            models.CheckConstraint(
                condition=~Q(before=F("after")), name="goal_change_changes_something"
            ),
        )

    def __str__(self) -> str:
        return f"{self.goal}: {self.at:%Y-%m-%d}"
