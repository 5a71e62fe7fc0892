"""The questions about an action, in the order in which people answer them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import LineField, PlainTextField, length_of
from trajects.forms.goals.ladder import UnitField
from trajects.forms.numbers import DutchNumberField
from trajects.forms.plan.amounts import EuroField, WholeNumberField
from trajects.forms.traject import PLAUSIBLE
from trajects.models import Action


def _line(name: str, label: Any, help_text: Any = "", **attrs: str) -> LineField:
    return LineField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=length_of(Action, name),
        widget=forms.TextInput(attrs=attrs),
    )


def _text(name: str, label: Any, help_text: Any) -> PlainTextField:
    return PlainTextField(
        label=label,
        help_text=help_text,
        max_length=length_of(Action, name),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=False,
        validators=PLAUSIBLE,
        error_messages={"invalid": _("Fill in a date.")},
        widget=forms.DateInput(attrs={"type": "date", "class": "half"}, format="%Y-%m-%d"),
    )


def _number(label: Any, help_text: Any = "") -> DutchNumberField:
    column = Action._meta.get_field("baseline")
    return DutchNumberField(
        label=label,
        help_text=help_text,
        required=False,
        max_digits=column.max_digits,
        decimal_places=column.decimal_places,
    )


def _ticks(label: Any, gone: Any, *, coerce: Any = int) -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label=label,
        required=False,
        coerce=coerce,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": gone},
    )


class ActionFields(forms.Form):
    """`version` is that of what the page showed. Who uses it fills in the choices."""

    title = LineField(
        label=_("What do you do?"),
        help_text=_("In a few words, as it will stand in the plan. Begin with what happens."),
        max_length=length_of(Action, "title"),
        error_messages={"required": _("Write down what you do. A few words are enough.")},
    )
    goal = forms.TypedChoiceField(
        label=_("Under which goal?"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose the goal that this action helps."),
            "invalid_choice": _("This goal is not there any more. Choose another one."),
        },
    )
    what = _text("what", _("How will you do it?"), _("What happens, where, for whom and how much."))
    because = _text(
        "because",
        _("Why do you do this?"),
        _("One sentence: what becomes better, and for whom? The goal often says it already."),
    )
    users = _ticks(
        _("People with an account"),
        _("One of them left meanwhile. Tick again who carries the action."),
    )
    guests = _ticks(
        _("People of the traject without an account"),
        _("One of them left meanwhile. Tick again who carries the action."),
    )
    department = forms.TypedChoiceField(
        label=_("Department that leads it"),
        required=False,
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": _("This department is not there any more.")},
    )
    partners = _line("partners", _("Who helps?"), _("Other departments, associations, the region."))
    starts_on = _day(_("Start"))
    due_on = _day(_("Ready by"))
    steps = PlainTextField(
        label=_("Which steps does it take?"),
        help_text=_("One on each line, in their order. They can be ticked off later."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    cost_once = EuroField(
        label=_("Cost, once"),
        help_text=_("In euro, VAT included. An estimate is fine; 0 when it costs nothing."),
        required=False,
    )
    cost_yearly = EuroField(
        label=_("Cost, each year"), help_text=_("For each year that it runs."), required=False
    )
    staff_days = WholeNumberField(
        label=_("Working days of your own people"),
        help_text=_("Of everybody together."),
        required=False,
    )
    budget_note = _line("budget_note", _("Where does the money come from?"))
    bbc_code = _line(
        "bbc_code",
        _("Code in the multi-year plan"),
        _("The code in your BBC, if it has one."),
        **{"class": "half"},
    )
    indicator = _line(
        "indicator",
        _("What do you count or measure?"),
        _("For example: number of departments that use the list."),
    )
    unit = UnitField(
        label=_("In which unit?"),
        required=False,
        max_length=length_of(Action, "unit"),
        widget=forms.TextInput(attrs={"class": "half"}),
    )
    baseline = _number(_("How much is it now?"))
    target = _number(_("How much do you want it to be?"))
    statements = _ticks(
        _("Statements of the scan"),
        _("One of the statements is not in the scan any more. Tick again."),
        coerce=str,
    )
    needs = _ticks(_("Waits for"), _("One of these actions is not there any more. Tick again."))
    version = forms.IntegerField(
        required=False, min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput
    )
