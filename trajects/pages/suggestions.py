"""What the scan said already and the photo does not show yet: a start, one click from the form."""

from dataclasses import dataclass
from itertools import groupby

from accounts.models import Department
from scans.models import Statement, Theme
from scans.queries import ScannedStatement, scanned_statements
from scans.scoring import Outcome
from trajects.models import InitiativeStatus, Traject
from trajects.queries.standing import Standing

LONGEST_TITLE = 160


@dataclass(frozen=True)
class Suggestion:
    """A statement of the scan; `is_yes` or else only found interesting."""

    code: str
    text: str
    is_yes: bool


@dataclass(frozen=True)
class ThemeSuggestions:
    theme: Theme
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True)
class Prefilled:
    """What the form starts with."""

    suggestion: Suggestion
    theme: Theme
    departments: tuple[Department, ...]

    @property
    def initial(self) -> dict[str, object]:
        """A statement is a sentence about the organisation: it becomes the title when it fits."""
        text = self.suggestion.text
        fits = len(text) <= LONGEST_TITLE
        status = InitiativeStatus.RUNNING if self.suggestion.is_yes else InitiativeStatus.PLANNED
        return {
            "title": text.removesuffix(".") if fits else text[: LONGEST_TITLE - 2].rstrip() + " …",
            "description": "" if fits else text,
            "status": status.value,
            "themes": [self.theme.pk],
            "departments": [department.pk for department in self.departments],
        }


def suggestions_for(traject: Traject, standing: Standing) -> tuple[ThemeSuggestions, ...]:
    """Per theme; empty without a linked scan, and for who may not see the answers of one that is
    still running. Five queries."""
    if traject.scan is None or not (traject.scan.is_finished or standing.may_answer):
        return ()
    themes = {theme.number: theme for theme in Theme.objects.all()}
    taken = set(traject.initiatives.exclude(statement_code="").values_list("statement_code"))
    said = [one for one in scanned_statements(traject.scan) if _is_offered(one)]
    left = [one for one in said if (one.code,) not in taken]
    grouped = groupby(left, key=lambda one: one.theme_number)
    return tuple(
        ThemeSuggestions(themes[number], tuple(_suggestion(one) for one in group))
        for number, group in grouped
    )


def prefilled(traject: Traject, standing: Standing, code: str) -> Prefilled | None:
    """For a statement that is still offered to this person; None for any other code."""
    for group in suggestions_for(traject, standing):
        for suggestion in group.suggestions:
            if suggestion.code == code:
                return Prefilled(suggestion, group.theme, _departments(traject, code))
    return None


def _departments(traject: Traject, code: str) -> tuple[Department, ...]:
    """Those of the organisation that usually know about this statement."""
    kinds = Statement.objects.filter(code=code, questionnaire__scans=traject.scan_id)
    own = Department.objects.filter(organisation=traject.organisation_id)
    return tuple(own.filter(kind__in=kinds.values("department_kind")))


def _is_offered(statement: ScannedStatement) -> bool:
    return statement.outcome is Outcome.YES or statement.ticked


def _suggestion(statement: ScannedStatement) -> Suggestion:
    return Suggestion(statement.code, statement.text, statement.outcome is Outcome.YES)
