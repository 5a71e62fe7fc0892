from typing import Any

from crispy_forms.layout import Submit
from django import forms
from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from accounts.fields import LineField, length_of
from accounts.layouts import one_button
from accounts.models import User

# Whoever looks for a language looks for the word in it.
OWN_NAMES = [(code, get_language_info(code)["name_local"]) for code, _name in settings.LANGUAGES]


class ProfileForm(forms.Form):
    name = LineField(
        label=_("Name"),
        help_text=_("As your colleagues see it beside answers and in mails."),
        max_length=length_of(User, "name"),
        error_messages={"required": _("Fill in your name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(
        label=_("Language"),
        help_text=_("Of the pages and of the mails to you."),
        choices=OWN_NAMES,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(Submit("save", _("Save my details")))
