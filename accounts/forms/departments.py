from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.entries import DepartmentEntry
from accounts.fields import LineField, length_of
from accounts.forms.rows import Data, RowForm, RowsForm
from accounts.models import Department, DepartmentKind


class DepartmentRow(RowForm):
    name = LineField(
        label=_("Name of a new department"),
        max_length=length_of(Department, "name"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write a name, or tick “Remove”.")},
    )
    kind = forms.ChoiceField(label=_("Usual department of a new department"), required=False)
    field_order = ("name", "kind", "remove")

    def __init__(self, data: Data, *, kinds: Sequence[DepartmentKind], **options: Any) -> None:
        super().__init__(data, **options)
        self.kind_names = {str(kind.pk): kind.name for kind in kinds}
        choices = [("", _("none of these")), *self.kind_names.items()]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]
        if self.stored:
            name = {"name": self.stored.name}
            self.fields["name"].required = True
            self.fields["name"].label = _("Name of %(name)s") % name
            self.fields["kind"].label = _("Usual department of %(name)s") % name
            self.fields["remove"].label = _("Remove %(name)s") % name

    def initial_of(self, stored: Department) -> dict[str, Any]:
        return {"name": stored.name, "kind": str(stored.kind_id or "")}

    def clean(self) -> dict[str, Any]:
        """A new row needs no more than a kind; one that is named as a usual department is one."""
        cleaned = super().clean()
        name, kind = cleaned.get("name", ""), cleaned.get("kind", "")
        if not self.stored and not name and kind:
            cleaned["name"] = capfirst(self.kind_names[kind])
        if not self.stored and name and not kind:
            names = {own.casefold(): pk for pk, own in self.kind_names.items()}
            cleaned["kind"] = names.get(name.casefold(), "")
        return cleaned

    @property
    def kind_as_shown(self) -> str:
        """For a page that writes out the choices itself."""
        field = self["kind"]
        return field.as_hidden(only_initial=True) if field.field.show_hidden_initial else ""

    @property
    def entry(self) -> DepartmentEntry:
        kind = self.cleaned_data["kind"]
        return DepartmentEntry(self.cleaned_data["name"], int(kind) if kind else None, self.pk)


class UsualForm(forms.Form):
    """Usual departments that are added by a tick."""

    usual = forms.MultipleChoiceField(label=_("Usual departments"), required=False)

    def __init__(self, data: Data, *, kinds: Sequence[DepartmentKind]) -> None:
        super().__init__(data)
        choices = [(str(kind.pk), kind.name) for kind in kinds]
        self.fields["usual"].choices = choices  # type: ignore[attr-defined]


class DepartmentsForm(RowsForm):
    row_form = DepartmentRow
    word = "department"
    empty_rows = 3
    taken = _("There is already a department with this name.")

    def __init__(self, stored: Iterable[Department], data: Data = None) -> None:
        self.kinds = sorted(DepartmentKind.objects.all(), key=lambda kind: kind.name.casefold())
        self.stored = list(stored)
        super().__init__(self.stored, data, kinds=self.kinds)
        self.usual_form = UsualForm(data, kinds=self.kinds)

    @cached_property
    def missing_kinds(self) -> list[DepartmentKind]:
        """The usual departments that the organisation does not have, by kind nor by name."""
        kinds = {department.kind_id for department in self.stored}
        names = {department.name.casefold() for department in self.stored}
        return [
            kind
            for kind in self.kinds
            if kind.pk not in kinds and kind.name.casefold() not in names
        ]

    @property
    def ticked(self) -> list[str]:
        return self.usual_form["usual"].value() or []

    def wrong_fields(self) -> list[BoundField]:
        return [*super().wrong_fields(), *(field for field in self.usual_form if field.errors)]

    @property
    def entries(self) -> list[DepartmentEntry]:
        typed = [row.entry for row in self.rows if row.is_edited]  # type: ignore[attr-defined]
        names = {row.final_name.casefold() for row in self.rows}
        usual = [kind for kind in self._wanted_kinds if kind.name.casefold() not in names]
        return [*typed, *(DepartmentEntry(capfirst(kind.name), kind.pk) for kind in usual)]

    @property
    def _wanted_kinds(self) -> list[DepartmentKind]:
        """What was ticked and is still missing, or all of it by the button that takes them over."""
        if self.data and "all" in self.data:
            return self.missing_kinds
        ticked = self.usual_form.cleaned_data["usual"]
        return [kind for kind in self.missing_kinds if str(kind.pk) in ticked]
