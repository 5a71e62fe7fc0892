"""Which SDGs and ISO 26000 subjects the themes of a scan touch."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from scans.models import IsoSubject, Scan, Sdg
from scans.names import Names


@dataclass(frozen=True)
class TouchedSubject:
    """An SDG ("12") or an ISO 26000 subject ("6.2"), with the numbers of its themes."""

    code: str
    name: str
    themes: tuple[int, ...]


def touched_subjects(scan: Scan) -> tuple[list[TouchedSubject], list[TouchedSubject]]:
    """The SDGs and the ISO 26000 subjects, each in their own order; two queries, or none when
    the scan is finished and has them as they were then."""
    names = scan.frozen_names
    if names.themes:
        return _frozen(names)
    own = {"themes__questionnairetheme__questionnaire_id": scan.questionnaire_id}
    sdgs = Sdg.objects.filter(**own).order_by("number", "themes__number")
    subjects = IsoSubject.objects.filter(**own).order_by("code", "themes__number")
    return (
        _grouped(sdgs.values_list("number", "name", "themes__number")),
        _grouped(subjects.values_list("code", "name", "themes__number")),
    )


def _frozen(names: Names) -> tuple[list[TouchedSubject], list[TouchedSubject]]:
    themes = sorted(names.themes.values(), key=lambda theme: theme.number)
    sdgs = [
        TouchedSubject(
            str(number), name, tuple(theme.number for theme in themes if number in theme.sdgs)
        )
        for number, name in sorted(names.sdgs.items())
    ]
    subjects = [
        TouchedSubject(
            code, name, tuple(theme.number for theme in themes if code in theme.iso_subjects)
        )
        for code, name in sorted(names.iso_subjects.items())
    ]
    return sdgs, subjects


def _grouped(rows: Iterable[tuple[int | str, str, int]]) -> list[TouchedSubject]:
    return [
        TouchedSubject(str(code), name, tuple(number for _code, _name, number in group))
        for (code, name), group in groupby(rows, key=lambda row: (row[0], row[1]))
    ]
