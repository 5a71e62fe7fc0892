from typing import Any, cast

from django import forms
from django.http import QueryDict


class ShownForm(forms.Form):
    """What several people may change: `shown` is how it was stored when the page was opened."""

    shown = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    @property
    def values(self) -> dict[str, Any]:
        """What was typed."""
        return {name: value for name, value in self.cleaned_data.items() if name != "shown"}

    def show_stored(self, stored: str) -> None:
        """Sent again from now on, it replaces that."""
        data = cast(QueryDict, self.data).copy()
        data["shown"] = stored
        self.data = data
