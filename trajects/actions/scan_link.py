from datetime import datetime

from django.db import transaction

from accounts.models import User
from scans.models import Scan
from trajects.actions.locking import lock_for_coordinating
from trajects.errors import StepNotReady
from trajects.models import Traject
from trajects.steps import Key


@transaction.atomic
def link_scan(*, traject: Traject, scan: Scan, by: User, at: datetime) -> Traject:
    """This is the scan of the traject, as it is now. The same one again: looked at again, once it
    is finished; as long as it is open there is nothing to look at.

    Raises NoLongerAllowed, TrajectGone, and StepNotReady for a scan that is gone or not of this
    organisation, and for another one while the step is done.
    """
    locked = lock_for_coordinating(traject.pk, by)
    own = Scan.objects.filter(organisation=locked.organisation_id, pk=scan.pk).first()
    if own is None or (own.pk != locked.scan_id and _is_done(locked)):
        raise StepNotReady
    if own.pk == locked.scan_id and not own.is_finished:
        return locked
    locked.scan = own
    locked.scan_linked_at = at
    locked.save(update_fields=["scan", "scan_linked_at"])
    return locked


def _is_done(traject: Traject) -> bool:
    return traject.completions.filter(step=Key.SCAN).exists()
