"""Ambitions and goals of the demo group: proposed, talked about, improved, adopted, changed, set
aside."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate

from accounts.models import User
from trajects.actions.ambitions import Wanted, set_ambitions
from trajects.actions.goals.adopting import adopt_goal
from trajects.actions.goals.discussing import remark, settle_remark
from trajects.actions.goals.setting_aside import set_aside_goal
from trajects.actions.goals.snapshots import entry_of
from trajects.actions.goals.writing import change_goal, propose_goal
from trajects.entries import AdoptionEntry, GoalEntry
from trajects.management.demo_days import THURSDAY, Days
from trajects.models import Candidate, DreamImage, Goal, Participant, Traject
from trajects.models.writer import Writer
from trajects.queries.ambitions import ambition_fingerprint, theme_steps

AS_THEY_ARE = (
    *("sentence", "result", "indicator", "unit", "baseline_on", "baseline_source", "carrier"),
    *("support", "means", "due_on", "mvoi_goal", "mvoi_now", "mvoi_wanted", "bbc_code"),
)
AMOUNTS = ("baseline", "target")


@dataclass(frozen=True)
class Goals:
    """`themes` by their code, `dreams` and `goals` by the key of the file."""

    traject: Traject
    data: dict
    themes: dict[str, Candidate]
    dreams: dict[str, DreamImage]
    coordinator: User
    days: Days
    goals: dict[str, Goal] = field(default_factory=dict)

    def load(self) -> dict[str, Goal]:
        self._aim()
        for goal in self.data["goals"]:
            self.goals[goal["key"]] = propose_goal(
                traject=self.traject,
                entry=self._entry(goal),
                by=self._user(goal["by"]),
                at=self.days.moment(goal["day"]),
            )
        self._discuss()
        for improved in self.data["improved"]:
            self._change(improved)
        self._adopt()
        for changed in self.data["changed"]:
            self._change(changed)
        for aside in self.data["set_aside"]:
            set_aside_goal(
                goal=self.goals[aside["goal"]],
                because=aside["because"],
                by=self.coordinator,
                at=self.days.moment(aside["day"]),
            )
        return self.goals

    def _aim(self) -> None:
        ambitions = self.data["ambitions"]
        set_ambitions(
            traject=self.traject,
            steps=[
                Wanted(self.themes[code].pk, *said) for code, said in ambitions["steps"].items()
            ],
            shown=ambition_fingerprint(theme_steps(self.traject)),
            by=self.coordinator,
            at=self.days.moment(ambitions["day"]),
        )

    def _discuss(self) -> None:
        for said in self.data["remarks"]:
            made = remark(
                goal=self.goals[said["goal"]],
                text=said["text"],
                writer=self._writer(said["by"]),
                at=self.days.moment(said["day"]),
            )
            if "settled" in said:
                at = self.days.moment(said["settled"])
                settle_remark(remark=made, settled=True, by=self.coordinator, at=at)

    def _adopt(self) -> None:
        people = self._people
        for adopted in self.data["adopted"]:
            there = frozenset(people[one].pk for one in adopted["there"] if one in people)
            met = self.days.in_week(adopted["day"], weekday=THURSDAY, hour=16)
            goal = Goal.objects.get(pk=self.goals[adopted["goal"]].pk)
            adopt_goal(
                goal=goal,
                entry=AdoptionEntry(localdate(met), there, adopted["others"]),
                version=goal.version,
                by=self.coordinator,
                at=met,
            )

    def _change(self, changed: dict) -> None:
        goal = Goal.objects.get(pk=self.goals[changed["goal"]].pk)
        change_goal(
            goal=goal,
            entry=replace(entry_of(goal), **_typed(changed["to"])),
            version=goal.version,
            because=changed.get("because", ""),
            by=self.coordinator,
            at=self.days.moment(changed["day"]),
        )

    def _entry(self, goal: dict) -> GoalEntry:
        return GoalEntry(
            candidate=self.themes[goal["theme"]].pk,
            sdgs=frozenset(goal.get("sdgs", ())),
            dreams=frozenset(self.dreams[key].pk for key in goal["dreams"]),
            **_typed(goal),
        )

    @property
    def _people(self) -> dict[str, Participant]:
        """By address."""
        people = self.traject.participants.taking_part().with_people()
        return {person.address: person for person in people}

    def _user(self, address: str) -> User:
        """The coordinator stands in for who left the municipality before this."""
        person = self._people.get(address)
        return person.user if person and person.user else self.coordinator

    def _writer(self, address: str) -> Writer:
        person = self._people.get(address)
        guest = person if person and person.user is None else None
        return Writer(guest=guest) if guest else Writer(user=self._user(address))


def _typed(said: dict) -> dict[str, Any]:
    """The columns of a goal that the file gives; a number as a decimal."""
    own = {name: said[name] for name in AS_THEY_ARE if name in said}
    return own | {name: Decimal(said[name]) for name in AMOUNTS if name in said}
