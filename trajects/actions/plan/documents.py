"""The action plan as a file, asked for; `scans.actions.documents` does the rest."""

from dataclasses import asdict
from datetime import datetime

from accounts.models import User
from scans.actions.documents import ask_document
from trajects.entries import PlanPaper
from trajects.errors import PlanEmpty
from trajects.models import PlanDocument, Traject


def ask_plan_document(
    *, traject: Traject, choice: PlanPaper, by: User, at: datetime, slots: int
) -> PlanDocument:
    """Raises PlanEmpty; ReportUnderWay and TooManyReports of scans."""
    if not traject.actions.exists():
        raise PlanEmpty
    asked = PlanDocument(traject=traject, asked_at=at, asked_by=by, **asdict(choice))
    return ask_document(document=asked, slots=slots)
