"""A form with two fields for every theme of a page: what is asked, and the reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, Protocol, TypeVar

from django.forms import BoundField
from django.http import QueryDict

from trajects.forms.shown import ShownForm
from trajects.models import Candidate


class ThemeRow(Protocol):
    """One theme on the page."""

    @property
    def candidate(self) -> Candidate: ...


Row = TypeVar("Row", bound=ThemeRow)
RowOfPage = TypeVar("RowOfPage", bound=ThemeRow, covariant=True)


class ThemePage(Protocol[RowOfPage]):
    """`fingerprint` tells an older page from what is stored."""

    @property
    def rows(self) -> Sequence[RowOfPage]: ...

    @property
    def fingerprint(self) -> str: ...


class PerThemeForm(ShownForm, Generic[Row]):
    """`asked` names the first field of a theme: what_7, beside because_7."""

    asked: ClassVar[str]

    def __init__(self, data: QueryDict | None = None, *, page: ThemePage[Row]) -> None:
        super().__init__(data, initial={"shown": page.fingerprint})
        self.page = page
        for row in page.rows:
            self.add_theme(row)

    def add_theme(self, row: Row) -> None:
        raise NotImplementedError

    @property
    def rows(self) -> Sequence[tuple[Row, BoundField, BoundField]]:
        """What the page draws: a theme with its two fields."""
        return [
            (row, self[f"{self.asked}_{row.candidate.pk}"], self[f"because_{row.candidate.pk}"])
            for row in self.page.rows
        ]

    @property
    def is_stale(self) -> bool:
        """Sent from a page that was drawn before something changed."""
        return bool(self.data.get("shown") != self.page.fingerprint)

    @property
    def left_over(self) -> list[str]:
        """Reasons that were typed for a theme that is no longer there."""
        typed = {name: text for name, text in self.data.items() if name.startswith("because_")}
        return [text for name, text in typed.items() if name not in self.fields and text.strip()]
