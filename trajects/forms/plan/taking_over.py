"""Under which goal an example goes into the plan."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from trajects.models import Goal, Traject


class GoalChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Goal) -> str:
        return f"{obj.candidate.full_name}: {obj.sentence}"


class TakeOverForm(forms.Form):
    """Offers the goals on their feet; `goal` is the one that somebody came from."""

    goal = GoalChoice(
        queryset=Goal.objects.none(),
        label=_("Under which goal?"),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose the goal that this action works on."),
            "invalid_choice": _("The group set this goal aside meanwhile. Choose another one."),
        },
    )

    def __init__(self, data: QueryDict | None, *, traject: Traject, goal: Goal | None) -> None:
        super().__init__(data, initial={"goal": goal.pk} if goal else None)
        field = self.fields["goal"]
        field.queryset = traject.goals.standing().with_theme()  # type: ignore[attr-defined]
