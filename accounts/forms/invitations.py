"""What one fills in to invite, and to accept."""

from datetime import datetime
from typing import Any

from crispy_forms.layout import Submit
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.validators import validate_email
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.actions.invitations import Invitee
from accounts.addresses import normalise_address
from accounts.fields import LineField, length_of
from accounts.labels import ROLE_MEANINGS
from accounts.layouts import one_button
from accounts.models import Invitation, Organisation, User
from accounts.passwords import PASSWORD_HELP
from accounts.queries.invitations import Taken, taken_addresses

TAKEN: dict[str, Promise] = {
    Taken.MEMBER: _("This person already takes part in your organisation."),
    Taken.INVITED: _(
        "This person already has an invitation. You can send it again on the page People."
    ),
}


def role_choices() -> list[tuple[str, str]]:
    """Each with a sentence on what it may do."""
    return [
        (role, format_html("<b>{}</b><br>{}", capfirst(role.label), meaning))
        for role, meaning in ROLE_MEANINGS.items()
    ]


class EmailField(forms.EmailField):
    """In the spelling that addresses are kept in."""

    def __init__(self, **options: Any) -> None:
        length = length_of(Invitation, "email")
        super().__init__(label=_("E-mail address"), max_length=length, **options)

    def to_python(self, value: Any) -> str:
        try:
            return normalise_address(str(super().to_python(value)))
        except ValueError as wrong:
            raise forms.ValidationError(validate_email.message, code="invalid") from wrong


def language_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Language of the mail"),
        choices=settings.LANGUAGES,
        widget=forms.Select(attrs={"class": "half"}),
    )


class AcceptForm(forms.Form):
    """A name and a first password. `account` is the one that never had a password, if any."""

    name = LineField(
        label=_("Your name"),
        max_length=length_of(Invitation, "name"),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = forms.CharField(
        label=_("Choose a password"),
        help_text=PASSWORD_HELP,
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        email: str,
        name: str,
        organisation: Organisation,
        account: User | None,
    ) -> None:
        self.user = account or User(email=email, name=name)
        super().__init__(data, initial={"name": self.user.name})
        # Read by `accounts.passwords`: the organisation of somebody who is no member yet.
        self.user.organisation_names = (organisation.name,)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The password is compared with the name that was typed just now."""
        cleaned: dict[str, Any] = super().clean() or {}
        self.user.name = cleaned.get("name", self.user.name)
        if "password" in cleaned:
            try:
                validate_password(cleaned["password"], self.user)
            except forms.ValidationError as weak:
                self.add_error("password", weak)
        return cleaned


class InviteForm(forms.Form):
    name = LineField(label=_("Name"), max_length=length_of(Invitation, "name"))
    email = EmailField()
    role = forms.ChoiceField(label=_("Role"), choices=role_choices, widget=forms.RadioSelect)
    language = language_field()

    def __init__(self, *args: Any, organisation: Organisation, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisation, self.at = organisation, at
        self.fields["department"] = forms.ModelChoiceField(
            organisation.departments.all(),
            label=_("Department"),
            required=False,
            empty_label=_("No department"),
        )
        self.order_fields(("name", "email", "role", "department", "language"))
        self.helper = one_button(Submit("invite", _("Send the invitation")))

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"])
        taken = taken_addresses(self.organisation, [email], at=self.at)
        if email in taken:
            raise forms.ValidationError(str(TAKEN[taken[email]]))
        return email

    @property
    def invitee(self) -> Invitee:
        cleaned = self.cleaned_data
        department = cleaned["department"]
        return Invitee(
            email=cleaned["email"],
            name=cleaned["name"],
            role=cleaned["role"],
            department=department.name if department else "",
        )
