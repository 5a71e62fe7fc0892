from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.colours import normalise_hex
from accounts.fields import KboField, LineField, length_of
from accounts.forms.shown import send_what_is_shown
from accounts.models import Organisation, OrganisationType
from accounts.models.organisation import validate_accent


class OrganisationForm(forms.ModelForm):
    """Who the organisation is; the administration asks the same."""

    name = LineField(label=_("Name"), max_length=length_of(Organisation, "name"))
    kbo_number = KboField(
        label=_("KBO number"), help_text=_("Ten digits. You find it on every invoice.")
    )
    # Wider than a colour, so that the message is about colours and not about a number of letters.
    accent = forms.CharField(
        label=_("Accent colour"),
        help_text=_("A line in your own colour above every page, such as #4a6a1e."),
        max_length=50,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    class Meta:
        model = Organisation
        fields = ("name", "type", "kbo_number", "nis_code", "accent")

    def clean_accent(self) -> str:
        accent = normalise_hex(self.cleaned_data["accent"])
        validate_accent(accent)
        return accent

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        nis_code, kind = cleaned.get("nis_code"), cleaned.get("type", OrganisationType.MUNICIPALITY)
        if nis_code and kind != OrganisationType.MUNICIPALITY:
            self.add_error("nis_code", _("Only a municipality has a NIS code."))
        elif nis_code and self._others().filter(nis_code=nis_code).exists():
            self.add_error("nis_code", _("Another organisation has this NIS code."))
        return cleaned

    def _others(self) -> Any:
        return Organisation.objects.exclude(pk=self.instance.pk)


class IdentityForm(OrganisationForm):
    """The same on the page of the organisation itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        send_what_is_shown(self, self.fields)

    @property
    def changes(self) -> dict[str, str]:
        """What was changed on the page, by field."""
        return {name: self.cleaned_data[name] for name in self.changed_data}
