"""The documents of one subject, as one person sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from accounts.models import User
from scans.models import Document, Report, Scan

Kind = TypeVar("Kind", bound=Document)


@dataclass(frozen=True)
class Documents(Generic[Kind]):
    """`own` is the newest that this person asked for; `ready` can be fetched by all who read."""

    own: Kind | None
    ready: tuple[Kind, ...]
    at: datetime

    @property
    def is_pending(self) -> bool:
        return self.own is not None and self.own.is_pending(at=self.at)

    @property
    def has_failed(self) -> bool:
        return self.own is not None and self.own.has_failed(at=self.at)

    @property
    def just_made(self) -> Kind | None:
        """What this person waited for; it is among the ready ones too."""
        return self.own if self.own and self.own.finished_at else None


def documents_seen(documents: Sequence[Kind], *, user: User, at: datetime) -> Documents[Kind]:
    """No queries: all documents of one subject, the newest first."""
    return Documents(
        own=next((one for one in documents if one.asked_by_id == user.pk), None),
        ready=tuple(one for one in documents if one.finished_at),
        at=at,
    )


def reports_of_scan(scan: Scan, *, user: User, at: datetime) -> Documents[Report]:
    """One query; a scan keeps at most one document per choice, and those that failed."""
    reports = list(Report.objects.filter(scan=scan).select_related("asked_by"))
    return documents_seen(reports, user=user, at=at)
