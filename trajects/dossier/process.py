"""How the plan came about, and with whom."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from trajects.dossier.choice import Choice
from trajects.dossier.knowing import office_of
from trajects.dossier.voice import Voice
from trajects.labels import STEP_NAMES
from trajects.models import Part, Participant, StepCompletion, Traject
from trajects.steps import STEPS, Key

PART_COUNTS = {
    Part.MODERATOR: ngettext_lazy("%(number)s moderator", "%(number)s moderators", "number"),
    Part.LEAD_GROUP: ngettext_lazy(
        "%(number)s member of the lead group", "%(number)s members of the lead group", "number"
    ),
    Part.POLICY_MAKER: ngettext_lazy(
        "%(number)s policy maker", "%(number)s policy makers", "number"
    ),
    Part.COLLEAGUE: ngettext_lazy(
        "%(number)s colleague who helped", "%(number)s colleagues who helped", "number"
    ),
}


@dataclass(frozen=True)
class Involved:
    """One person, or without names as many as have the same office. `name` is empty without
    names."""

    name: str
    office: str
    number: int


@dataclass(frozen=True)
class PartOfProcess:
    """All who are one thing in the traject; `label` says how many."""

    label: str
    number: int
    people: tuple[Involved, ...]


@dataclass(frozen=True)
class MetOn:
    """A meeting that took place. `report` is empty without remarks, `notes` without notes."""

    on: date
    title: str
    step: str | Promise
    report: str
    notes: str


@dataclass(frozen=True)
class StepDone:
    """`done_on` None: it is still to be done, or going on."""

    number: int
    name: str | Promise
    done_on: date | None


@dataclass(frozen=True)
class Process:
    starts_on: date
    ends_on: date
    parts: tuple[PartOfProcess, ...]
    departments: tuple[str, ...]
    meetings: tuple[MetOn, ...]
    steps: tuple[StepDone, ...]

    @property
    def people(self) -> int:
        return sum(part.number for part in self.parts)

    @property
    def reported(self) -> tuple[MetOn, ...]:
        """With something to read."""
        return tuple(one for one in self.meetings if one.report or one.notes)


def process_of(traject: Traject, voice: Voice, choice: Choice, *, at: datetime) -> Process:
    """Three queries."""
    people = list(traject.participants.taking_part().with_people().order_by("pk"))
    names = {one.department.name for one in people if one.department}
    parts = ((part, [one for one in people if one.part == part]) for part in PART_COUNTS)
    return Process(
        starts_on=traject.starts_on,
        ends_on=traject.ends_on,
        parts=tuple(_part(Part(part), own, voice) for part, own in parts if own),
        departments=tuple(sorted(names, key=str.casefold)),
        meetings=_meetings(traject, voice, choice, at),
        steps=_steps(traject),
    )


def day_of(moment: datetime) -> date:
    """On the clock on the wall."""
    return moment.astimezone(get_current_timezone()).date()


def _part(part: Part, people: list[Participant], voice: Voice) -> PartOfProcess:
    number = len(people)
    label = str(PART_COUNTS[part] % {"number": number})
    offices = [voice.text(office_of(one)) for one in people]
    if voice.with_names:
        pairs = zip(people, offices, strict=True)
        named = [Involved(one.called, what, 1) for one, what in pairs]
        in_order = sorted(named, key=lambda one: one.name.casefold())
        return PartOfProcess(label, number, tuple(in_order))
    counted = Counter(what or _("function not known") for what in offices)
    nameless = (Involved("", what, counted[what]) for what in sorted(counted, key=str.casefold))
    return PartOfProcess(label, number, tuple(nameless))


def _meetings(traject: Traject, voice: Voice, choice: Choice, at: datetime) -> tuple[MetOn, ...]:
    met = traject.meetings.filter(starts_at__lte=at).order_by("starts_at", "pk")
    found = met if choice.with_notes else met.without_notes()
    return tuple(
        MetOn(
            on=day_of(one.starts_at),
            title=voice.text(one.title),
            step=STEP_NAMES[Key(one.step)],
            report=voice.text(one.report) if choice.with_remarks else "",
            notes=voice.text(one.notes) if choice.with_notes else "",
        )
        for one in found
    )


def _steps(traject: Traject) -> tuple[StepDone, ...]:
    rows = StepCompletion.objects.filter(traject=traject).values_list("step", "at")
    done = {key: day_of(moment) for key, moment in rows}
    return tuple(
        StepDone(step.number, STEP_NAMES[step.key], done.get(step.key.value)) for step in STEPS
    )
