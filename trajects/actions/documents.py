"""The PDF of a local photo, asked for; `scans.actions.documents` does the rest."""

from datetime import datetime

from accounts.models import User
from scans.actions.documents import ask_document
from trajects.errors import PhotoEmpty
from trajects.models import Initiative, PhotoDocument, Traject


def ask_photo_document(*, traject: Traject, by: User, at: datetime, slots: int) -> PhotoDocument:
    """Raises PhotoEmpty; ReportUnderWay and TooManyReports of scans."""
    if not Initiative.objects.on_photo().filter(traject=traject).exists():
        raise PhotoEmpty
    asked = PhotoDocument(traject=traject, asked_at=at, asked_by=by)
    return ask_document(document=asked, slots=slots)
