"""A ladder of questions: from what people will see to the sentence of a goal."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.fields import LineField, PlainTextField, length_of
from trajects.forms.numbers import DutchNumberField
from trajects.models import Goal
from trajects.pages.goal_form import Checked
from trajects.pages.goal_smart import SIGNS, SmartLine
from trajects.smart import Draft, Letter
from trajects.smart_words import LETTER_NAMES, LETTER_QUESTIONS

# Under this id the page lists who could pull a goal.
CARRIERS = "carriers"
# Which fields stand with which letter; the page draws them in this order.
LADDER: Mapping[Letter, tuple[str, ...]] = {
    Letter.S: ("result",),
    Letter.M: ("indicator", "unit", "baseline", "baseline_on", "baseline_source", "target"),
    Letter.A: ("carrier", "support"),
    Letter.R: ("means",),
    Letter.T: ("due_on",),
}


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=False,
        error_messages={"invalid": _("Fill in a date.")},
        widget=forms.DateInput(attrs={"type": "date", "class": "half"}, format="%Y-%m-%d"),
    )


def _number(label: Any, help_text: Any) -> DutchNumberField:
    column = Goal._meta.get_field("baseline")
    return DutchNumberField(
        label=label,
        help_text=help_text,
        required=False,
        max_digits=column.max_digits,
        decimal_places=column.decimal_places,
    )


def line_of(name: str, label: Any, help_text: Any = "", **attrs: str) -> LineField:
    return LineField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=length_of(Goal, name),
        widget=forms.TextInput(attrs=attrs),
    )


def _text(name: str, label: Any, help_text: Any) -> PlainTextField:
    return PlainTextField(
        label=label,
        help_text=help_text,
        max_length=length_of(Goal, name),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SentenceField(LineField):
    """In a large box, so a line break is a space."""

    def to_python(self, value: object) -> str:
        return super().to_python(" ".join(str(value or "").split()))


class UnitField(LineField):
    """A sign such as % has no letter, and reads well."""

    def to_python(self, value: object) -> str:
        typed = str(value or "").strip()
        return typed if typed in SIGNS else super().to_python(value)


class LadderForm(forms.Form):
    """The questions that lead to the five letters, and the sentence. `is_check`: nobody saves yet,
    so nothing is required."""

    result = _text(
        "result",
        _("The result"),
        _("Describe it as if it is so already. One result is enough."),
    )
    indicator = line_of(
        "indicator",
        _("What do you count or measure?"),
        _("For example: share of tender documents with a sustainable requirement."),
    )
    unit = UnitField(
        label=_("In which unit?"),
        help_text=_("For example: %, kWh, sheets a year."),
        required=False,
        max_length=length_of(Goal, "unit"),
        widget=forms.TextInput(attrs={"class": "half"}),
    )
    baseline = _number(_("How much is it now?"), _("The starting value, such as 15.000 or 1,2."))
    baseline_on = _day(_("Measured on"), _("About that day is good enough."))
    baseline_source = line_of(
        "baseline_source",
        _("Where does this figure come from?"),
        _("A register, a report, a count."),
    )
    target = _number(_("How much do you want it to be?"), _("In the same unit."))
    carrier = line_of(
        "carrier",
        _("Who pulls this goal?"),
        _("One department, function or body that takes the lead."),
        list=CARRIERS,
        autocomplete="off",
    )
    support = _text(
        "support",
        _("With whom was it discussed?"),
        _("And who agrees with it?"),
    )
    means = _text(
        "means",
        _("What is there for it?"),
        _("Money, hours, people, tools. An estimate is enough."),
    )
    due_on = _day(_("Reached at the latest on"))
    sentence = SentenceField(
        label=_("The goal in one sentence"),
        help_text=_("As it will stand in the plan."),
        max_length=length_of(Goal, "sentence"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write the goal down in one sentence.")},
    )

    def __init__(self, *args: Any, is_check: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_check = is_check
        self.needed: list[forms.Field] = []
        if is_check:
            self._ask_nothing()

    def _ask_nothing(self) -> None:
        """A check refuses nothing. `needed` is what saving does ask."""
        self.needed += [field for field in self.fields.values() if field.required]
        for field in self.needed:
            field.required = False

    @property
    def draft(self) -> Draft:
        """What counts for the five letters, of what could be read; of what is stored when nothing
        was sent."""
        told = self.initial
        if self.is_bound:
            self.is_valid()
            told = self.cleaned_data
        names = [name for rung in LADDER.values() for name in rung]
        known = {name: told[name] for name in names if told.get(name) is not None}
        return Draft(sentence=told.get("sentence", ""), **known)


@dataclass(frozen=True)
class Rung:
    """One letter with its questions; `line` None while nothing is written."""

    letter: Letter
    fields: tuple[BoundField, ...]
    line: SmartLine | None

    @property
    def name(self) -> Promise:
        return LETTER_NAMES[self.letter]

    @property
    def question(self) -> Promise:
        return LETTER_QUESTIONS[self.letter]


def rungs_of(form: LadderForm, checked: Checked) -> list[Rung]:
    """The questions in order, each letter with how it stands."""
    return [
        Rung(letter, tuple(form[name] for name in LADDER[letter]), line)
        for letter, line in checked.states
    ]
