"""A list that is kept on one page: a row per thing that is stored, and some empty ones.

A row is known by the number in the names of its fields, and that number is looked up among the
rows of the organisation itself. It looks like a form to `_error_summary.html`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from accounts.forms.shown import send_what_is_shown

Data = QueryDict | None
GONE = _(
    "A colleague removed a row of this page meanwhile. The other rows are as you typed them: look "
    "them over and save again."
)


class RowForm(forms.Form):
    """`stored` is the row that is changed, None for a new one."""

    remove = forms.BooleanField(label=_("Remove"), required=False)

    def __init__(self, data: Data, *, prefix: str, stored: Any = None, **options: Any) -> None:
        # A stored row that was not sent was added by a colleague meanwhile; it stays as it is, as
        # does one that was sent as it was shown.
        is_sent = data is not None and f"{prefix}-name" in data
        super().__init__(
            data if is_sent else None,
            prefix=prefix,
            initial=self.initial_of(stored) if stored else {},
            empty_permitted=stored is None,
            use_required_attribute=False,
            **options,
        )
        self.stored = stored
        if stored is None:
            del self.fields["remove"]
        else:
            self._show_what_is_stored_now()

    def _show_what_is_stored_now(self) -> None:
        """Unless this row was changed on the page, which may be older than what is stored."""
        send_what_is_shown(self, self.initial)
        if self.is_bound and not self.has_changed():
            self.data, self.is_bound = MultiValueDict(), False

    def clean(self) -> dict[str, Any]:
        """A field that was not touched gets what is stored now."""
        if self.stored:
            untouched = self.initial.keys() - self.changed_data
            self.cleaned_data |= {name: self.initial[name] for name in untouched}
        return self.cleaned_data

    def initial_of(self, stored: Any) -> dict[str, Any]:
        raise NotImplementedError

    @property
    def pk(self) -> int | None:
        return self.stored.pk if self.stored else None

    @property
    def is_removed(self) -> bool:
        return bool(self.stored and self.is_bound and self["remove"].value())

    @property
    def is_right(self) -> bool:
        """What is removed, or was not sent, has nothing wrong with it."""
        return self.is_removed or not self.is_bound or self.is_valid()

    @property
    def is_edited(self) -> bool:
        return self.is_bound and self.has_changed() and not self.is_removed

    @property
    def final_name(self) -> str:
        """The name after saving; empty if there is none, or a wrong one."""
        if self.is_removed:
            return ""
        if not self.is_bound:
            return self.stored.name if self.stored else ""
        return str(getattr(self, "cleaned_data", {}).get("name", ""))


class RowsForm:
    """`word` starts the names of the fields of a stored row; `taken` says that a name is."""

    row_form: type[RowForm]
    word: str
    empty_rows: int
    taken: Any

    def __init__(self, stored: Iterable[Any], data: Data = None, **options: Any) -> None:
        self.data = data
        self.is_bound = data is not None
        self.stored_rows = [
            self.row_form(data, prefix=f"{self.word}-{row.pk}", stored=row, **options)
            for row in stored
        ]
        self.new_rows = [
            self.row_form(data, prefix=f"new{number}", **options)
            for number in range(self.empty_rows)
        ]

    @property
    def rows(self) -> Sequence[RowForm]:
        return [*self.stored_rows, *self.new_rows]

    def is_valid(self) -> bool:
        return self.is_bound and not self.errors

    @property
    def removed(self) -> list[int]:
        return [row.pk for row in self.stored_rows if row.is_removed and row.pk]

    @cached_property
    def non_field_errors(self) -> list[Any]:
        numbers = (re.fullmatch(rf"{self.word}-(\d+)-name", key) for key in self.data or {})
        known = {str(row.pk) for row in self.stored_rows}
        return [GONE] if any(found and found[1] not in known for found in numbers) else []

    @cached_property
    def errors(self) -> list[Any]:
        """Every wrong field, and what is wrong with the whole."""
        return [*self.non_field_errors, *self.wrong_fields()]

    def wrong_fields(self) -> list[BoundField]:
        wrong_rows = [row for row in self.rows if not row.is_right]
        wrong_rows += self._mark_double_names()
        return [field for row in dict.fromkeys(wrong_rows) for field in row if field.errors]

    def __iter__(self) -> Iterator[BoundField]:
        return (field for field in self.errors if isinstance(field, BoundField))

    def add_error(self, sentence: object) -> None:
        """What only turned out while saving."""
        self.non_field_errors.append(sentence)
        self.errors.insert(0, sentence)

    def _mark_double_names(self) -> list[RowForm]:
        seen: set[str] = set()
        double = []
        # Of two that are the same, the one that was changed on this page is wrong.
        for row in sorted(self.rows, key=lambda row: row.is_edited):
            name = row.final_name.casefold()
            if name in seen and row.is_bound:
                row.add_error("name", self.taken)
                double.append(row)
            seen |= {name} if name else set()
        return double
