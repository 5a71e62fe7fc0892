from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.entries import PredecessorEntry
from accounts.fields import KboField, LineField, length_of
from accounts.forms.rows import Data, RowForm, RowsForm
from accounts.models import Predecessor
from accounts.models.organisation import validate_kbo, validate_nis


class PredecessorRow(RowForm):
    name = LineField(
        label=_("Name"),
        max_length=length_of(Predecessor, "name"),
        error_messages={"required": _("Write the name.")},
    )
    kbo_number = KboField(label=_("KBO number"), required=False, validators=(validate_kbo,))
    nis_code = forms.CharField(label=_("NIS code"), required=False, validators=(validate_nis,))
    merged_on = forms.DateField(
        label=_("Merged on"),
        required=False,
        # The calendar of the browser sends and reads dates in this one notation.
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    field_order = ("name", "kbo_number", "nis_code", "merged_on", "remove")

    def __init__(self, data: Data, **options: Any) -> None:
        super().__init__(data, **options)
        if self.stored:
            self.fields["remove"].label = _("Remove %(name)s") % {"name": self.stored.name}

    def initial_of(self, stored: Predecessor) -> dict[str, Any]:
        return {
            "name": stored.name,
            "kbo_number": stored.kbo_number,
            "nis_code": stored.nis_code,
            "merged_on": stored.merged_on,
        }

    @property
    def entry(self) -> PredecessorEntry:
        fields = ("name", "kbo_number", "nis_code", "merged_on")
        return PredecessorEntry(**{field: self.cleaned_data[field] for field in fields}, pk=self.pk)


class PredecessorsForm(RowsForm):
    row_form = PredecessorRow
    word = "predecessor"
    empty_rows = 2
    taken = _("There is already a predecessor with this name.")

    @property
    def entries(self) -> list[PredecessorEntry]:
        return [row.entry for row in self.rows if row.is_edited]  # type: ignore[attr-defined]
