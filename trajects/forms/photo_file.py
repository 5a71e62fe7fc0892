"""A workbook that is brought in: read once, looked over, and carried along in a signed field until
it is confirmed, so that what is stored is what was shown."""

from collections.abc import Sequence
from typing import Any

from crispy_forms.layout import Submit
from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.layouts import one_button
from accounts.models import User
from reporting.spreadsheet_reading import ReadRow, Refusal, WorkbookRefused, read_first_sheet
from trajects.entries import InitiativeEntry
from trajects.models import Traject

LARGEST = 2 * 1024 * 1024  # bytes
MOST_INITIATIVES = 500
HOURS_TO_CONFIRM = 12
# Under what Django takes of a form (DATA_UPLOAD_MAX_MEMORY_SIZE).
LARGEST_CARRIED = 900_000
SALT = "trajects.photo_file"

SENTENCES: dict[Refusal, Promise] = {
    Refusal.OTHER_KIND: _(
        "This is not an Excel workbook (.xlsx). Open it in your spreadsheet program, save it as an "
        "Excel workbook without macros and choose that file."
    ),
    Refusal.BROKEN: _("This file is damaged. Save it again and choose that file."),
    Refusal.TOO_LARGE: _(
        "There is much more in this file than a list. Copy the list to our empty file and choose "
        "that one."
    ),
    Refusal.TOO_MANY_ROWS: _(
        "There are more than 500 initiatives in this file. Spread them over two files."
    ),
}


class PhotoFileForm(forms.Form):
    """Cleans to the rows of the first sheet."""

    file = forms.FileField(
        label=_("Excel file with initiatives"),
        help_text=_("An .xlsx file of at most 2 MB, with the headings of our empty file."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("This file is empty. Choose another one."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(Submit("look", _("Look the file over")))

    def clean_file(self) -> list[ReadRow]:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(
                _("This file is larger than 2 MB. Leave out pictures and other sheets.")
            )
        try:
            return read_first_sheet(file.read(), most_rows=MOST_INITIATIVES + 1)
        except WorkbookRefused as refused:
            raise forms.ValidationError(str(SENTENCES[refused.reason])) from refused


class StaleRows(Exception):
    """What came back is not what this person was shown of this traject, or too long ago."""


def carried(entries: Sequence[InitiativeEntry], *, traject: Traject, by: User) -> str | None:
    """The rows as text that only we can make; None when they are too much for a form."""
    rows = [
        {
            key: sorted(value) if isinstance(value, frozenset) else value
            for key, value in vars(entry).items()
        }
        for entry in entries
    ]
    text = signing.dumps(rows, salt=_salt(traject, by), compress=True)
    return text if len(text) <= LARGEST_CARRIED else None


def uncarried(text: str, *, traject: Traject, by: User) -> list[InitiativeEntry]:
    """Raises StaleRows."""
    try:
        rows = signing.loads(text, salt=_salt(traject, by), max_age=HOURS_TO_CONFIRM * 3600)
    except signing.BadSignature as stale:
        raise StaleRows from stale
    try:
        return [_uncarried_row(row) for row in rows]
    except TypeError as other:  # carried by a version that knew other fields
        raise StaleRows from other


def _uncarried_row(row: dict[str, Any]) -> InitiativeEntry:
    kept: dict[str, Any] = {
        key: frozenset(value) if isinstance(value, list) else value for key, value in row.items()
    }
    return InitiativeEntry(**kept)


def _salt(traject: Traject, by: User) -> str:
    return f"{SALT}:{traject.pk}:{by.pk}"
