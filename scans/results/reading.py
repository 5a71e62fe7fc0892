"""From what is stored to the frozen result."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from scans.models import QuestionnaireTheme, Scan
from scans.names import Names, ThemeNames
from scans.queries import (
    ScannedStatement,
    TouchedSubject,
    scanned_statements,
    scored_statements,
    touched_subjects,
)
from scans.results.lines import (
    CandidateLine,
    DepartmentQuestions,
    LiftLine,
    Noted,
    SubjectLine,
    ThemeLine,
)
from scans.results.whole import ScanResult
from scans.scoring import (
    Lift,
    Outcome,
    ScoredTheme,
    ThemeResult,
    candidate_themes,
    global_score,
    lifts_of_scan,
    score_theme,
    strong_themes,
    weak_themes,
)

Lines = dict[int, ThemeLine]


@dataclass(frozen=True)
class WeighedTheme:
    """A theme as the questionnaire has it."""

    code: str
    names: ThemeNames
    weight: int


@dataclass(frozen=True)
class ScoredScan:
    """The themes of a scan by number, what they are scored on, and the statements behind that."""

    lines: Lines
    scored: tuple[ScoredTheme, ...]
    statements: tuple[ScannedStatement, ...]


def scored_scan(scan: Scan) -> ScoredScan:
    """Three queries, whatever the number of statements."""
    themes = _themes(scan)
    statements = tuple(scanned_statements(scan))
    scored = tuple(
        _scored(themes[number], list(group))
        for number, group in groupby(statements, key=lambda statement: statement.theme_number)
    )
    names = scan.frozen_names
    lines = {theme.number: _line(themes[theme.number], theme, names) for theme in scored}
    return ScoredScan(lines, scored, statements)


def theme_results(scan: Scan) -> dict[int, ThemeResult]:
    """By theme number, for who has the names and asks nothing more; two queries, and less than half
    of the work of `scored_scan`."""
    found = scored_statements(scan)
    return {number: score_theme(statements) for number, statements in found.items()}


def scan_result(scan: Scan) -> ScanResult:
    """Five queries, whatever the number of statements; three when the names are those of the
    finish."""
    whole = scored_scan(scan)
    lines, scored, statements = whole.lines, whole.scored, whole.statements
    candidates = candidate_themes(scored)
    sdgs, iso_subjects = touched_subjects(scan)
    return ScanResult(
        lines=tuple(lines.values()),
        overall=global_score(scored),
        strong=tuple(lines[number] for number in strong_themes(scored)),
        weak=tuple(lines[number] for number in weak_themes(scored)),
        candidates=tuple(
            CandidateLine(lines[found.number], found.ticked, found.share)
            for found in candidates.themes
        ),
        candidates_by_ticks=candidates.by_ticks,
        ticked=_noted(lines, (s for s in statements if s.ticked)),
        unknown=_by_department(lines, statements),
        lifts=_lifted(lines, statements, lifts_of_scan(scored)),
        by_sdg=_by_subject(lines, sdgs),
        by_iso=_by_subject(lines, iso_subjects),
        scored=scored,
        statements=statements,
    )


def _themes(scan: Scan) -> dict[int, WeighedTheme]:
    """By number, with the names of today."""
    own = QuestionnaireTheme.objects.filter(questionnaire_id=scan.questionnaire_id)
    fields = ("theme__number", "theme__code", "theme__name", "theme__short_name", "weight")
    return {
        number: WeighedTheme(code, ThemeNames(number, name, short_name), weight)
        for number, code, name, short_name, weight in own.values_list(*fields)
    }


def _scored(own: WeighedTheme, statements: Sequence[ScannedStatement]) -> ScoredTheme:
    return ScoredTheme(
        number=own.names.number,
        statements=tuple(statement.scored for statement in statements),
        weight=own.weight,
        ticked=frozenset(statement.code for statement in statements if statement.ticked),
    )


def _line(own: WeighedTheme, scored: ScoredTheme, names: Names) -> ThemeLine:
    called = names.theme(own.code, own.names)
    return ThemeLine(scored.number, own.code, called.name, called.short_name, scored.result)


def _noted(lines: Lines, statements: Iterable[ScannedStatement]) -> tuple[Noted, ...]:
    return tuple(Noted(lines[statement.theme_number], statement) for statement in statements)


def _by_department(
    lines: Lines, statements: Sequence[ScannedStatement]
) -> tuple[DepartmentQuestions, ...]:
    """Departments with most to tell first."""
    by_name: dict[str, list[ScannedStatement]] = {}
    for statement in statements:
        if statement.outcome is Outcome.UNKNOWN:
            by_name.setdefault(statement.department, []).append(statement)
    ordered = sorted(by_name.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(DepartmentQuestions(name, _noted(lines, found)) for name, found in ordered)


def _lifted(
    lines: Lines, statements: Sequence[ScannedStatement], lifts: Iterable[Lift]
) -> tuple[LiftLine, ...]:
    by_code = {statement.code: statement for statement in statements}
    return tuple(
        LiftLine(lines[lift.number], lift, tuple(by_code[code] for code in lift.codes))
        for lift in lifts
    )


def _by_subject(lines: Lines, subjects: Iterable[TouchedSubject]) -> tuple[SubjectLine, ...]:
    """Subjects that no theme of this scan touches are left out."""
    found = []
    for subject in subjects:
        own = tuple(lines[number] for number in subject.themes if number in lines)
        if own:
            found.append(SubjectLine(subject.code, subject.name, own))
    return tuple(found)
