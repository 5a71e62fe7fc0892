"""What a moderator fills in to start a session."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from accounts.layouts import one_button
from trajects.models import Meeting, Traject
from trajects.pages.session.words import SUBJECT_EXPLAINED, SUBJECT_NAMES
from trajects.queries.choices import has_chosen
from trajects.stages import Subject

INVENTED = 8
NO_THEME_CHOSEN = _("The group chose no theme yet, or not any more. Write down the choice first.")


class StartSessionForm(forms.Form):
    """Dream images are written about themes that were chosen: before that nobody can pick them."""

    subject = forms.ChoiceField(label=_("What the session is for"), widget=forms.RadioSelect)
    practice = forms.BooleanField(
        label=_("This is to practise, with invented voters"),
        help_text=_("Nothing of it is kept: a practice session is deleted when you end it."),
        required=False,
    )

    def __init__(self, *args: Any, traject: Traject, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = _offered(traject)
        self.fields["subject"].choices = [  # type: ignore[attr-defined]
            (one.value, format_lazy("{}. {}", name, SUBJECT_EXPLAINED[one]))
            for one, name in offered.items()
        ]
        # Who chose themes goes on to dream about them.
        likely = Subject.DREAMS if Subject.DREAMS in offered else Subject.THEMES
        self.fields["subject"].initial = likely.value
        self.fields["meeting"] = forms.ModelChoiceField(
            Meeting.objects.filter(traject=traject),
            label=_("At which meeting"),
            required=False,
            empty_label=_("None of these"),
        )
        self.order_fields(("subject", "meeting", "practice"))
        self._button = Submit("save", _("Start the session"))
        self.helper: FormHelper = one_button(self._button)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        subject = cleaned.get("subject")
        if cleaned.get("practice") and subject and not Subject(subject).has_rounds:
            self.add_error(
                "practice",
                _("There is no vote in this session, so there is nothing to practise with voters."),
            )
        return cleaned

    def give_way(self) -> None:
        """Going on with a session that is open comes first."""
        self._button.field_classes = "btn btn-secondary"

    @property
    def about(self) -> Subject:
        return Subject(self.cleaned_data["subject"])

    @property
    def invented(self) -> list[str]:
        """The names of invented voters; none for a real session."""
        if not self.cleaned_data["practice"]:
            return []
        return [str(_("Practice voter %(number)s")) % {"number": n + 1} for n in range(INVENTED)]


def _offered(traject: Traject) -> dict[Subject, Any]:
    chosen = has_chosen(traject)
    return {one: name for one, name in SUBJECT_NAMES.items() if chosen or one is not Subject.DREAMS}
