"""The forms of allauth for a new password, with one hint instead of a list of rules."""

from typing import Any

from allauth.account import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from accounts.addresses import normalise_address
from accounts.passwords import PASSWORD_HELP


class ChangePasswordForm(forms.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = PASSWORD_HELP
        # That of allauth is a link between a label and its field; the page has it below.
        self.fields["oldpassword"].help_text = ""


class ResetPasswordForm(forms.ResetPasswordForm):
    """An address that no mail can go to is refused; another spelling of one counts as the same."""

    def clean_email(self) -> str:
        try:
            self.cleaned_data["email"] = normalise_address(self.cleaned_data["email"])
        except ValueError as wrong:
            raise ValidationError(validate_email.message, code="invalid") from wrong
        return str(super().clean_email())


class ResetPasswordKeyForm(forms.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = PASSWORD_HELP
