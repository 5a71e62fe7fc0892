"""The documents of a scan, as one person sees them."""

from dataclasses import dataclass
from datetime import datetime

from accounts.models import User
from scans.models import Report, Scan


@dataclass(frozen=True)
class ReportsOfScan:
    """`own` is the newest that this person asked for; `ready` can be fetched by all who read."""

    own: Report | None
    ready: tuple[Report, ...]
    at: datetime

    @property
    def is_pending(self) -> bool:
        return self.own is not None and self.own.is_pending(at=self.at)

    @property
    def has_failed(self) -> bool:
        return self.own is not None and self.own.has_failed(at=self.at)

    @property
    def just_made(self) -> Report | None:
        """What this person waited for; it is among the ready ones too."""
        return self.own if self.own and self.own.finished_at else None


def reports_of_scan(scan: Scan, *, user: User, at: datetime) -> ReportsOfScan:
    """One query; a scan keeps at most one document per choice, and those that failed."""
    reports = list(Report.objects.filter(scan=scan).select_related("asked_by"))
    return ReportsOfScan(
        own=next((report for report in reports if report.asked_by_id == user.pk), None),
        ready=tuple(report for report in reports if report.finished_at),
        at=at,
    )
