"""What a page showed, sent back with what was typed: so a page that stood open for a while changes
only what was changed on it, and not what a colleague saved meanwhile."""

from collections.abc import Iterable
from typing import Any

from django import forms


class ShownInput(forms.HiddenInput):
    """Without the help and the errors of the field that is seen."""

    def build_attrs(
        self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        attrs = super().build_attrs(base_attrs, extra_attrs)
        return {name: attrs[name] for name in attrs if not name.startswith("aria-")}


def send_what_is_shown(form: forms.BaseForm, names: Iterable[str]) -> None:
    """From then on `form.changed_data` compares with that. What came without it, such as from a
    script, is compared with what is stored."""
    for name in names:
        field = form[name]
        if not form.is_bound or field.html_initial_name in form.data:
            field.field.hidden_widget = ShownInput
            field.field.show_hidden_initial = True
