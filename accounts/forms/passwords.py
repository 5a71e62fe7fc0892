"""The forms of allauth for a new password, with one hint instead of a list of rules."""

from typing import Any

from allauth.account import forms

from accounts.passwords import PASSWORD_HELP


class ChangePasswordForm(forms.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = PASSWORD_HELP
        # That of allauth is a link between a label and its field; the page has it below.
        self.fields["oldpassword"].help_text = ""


class ResetPasswordKeyForm(forms.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = PASSWORD_HELP
