"""Actions of the plan: who does what by when under a goal."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Department
from trajects.action_states import ActionDates, ActionState, state_of
from trajects.models.goal import Goal
from trajects.models.participant import Participant
from trajects.models.traject import Traject


class ActionQuerySet(models.QuerySet["Action"]):
    def with_goal(self) -> "ActionQuerySet":
        return self.select_related("goal__candidate", "department")

    def with_owners(self) -> "ActionQuerySet":
        """One query more, whatever the number."""
        return self.prefetch_related(
            models.Prefetch("owners", ActionOwner.objects.with_people().order_by("pk"))
        )

    def carried_by(self, user_pk: int) -> "ActionQuerySet":
        """Of which this person, in an account, is an owner."""
        return self.filter(owners__user=user_pk)

    def going_on(self) -> "ActionQuerySet":
        """Neither done nor stopped."""
        return self.filter(done_on=None, stopped_on=None)

    def overdue(self, *, on: date) -> "ActionQuerySet":
        return self.going_on().filter(due_on__lt=on)


class Action(models.Model):
    """What somebody does under a goal. Only the title is needed to begin with;
    `trajects.action_checks` names what is missing. Money is in whole euro, VAT included."""

    traject = models.ForeignKey(
        Traject, on_delete=models.CASCADE, related_name="actions", verbose_name=_("traject")
    )
    goal = models.ForeignKey(
        Goal, on_delete=models.RESTRICT, related_name="actions", verbose_name=_("goal")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    title = models.CharField(_("action"), max_length=160)
    what = models.TextField(_("what happens"), max_length=2_000, blank=True)
    because = models.TextField(_("why we do it"), max_length=1_000, blank=True)
    department = models.ForeignKey(
        Department,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name=_("department"),
    )
    partners = models.CharField(_("partners"), max_length=300, blank=True)
    starts_on = models.DateField(_("start"), null=True, blank=True)
    due_on = models.DateField(_("deadline"), null=True, blank=True)
    cost_once = models.PositiveIntegerField(_("cost, once"), null=True, blank=True)
    cost_yearly = models.PositiveIntegerField(_("cost, each year"), null=True, blank=True)
    staff_days = models.PositiveIntegerField(_("staff days"), null=True, blank=True)
    budget_note = models.CharField(_("where the money comes from"), max_length=300, blank=True)
    bbc_code = models.CharField(_("code in the multi-year plan"), max_length=40, blank=True)
    indicator = models.CharField(_("indicator"), max_length=200, blank=True)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    baseline = models.DecimalField(
        _("starting value"), max_digits=14, decimal_places=3, null=True, blank=True
    )
    target = models.DecimalField(
        _("target"), max_digits=14, decimal_places=3, null=True, blank=True
    )
    # The example of the catalogue that it was copied from; empty for all others.
    example_code = models.SlugField(_("example"), max_length=60, blank=True)
    created_at = models.DateTimeField(_("made on"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("made by"),
    )
    # Somebody read it and made it theirs; empty for a copy that nobody looked at yet.
    settled_at = models.DateTimeField(_("made our own on"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    stopped_on = models.DateField(_("stopped on"), null=True, blank=True)
    stopped_because = models.CharField(_("stopped because"), max_length=500, blank=True)
    # Who said that it is done, or stopped.
    ended_by = models.CharField(_("ended by"), max_length=150, blank=True)
    # Counts the changes, so that a stale form is refused and not stored over a newer one.
    version = models.PositiveIntegerField(_("version"), default=1)

    objects = ActionQuerySet.as_manager()

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        ordering = ("goal__candidate__position", "goal__position", "goal", "position", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(title=""), name="action_has_a_title"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(due_on__isnull=True)
                | Q(due_on__gte=F("starts_on")),
                name="action_ends_after_its_start",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | Q(stopped_on__isnull=True),
                name="action_done_or_stopped",
            ),
            models.CheckConstraint(
                condition=Q(stopped_on__isnull=True, stopped_because="")
                | (Q(stopped_on__isnull=False) & ~Q(stopped_because="")),
                name="action_stopped_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=False) | Q(stopped_on__isnull=False) | Q(ended_by=""),
                name="action_ended_by_somebody_once_ended",
            ),
            models.CheckConstraint(
                condition=~Q(example_code="") | Q(settled_at__isnull=False),
                name="action_is_a_draft_of_an_example",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_draft(self) -> bool:
        """Copied from the catalogue, and still as it came."""
        return self.settled_at is None

    @property
    def dates(self) -> ActionDates:
        return ActionDates(self.starts_on, self.due_on, self.done_on, self.stopped_on)

    def state(self, *, on: date) -> ActionState:
        return state_of(self.dates, on=on)


class ActionOwnerQuerySet(models.QuerySet["ActionOwner"]):
    def with_people(self) -> "ActionOwnerQuerySet":
        return self.select_related("user", "guest__user", "guest__department")


class ActionOwner(models.Model):
    """Who carries an action, by name: an account, or somebody of the traject without one."""

    action = models.ForeignKey(
        Action, on_delete=models.CASCADE, related_name="owners", verbose_name=_("action")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="owned_actions",
        verbose_name=_("account"),
    )
    guest = models.ForeignKey(
        Participant,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="owned_actions",
        verbose_name=_("person of the traject"),
    )

    objects = ActionOwnerQuerySet.as_manager()

    class Meta:
        verbose_name = _("owner of an action")
        verbose_name_plural = _("owners of actions")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(user__isnull=True, guest__isnull=False)
                | Q(user__isnull=False, guest__isnull=True),
                name="action_owner_is_one_person",
            ),
            models.UniqueConstraint(fields=("action", "user"), name="action_owner_user_once"),
            models.UniqueConstraint(fields=("action", "guest"), name="action_owner_guest_once"),
        )

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        if self.user:
            return self.user.name
        return self.guest.called if self.guest else ""
