from typing import Any

from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.invitations import role_choices
from accounts.labels import LAST_COORDINATOR
from accounts.layouts import one_button
from accounts.models import Membership


class MemberForm(forms.Form):
    """What one member may do, and the department. The only coordinator keeps the role."""

    def __init__(self, *args: Any, membership: Membership, is_only_coordinator: bool) -> None:
        super().__init__(*args)
        roles = role_choices()  # coordinator first
        self.fields["role"] = forms.ChoiceField(
            label=_("Role"),
            choices=roles[:1] if is_only_coordinator else roles,
            initial=membership.role,
            widget=forms.RadioSelect,
        )
        self.fields["department"] = forms.ModelChoiceField(
            membership.organisation.departments.all(),
            label=_("Department"),
            initial=membership.department_id,
            required=False,
            empty_label=_("No department"),
        )
        if is_only_coordinator:
            self.fields["role"].help_text = LAST_COORDINATOR
            self.fields["role"].error_messages["invalid_choice"] = LAST_COORDINATOR
        self.helper = one_button(Submit("save", _("Save the changes")))
