"""What is typed around a goal: a remark, its adoption, and why it goes or comes back."""

from datetime import date
from typing import Any, cast

from crispy_forms.layout import Submit
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.fields import LineField, PlainTextField, length_of
from accounts.layouts import one_button
from trajects.entries import AdoptionEntry
from trajects.forms.ticks import Ticks
from trajects.models import (
    Goal,
    GoalAdoption,
    GoalChange,
    GoalRemark,
    Part,
    Participant,
    Traject,
)

DAY = forms.DateInput(attrs={"type": "date", "class": "half"}, format="%Y-%m-%d")


class RemarkForm(forms.Form):
    text = PlainTextField(
        label=_("Your remark"),
        help_text=_("A question, a doubt, or what should be added."),
        required=True,
        max_length=length_of(GoalRemark, "text"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write down what you want to say.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(Submit("remark", _("Add the remark"), css_class="btn-secondary"))


class GroupTicks(Ticks):
    def label_from_instance(self, obj: Participant) -> str:
        department = f", {obj.department.name}" if obj.department else ""
        return f"{obj.called}{department}"


class AdoptForm(forms.Form):
    """`version` is that of the goal as the page showed it."""

    adopted_on = forms.DateField(
        label=_("Adopted on"),
        error_messages={
            "required": _("Fill in on which day the group adopted it."),
            "invalid": _("Fill in a date."),
        },
        widget=DAY,
    )
    others = LineField(
        label=_("Who else agreed"),
        help_text=_("Such as: the management team, the youth council."),
        max_length=length_of(GoalAdoption, "others"),
        required=False,
    )
    version = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)

    def __init__(
        self, data: QueryDict | None = None, *, goal: Goal, traject: Traject, on: date
    ) -> None:
        super().__init__(data, initial={"adopted_on": on, "version": goal.version})
        self.on = on
        group = traject.participants.filter(part=Part.LEAD_GROUP).taking_part().with_people()
        self.fields["people"] = GroupTicks(
            group,
            label=_("Who of the lead group was there"),
            help_text=_("Tick at least one, or write below who agreed."),
            required=False,
            error_messages={
                "invalid_choice": _("One of them is no longer in the lead group. Tick again.")
            },
        )
        self.order_fields(("adopted_on", "people", "others"))
        self.helper = one_button(Submit("adopt", _("Adopt this goal")))

    def clean_adopted_on(self) -> date:
        day: date = self.cleaned_data["adopted_on"]
        if day > self.on:
            raise forms.ValidationError(
                _("This day is still to come. Fill in when it was adopted.")
            )
        return day

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = self.cleaned_data
        if not cleaned.get("people", "-") and not cleaned.get("others", "-"):
            self.add_error("people", _("Tick who was there, or write down who agreed."))
        return cleaned

    @property
    def entry(self) -> AdoptionEntry:
        people = frozenset(one.pk for one in self.cleaned_data["people"])
        return AdoptionEntry(self.cleaned_data["adopted_on"], people, self.cleaned_data["others"])

    def show_version(self, version: int) -> None:
        """Sent again from now on, it is about that one."""
        data = cast(QueryDict, self.data).copy()
        data["version"] = str(version)
        self.data = data


class WithdrawForm(forms.Form):
    because = LineField(
        label=_("Why does the group come back on it?"),
        help_text=_("The reason stays readable with the goal. The group can adopt it again later."),
        max_length=length_of(GoalChange, "because"),
        error_messages={"required": _("Write down why. One sentence is enough.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(Submit("withdraw", _("Withdraw the adoption")))


class SetAsideForm(forms.Form):
    because = LineField(
        label=_("Why does the group not go on with it?"),
        help_text=_("The reason stays readable, and you can bring the goal back."),
        max_length=length_of(Goal, "set_aside_because"),
        error_messages={"required": _("Write down why. One sentence is enough.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(Submit("set_aside", _("Set it aside")))
