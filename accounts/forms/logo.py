from typing import Any

from crispy_forms.layout import Submit
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.errors import PictureRefusal, PictureRefused
from accounts.layouts import one_button
from accounts.logos import reencoded_logo

SENTENCES: dict[PictureRefusal, Promise] = {
    PictureRefusal.SVG: _(
        "An SVG file can hold more than a picture, so we do not take it. Save the logo as PNG and "
        "choose that file."
    ),
    PictureRefusal.OTHER_KIND: _("This is not a PNG or JPEG file. Save the logo as PNG."),
    PictureRefusal.TOO_HEAVY: _(
        "This file is larger than 1 MB. Save a smaller version of the logo."
    ),
    PictureRefusal.TOO_LARGE: _(
        "This picture is more than 2000 pixels wide or high. Save a smaller version of the logo."
    ),
    PictureRefusal.BROKEN: _("This picture is damaged. Save the logo again and choose that file."),
}


class LogoForm(forms.Form):
    """Cleans to the bytes of a PNG that is safe to show."""

    logo = forms.FileField(
        label=_("File with the logo"),
        help_text=_("PNG or JPEG, at most 1 MB and 2000 pixels wide or high."),
        widget=forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg"}),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("This file is empty. Choose another one."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(Submit("save", _("Save the logo")))

    def clean_logo(self) -> bytes:
        file: UploadedFile = self.cleaned_data["logo"]
        try:
            return reencoded_logo(file)
        except PictureRefused as refused:
            raise forms.ValidationError(str(SENTENCES[refused.reason])) from refused
