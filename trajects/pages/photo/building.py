"""From the facts to the overview: one pass over the entries, nothing asked twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from scans.models import Scan
from scans.results import ThemeLine, theme_results
from scans.scoring import ThemeResult
from trajects.models import Traject
from trajects.pages.photo.parts import (
    NOTHING,
    Matrix,
    PhotoPage,
    Row,
    SdgPart,
    Tally,
    ThemePart,
)
from trajects.queries.matrix import Entry, Label, Labels, PhotoFacts, photo_facts

Cells = Mapping[tuple[int | None, int | None], Tally]
Results = Mapping[int, ThemeResult]


def photo_page(traject: Traject) -> PhotoPage:
    """Three queries for the photo; with a finished scan three more, with another scan one."""
    return composed(traject, photo_facts(traject), *_scan_of(traject))


def composed(traject: Traject, facts: PhotoFacts, scan: Scan | None, results: Results) -> PhotoPage:
    """No queries. `results` by theme number."""
    labels = facts.labels
    pieces = facts.entries
    cells = _cells(pieces)
    of_theme = _grouped((theme.pk, piece) for piece in pieces for theme in piece.themes)
    of_sdg = _grouped((sdg.pk, piece) for piece in pieces for sdg in piece.sdgs)
    counted = [piece for piece in pieces if piece.is_counted]
    active = {department.pk for piece in counted for department in piece.departments}
    return PhotoPage(
        traject=traject,
        scan=scan,
        pieces=pieces,
        tally=_tally(pieces),
        matrix=_matrix(labels, cells, pieces, of_theme),
        themes=tuple(
            _theme_part(theme, of_theme.get(theme.pk, ()), labels, cells, results)
            for theme in labels.themes
        ),
        loose=tuple(piece for piece in pieces if not piece.themes),
        sdgs=tuple(_sdg_part(sdg, of_sdg.get(sdg.pk, ())) for sdg in labels.sdgs),
        without_sdg=sum(not piece.sdgs for piece in counted),
        departments=labels.departments,
        silent_departments=tuple(one for one in labels.departments if one.pk not in active),
    )


def _scan_of(traject: Traject) -> tuple[Scan | None, Results]:
    if traject.scan_id is None:
        return None, {}
    scan = Scan.objects.get(pk=traject.scan_id)
    return scan, theme_results(scan) if scan.is_finished else {}


def _grouped(pairs: Iterable[tuple[int, Entry]]) -> dict[int, list[Entry]]:
    groups: defaultdict[int, list[Entry]] = defaultdict(list)
    for key, piece in pairs:
        groups[key].append(piece)
    return groups


def _cells(pieces: Iterable[Entry]) -> Cells:
    """By theme and department. What has two of both counts in four cells."""
    counts: dict[tuple[int | None, int | None], list[int]] = {}
    for piece in pieces:
        place = piece.place
        departments = [one.pk for one in piece.departments] or (None,)
        for theme in [one.pk for one in piece.themes] or (None,):
            for department in departments:
                counts.setdefault((theme, department), [0, 0, 0])[place] += 1
    return {where: Tally(*counted) for where, counted in counts.items()}


def _tally(pieces: Iterable[Entry]) -> Tally:
    counted = [0, 0, 0]
    for piece in pieces:
        counted[piece.place] += 1
    return Tally(*counted)


def _matrix(
    labels: Labels, cells: Cells, pieces: Sequence[Entry], of_theme: Mapping[int, Sequence[Entry]]
) -> Matrix:
    shown = [piece for piece in pieces if piece.is_counted]
    loose = (None,) if any(not piece.themes for piece in shown) else ()
    unowned = (None,) if any(not piece.departments for piece in shown) else ()
    themes: tuple[Label | None, ...] = (*labels.themes, *loose)
    departments: tuple[Label | None, ...] = (*labels.departments, *unowned)
    return Matrix(
        departments,
        tuple(
            Row(
                theme,
                tuple(
                    cells.get((_key(theme), _key(department)), NOTHING)
                    for department in departments
                ),
                _tally(
                    of_theme.get(theme.pk, ())
                    if theme
                    else (piece for piece in pieces if not piece.themes)
                ),
            )
            for theme in themes
        ),
    )


def _key(label: Label | None) -> int | None:
    return label.pk if label else None


def _theme_part(
    theme: Label,
    pieces: Sequence[Entry],
    labels: Labels,
    cells: Cells,
    results: Results,
) -> ThemePart:
    """Departments that do most first."""
    numbers = [(one, cells.get((theme.pk, one.pk), NOTHING).counted) for one in labels.departments]
    return ThemePart(
        theme=theme,
        tally=_tally(pieces),
        pieces=tuple(pieces),
        active=tuple(sorted((pair for pair in numbers if pair[1]), key=lambda pair: -pair[1])),
        silent=tuple(one for one, number in numbers if not number),
        line=_line(theme, results.get(theme.number)),
    )


def _line(theme: Label, result: ThemeResult | None) -> ThemeLine | None:
    """By its name of today, as it stands above it."""
    named = (theme.number, theme.code, theme.name, theme.short_name)
    return ThemeLine(*named, result) if result else None


def _sdg_part(sdg: Label, pieces: Sequence[Entry]) -> SdgPart:
    return SdgPart(sdg, _tally(pieces), tuple(piece for piece in pieces if piece.is_counted))
