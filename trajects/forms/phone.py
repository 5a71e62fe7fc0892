"""What one fills in on a phone to come into a session."""

from typing import Any

from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.fields import LineField, length_of
from accounts.layouts import one_button
from trajects.models import Seat
from trajects.models.live_session import CODE_LENGTH

# Room for spaces and dashes that people put between.
LONGEST_CODE = 20


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code of the session"),
        help_text=_("Six letters and digits. They stand on the screen in the room."),
        max_length=LONGEST_CODE,
        error_messages={"required": _("Fill in the code that stands on the screen.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.helper = one_button(Submit("go", _("To the session"), css_class="wide"))

    def clean_code(self) -> str:
        code = "".join(filter(str.isalnum, self.cleaned_data["code"])).upper()
        if len(code) != CODE_LENGTH or not code.isascii():
            raise forms.ValidationError(_("A code has six letters and digits. Look once more."))
        return code


class SeatForm(forms.Form):
    name = LineField(
        label=_("Your name, as the others know you"),
        help_text=_("The moderator sees it, and lets you in. Your first name is enough."),
        max_length=length_of(Seat, "name"),
        error_messages={"required": _("Fill in the name that the moderator knows you by.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    observes = forms.BooleanField(
        label=_("I look on, and do not vote"),
        help_text=_("For who accompanies the group or takes notes."),
        required=False,
    )

    def __init__(
        self, *args: Any, action: str, by_account: bool, has_rounds: bool = True, **options: Any
    ) -> None:
        """Who is in the lead group needs no other name than that of the account."""
        super().__init__(*args, **options)
        if not has_rounds:
            self.fields["observes"].label = _("I look on, and write nothing")
        if by_account:
            del self.fields["name"]
        self.helper = one_button(Submit("join", _("Join the session"), css_class="wide"))
        self.helper.form_action = action
