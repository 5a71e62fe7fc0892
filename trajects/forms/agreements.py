from typing import Any

from crispy_forms.layout import Submit
from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.fields import LineField, length_of
from accounts.layouts import one_button
from trajects.forms.shown import ShownForm
from trajects.models import Agreement, Participant, Traject


class ParticipantChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Participant) -> str:
        department = f", {obj.department.name}" if obj.department else ""
        return f"{obj.called}{department}"


class AgreementForm(forms.Form):
    what = LineField(
        label=_("What is collected or done"),
        help_text=_("Such as: the energy use of our ten largest buildings."),
        max_length=length_of(Agreement, "what"),
        error_messages={"required": _("Write down what is agreed.")},
    )
    due_on = forms.DateField(
        label=_("By when"),
        error_messages={
            "required": _("An agreement without a date is soon forgotten."),
            "invalid": _("Fill in a date."),
        },
        widget=forms.DateInput(attrs={"type": "date", "class": "half"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, traject: Traject, button: str | Promise, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"] = ParticipantChoice(
            traject.participants.with_people(),
            label=_("Who"),
            required=False,
            empty_label=_("Not decided yet"),
        )
        self.order_fields(("what", "who", "due_on"))
        self.helper = one_button(Submit("save", button))


class ChangeAgreementForm(ShownForm, AgreementForm):
    def __init__(self, *args: Any, agreement: Agreement, button: str | Promise) -> None:
        stored = {
            "what": agreement.what,
            "who": agreement.who_id,
            "due_on": agreement.due_on,
            "shown": agreement.details,
        }
        super().__init__(*args, traject=agreement.traject, initial=stored, button=button)
