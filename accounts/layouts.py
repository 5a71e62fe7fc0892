from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit


def one_button(button: Submit) -> FormHelper:
    """The layout of nearly every form: its fields, and one button that says what happens."""
    helper = FormHelper()
    helper.add_input(button)
    helper.attrs = {"novalidate": ""}
    return helper
