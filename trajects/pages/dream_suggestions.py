"""What the scan says about a chosen theme, as a start for a dream image."""

from dataclasses import dataclass

from django.db.models import Q

from scans.models import Theme
from scans.queries import ScannedStatement, scanned_statements
from scans.scoring import Outcome
from trajects.models import Candidate, Traject
from trajects.queries.standing import Standing


@dataclass(frozen=True)
class DreamSuggestion:
    """A statement of the scan that is not met; `is_ticked`: somebody found it interesting."""

    code: str
    text: str
    is_ticked: bool


def suggestions_for(
    traject: Traject, candidate: Candidate, standing: Standing
) -> tuple[DreamSuggestion, ...]:
    """Of the themes that it came from, those that somebody ticked first, each with its statement of
    the lowest step first; without those that a dream image was written to. Empty without a scan,
    and for who may not see the answers of one that still runs. Four queries, or none."""
    scan = traject.scan
    if scan is None or not (scan.is_finished or standing.may_answer):
        return ()
    origins = Theme.objects.filter(Q(candidates=candidate) | Q(sdgs__candidates=candidate))
    numbers = frozenset(origins.values_list("number", flat=True))
    taken = frozenset(traject.dreams.values_list("statement_code", flat=True))
    offered = [
        one
        for one in scanned_statements(scan)
        if one.theme_number in numbers and one.code not in taken and _is_offered(one)
    ]
    offered.sort(key=lambda one: (not one.ticked, one.step))
    return tuple(DreamSuggestion(one.code, one.text, one.ticked) for one in offered)


def suggestion_of(
    traject: Traject, standing: Standing, code: str
) -> tuple[Candidate, DreamSuggestion] | None:
    """The chosen theme and the statement behind a code that is still offered to this person."""
    if not code:
        return None
    for candidate in traject.candidates.running().filter(choice__chosen=True):
        for suggestion in suggestions_for(traject, candidate, standing):
            if suggestion.code == code:
                return candidate, suggestion
    return None


def _is_offered(statement: ScannedStatement) -> bool:
    return statement.outcome is Outcome.NO or (
        statement.ticked and statement.outcome is not Outcome.YES
    )
