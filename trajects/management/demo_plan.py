"""The action plan of the demo group: actions under its goals, how they go, and what was decided."""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any

from accounts.models import Department, User
from scans.models import ExampleAction
from trajects.actions.links import expiry
from trajects.actions.plan.ending import finish_action, stop_action
from trajects.actions.plan.progress import measure, tell_progress, tick_step
from trajects.actions.plan.taking_over import take_over_example
from trajects.actions.plan.writing import add_action, change_action
from trajects.entries import ActionEntry
from trajects.management.demo_days import Days
from trajects.models import Action, Goal, Participant, PersonalLink, Traject
from trajects.models.writer import Writer

AS_THEY_ARE = ("title", "what", "because", "partners", "indicator", "unit")
RENAMED = {"once": "cost_once", "yearly": "cost_yearly", "days": "staff_days", "bbc": "bbc_code"}
AMOUNTS = ("baseline", "target")
# A deadline further away than this is the last day of its month.
SOON = timedelta(days=31)


@dataclass(frozen=True)
class Actions:
    """`goals` and `actions`, which fills while they come, by the keys of their files."""

    traject: Traject
    data: dict
    goals: dict[str, Goal]
    coordinator: User
    days: Days
    actions: dict[str, Action] = field(default_factory=dict)

    def load(self) -> None:
        self._renew_links()
        for said in self.data["actions"]:
            if said.get("draft"):
                self._copy(said)
            else:
                action = self._write(said)
                self.actions[said["key"]] = action
                self._follow(action, said)

    def _renew_links(self) -> None:
        """Sent again since: who carries an action tells by it how it goes."""
        at = self.days.moment(self.data["links"])
        PersonalLink.objects.filter(participant__traject=self.traject).update(
            created_at=at, sent_at=at, opened_at=at, expires_at=expiry(self.traject, at=at)
        )

    def _copy(self, said: dict) -> Action | None:
        """As the catalogue has it; None without a catalogue."""
        example = ExampleAction.objects.shown().filter(code=said.get("example", "")).first()
        if example is None:
            return None
        return take_over_example(
            traject=self.traject,
            example=example,
            goal=self.goals[said["goal"]],
            by=self._user(said["by"]),
            at=self._made,
        )

    def _write(self, said: dict) -> Action:
        by, entry = self._user(said["by"]), self._entry(said)
        copy = self._copy(said)
        if copy is None:
            return add_action(traject=self.traject, entry=entry, by=by, at=self._made)
        at = self._made + timedelta(hours=2)
        return change_action(action=copy, entry=entry, version=copy.version, by=by, at=at)

    def _follow(self, action: Action, said: dict) -> None:
        owners = [self._person(address) for address in said["who"]] or [self._leader]
        self._tick(action, said, owners[0])
        for day, value in said.get("measured", ()):
            on, at = self.days.date(day), self.days.moment(day)
            measure(action=action, value=Decimal(value), on=on, writer=owners[0], at=at)
        for note in said.get("notes", ()):
            tell_progress(
                action=action,
                text=note["text"],
                on=self.days.date(note["day"]),
                writer=self._person(note["by"]),
                at=self.days.moment(note["day"], hour=15),
            )
        self._end(action, said, owners[0])

    def _tick(self, action: Action, said: dict, writer: Writer) -> None:
        for step, text in zip(action.steps.all(), said.get("steps", ()), strict=True):
            if isinstance(text, list):
                on, at = self.days.date(text[1]), self.days.moment(text[1], hour=16)
                tick_step(step=step, done=True, on=on, writer=writer, at=at)

    def _end(self, action: Action, said: dict, writer: Writer) -> None:
        if "done" in said:
            on, at = self.days.date(said["done"]), self.days.moment(said["done"], hour=17)
            finish_action(action=action, on=on, writer=writer, at=at)
        if "stopped" in said:
            stop_action(
                action=action,
                because=said["stopped_because"],
                on=self.days.date(said["stopped"]),
                writer=writer,
                at=self.days.moment(said["stopped"], hour=17),
            )

    def _entry(self, said: dict) -> ActionEntry:
        owners = [self._person(address) for address in said["who"]]
        return ActionEntry(
            goal=self.goals[said["goal"]].pk,
            users=frozenset(one.user.pk for one in owners if one.user),
            guests=frozenset(one.guest.pk for one in owners if one.guest),
            department=self._departments.get(said.get("department", "")),
            starts_on=self.days.date(said["starts"]) if "starts" in said else None,
            due_on=self._deadline(said["due"]) if "due" in said else None,
            budget_note=said.get("budget", ""),
            statements=frozenset(said.get("statements", ())),
            needs=frozenset(self.actions[key].pk for key in said.get("needs", ())),
            steps=tuple(
                step[0] if isinstance(step, list) else step for step in said.get("steps", ())
            ),
            **_typed(said),
        )

    def _deadline(self, days: int) -> date:
        day = self.days.date(days)
        if days <= SOON.days:
            return day
        return day.replace(day=monthrange(day.year, day.month)[1])

    @property
    def _made(self) -> Any:
        return self.days.moment(self.data["made"])

    @property
    def _leader(self) -> Writer:
        return Writer(user=self.coordinator)

    def _user(self, address: str) -> User:
        return self._person(address).user or self.coordinator

    def _person(self, address: str) -> Writer:
        """The coordinator stands in for who left the municipality before this."""
        person = self._people.get(address)
        if person is None:
            return self._leader
        return Writer(user=person.user) if person.user else Writer(guest=person)

    @cached_property
    def _people(self) -> dict[str, Participant]:
        """By address."""
        people = self.traject.participants.taking_part().with_people()
        return {person.address: person for person in people}

    @cached_property
    def _departments(self) -> dict[str, int]:
        own = Department.objects.filter(organisation=self.traject.organisation_id)
        return dict(own.values_list("name", "pk"))


def _typed(said: dict) -> dict[str, Any]:
    """The columns of an action that the file gives; a number as a decimal."""
    own = {name: said[name] for name in AS_THEY_ARE if name in said}
    own |= {column: said[name] for name, column in RENAMED.items() if name in said}
    return own | {name: Decimal(said[name]) for name in AMOUNTS if name in said}
