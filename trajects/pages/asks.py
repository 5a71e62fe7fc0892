"""What to ask a department for the local photo: the questions of every theme it usually knows
about, and the statements of the scan that are for it."""

from dataclasses import dataclass
from itertools import groupby

from accounts.models import Department
from scans.models import Questionnaire, Statement, Theme, Variant
from trajects.guiding import questions_for
from trajects.models import Traject
from trajects.queries.photo import departments_of


@dataclass(frozen=True)
class ThemeAsks:
    """`questions` to begin the talk with; `statements` the scan asks of this department."""

    theme: Theme
    questions: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True)
class DepartmentLine:
    """One row of the list; `on_photo` is how many initiatives name the department."""

    department: Department
    on_photo: int


def asks_for(traject: Traject, department: Department | None) -> tuple[ThemeAsks, ...]:
    """In order of theme. A department that is no usual one gets the questions of every theme. At
    most three queries."""
    kind = department.kind_id if department else None
    if kind is None:
        themes = Theme.objects.all()
        return tuple(ThemeAsks(theme, questions_for(theme.code), ()) for theme in themes)
    asked = Statement.objects.filter(questionnaire=_questionnaire(traject), department_kind=kind)
    statements = asked.select_related("questionnaire_theme__theme")
    grouped = groupby(statements, key=lambda one: one.questionnaire_theme.theme)
    return tuple(
        ThemeAsks(theme, questions_for(theme.code), tuple(one.text for one in group))
        for theme, group in grouped
    )


def department_lines(traject: Traject) -> tuple[DepartmentLine, ...]:
    """Two queries."""
    named = traject.initiatives.on_photo().values_list("departments", flat=True)
    counts: dict[int, int] = {}
    for pk in named:
        counts[pk] = counts.get(pk, 0) + 1
    return tuple(
        DepartmentLine(department, counts.get(department.pk, 0))
        for department in departments_of(traject)
    )


def _questionnaire(traject: Traject) -> Questionnaire | None:
    """That of the linked scan, or the newest one."""
    if traject.scan:
        return traject.scan.questionnaire
    return Questionnaire.objects.newest_published(variant=Variant.GOVERNMENT)
