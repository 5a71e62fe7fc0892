"""The actions in a dossier, as plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from reporting.formatting import dutch_number
from scans.models import Statement
from trajects.action_states import ActionState
from trajects.dossier.choice import Choice
from trajects.dossier.voice import Voice
from trajects.models import Action, ActionStatement, Measurement, ProgressNote, Traject
from trajects.pages.goal_smart import amount
from trajects.pages.plan.timeline import when_in_words
from trajects.plan_words import GAP_WORDS, STATE_NAMES
from trajects.queries.plan import ActionLine, Owner, Plan

One = TypeVar("One")


@dataclass(frozen=True)
class Carrier:
    """Who carries an action. `name` is empty without names; `office` when nobody knows it."""

    name: str
    office: str

    @property
    def called(self) -> str:
        """In one line: "Koen De Wilde (aankoop)", without names "aankoper, aankoop"."""
        return f"{self.name} ({self.office})" if self.name and self.office else self.first

    @property
    def first(self) -> str:
        return self.name or self.office


@dataclass(frozen=True)
class ActionStepPart:
    text: str
    done_on: date | None


@dataclass(frozen=True)
class Measured:
    """`words` with its unit."""

    on: date
    value: Decimal
    words: str


@dataclass(frozen=True)
class Remark:
    """`by` is empty without names."""

    on: date
    text: str
    by: str


@dataclass(frozen=True)
class Reference:
    """Another action of the plan."""

    number: str
    title: str


@dataclass(frozen=True)
class StatementPart:
    """`text` is empty when the scan does not ask it any more."""

    code: str
    text: str


@dataclass(frozen=True)
class ActionPart:
    """`when` is its period in words, empty without dates; `cost` its money in words, empty when
    nobody wrote it down. Money in whole euro, VAT included. `owners`: each office once without
    names; none when nobody carries it, or nobody who is still there. `gaps` name in words what it
    still lacks. `remarks` only if asked for."""

    number: str
    title: str
    what: str
    because: str
    owners: tuple[Carrier, ...]
    department: str
    partners: str
    starts_on: date | None
    due_on: date | None
    when: str
    state: ActionState
    state_name: str | Promise
    done_on: date | None
    stopped_on: date | None
    stopped_because: str
    cost_once: int | None
    cost_yearly: int | None
    cost: str
    staff_days: int | None
    budget_note: str
    bbc_code: str
    indicator: str
    baseline: str
    target: str
    steps: tuple[ActionStepPart, ...]
    waits_for: tuple[Reference, ...]
    statements: tuple[StatementPart, ...]
    gaps: tuple[str | Promise, ...]
    measured: tuple[Measured, ...]
    remarks: tuple[Remark, ...]

    @property
    def is_late(self) -> bool:
        return self.state is ActionState.LATE

    @property
    def owner_words(self) -> str:
        return "; ".join(one.called for one in self.owners)

    @property
    def has_more(self) -> bool:
        """Than what stands in its row of a table."""
        beside = (self.what, self.because, self.partners, self.budget_note, self.bbc_code)
        lists = (self.steps, self.waits_for, self.statements, self.gaps, self.remarks)
        return any((*beside, *lists, self.indicator, self.staff_days, self.stopped_because))


@dataclass(frozen=True)
class ActionTexts:
    """What stands beside the actions of a plan, by action; all of it read at once."""

    statements: Mapping[int, tuple[StatementPart, ...]]
    measured: Mapping[int, tuple[Measurement, ...]]
    remarks: Mapping[int, tuple[Remark, ...]]

    @classmethod
    def of(cls, traject: Traject, voice: Voice, choice: Choice) -> ActionTexts:
        """Three queries, and one for the remarks."""
        measured: defaultdict[int, list[Measurement]] = defaultdict(list)
        for one in Measurement.objects.filter(action__traject=traject).order_by("on", "pk"):
            measured[one.action_id].append(one)
        return cls(
            statements=_statements(traject),
            measured=_frozen(measured),
            remarks=_remarks(traject, voice) if choice.with_remarks else {},
        )


def action_part(line: ActionLine, plan: Plan, texts: ActionTexts, voice: Voice) -> ActionPart:
    """Asks nothing of the database."""
    action = line.action
    return ActionPart(
        number=line.number,
        title=voice.text(action.title),
        what=voice.text(action.what),
        because=voice.text(action.because),
        owners=_carriers(line.owners, voice),
        department=line.department,
        partners=voice.text(action.partners),
        starts_on=action.starts_on,
        due_on=action.due_on,
        when=when_in_words(line),
        state=line.state,
        state_name=STATE_NAMES[line.state],
        done_on=action.done_on,
        stopped_on=action.stopped_on,
        stopped_because=voice.text(action.stopped_because),
        cost_once=action.cost_once,
        cost_yearly=action.cost_yearly,
        cost=_cost(action),
        staff_days=action.staff_days,
        budget_note=voice.text(action.budget_note),
        bbc_code=voice.text(action.bbc_code),
        indicator=voice.text(action.indicator),
        baseline=voice.text(amount(action.baseline, action.unit)),
        target=voice.text(amount(action.target, action.unit)),
        steps=tuple(ActionStepPart(voice.text(one.text), one.done_on) for one in line.steps),
        waits_for=_waits_for(line, plan, voice),
        statements=texts.statements.get(action.pk, ()),
        gaps=tuple(GAP_WORDS[gap] for gap in line.gaps),
        measured=tuple(
            Measured(one.on, one.value, voice.text(amount(one.value, action.unit)))
            for one in texts.measured.get(action.pk, ())
        ),
        remarks=texts.remarks.get(action.pk, ()),
    )


def _carriers(owners: Iterable[Owner], voice: Voice) -> tuple[Carrier, ...]:
    """Those who are still there."""
    here = [one for one in owners if one.is_here]
    if voice.with_names:
        return tuple(Carrier(one.name, one.office) for one in here)
    offices = dict.fromkeys(voice.text(one.office) or _("a colleague") for one in here)
    return tuple(Carrier("", office) for office in offices)


def _cost(action: Action) -> str:
    parts = []
    if action.cost_once is not None:
        parts.append(_("%(amount)s euro once") % {"amount": euro(action.cost_once)})
    if action.cost_yearly is not None:
        parts.append(_("%(amount)s euro a year") % {"amount": euro(action.cost_yearly)})
    return ", ".join(parts)


def euro(whole: int) -> str:
    """As it is written in Dutch: 38000 → "38.000"."""
    return dutch_number(Decimal(whole))


def _waits_for(line: ActionLine, plan: Plan, voice: Voice) -> tuple[Reference, ...]:
    found = (plan.line(one.pk) for one in line.waits_for)
    return tuple(Reference(one.number, voice.text(one.action.title)) for one in found if one)


def _statements(traject: Traject) -> dict[int, tuple[StatementPart, ...]]:
    """By action, in the words of the questionnaire of the scan. Two queries."""
    rows = list(
        ActionStatement.objects.filter(action__traject=traject)
        .order_by("code", "pk")
        .values_list("action_id", "code")
    )
    texts: dict[str, str] = {}
    if traject.scan:
        asked = Statement.objects.filter(questionnaire=traject.scan.questionnaire_id)
        own = asked.filter(code__in={code for _action, code in rows})
        texts = dict(own.order_by("code").values_list("code", "text"))
    found: defaultdict[int, list[StatementPart]] = defaultdict(list)
    for action, code in rows:
        found[action].append(StatementPart(code, texts.get(code, "")))
    return _frozen(found)


def _remarks(traject: Traject, voice: Voice) -> dict[int, tuple[Remark, ...]]:
    notes = ProgressNote.objects.filter(action__traject=traject)
    found: defaultdict[int, list[Remark]] = defaultdict(list)
    for note in notes.select_related("author", "guest__user").order_by("on", "pk"):
        said = Remark(note.on, voice.text(note.text), voice.person(note.called))
        found[note.action_id].append(said)
    return _frozen(found)


def _frozen(found: Mapping[int, list[One]]) -> dict[int, tuple[One, ...]]:
    return {key: tuple(own) for key, own in found.items()}
