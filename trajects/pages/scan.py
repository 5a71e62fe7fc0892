"""The scan of a traject in short, for everybody who sees the traject."""

from dataclasses import dataclass
from datetime import datetime

from scans.models import Scan
from scans.queries import ScanTally, scan_tallies
from scans.results import ScanResult, scan_result
from trajects.models import Traject
from trajects.queries.standing import Standing


@dataclass(frozen=True)
class ScanPage:
    """`result` is None while nothing is chosen, and for who may not see that of a running scan.
    `reopened_at`: when it was opened again after the group chose it; `reason` why."""

    scan: Scan | None
    tally: ScanTally | None
    result: ScanResult | None
    reopened_at: datetime | None
    reason: str

    @property
    def is_moved(self) -> bool:
        return self.reopened_at is not None


NOTHING = ScanPage(None, None, None, None, "")


def scan_page(traject: Traject, standing: Standing) -> ScanPage:
    """Nine queries at most, whatever the number of statements."""
    if traject.scan_id is None or traject.scan_linked_at is None:
        return NOTHING
    chosen = Scan.objects.with_people().with_imprint().get(pk=traject.scan_id)
    since = chosen.reopenings.filter(at__gt=traject.scan_linked_at).first()
    return ScanPage(
        scan=chosen,
        tally=scan_tallies([chosen])[chosen.pk],
        result=scan_result(chosen) if chosen.is_finished or standing.may_answer else None,
        reopened_at=since.at if since else None,
        reason=since.reason if since else "",
    )
