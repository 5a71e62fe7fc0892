from datetime import date, datetime

from django.db import transaction

from accounts.actions.locking import lock_for_coordinator
from accounts.models import Organisation, User
from trajects.actions.locking import lock_for_coordinating
from trajects.errors import ChangedMeanwhile, NotEmpty
from trajects.models import Traject
from trajects.models.traject import PRESENT_PLAN


@transaction.atomic
def start_traject(
    *,
    organisation: Organisation,
    title: str,
    starts_on: date,
    ends_on: date,
    by: User,
    at: datetime,
    plan_from: int = PRESENT_PLAN[0],
    plan_to: int = PRESENT_PLAN[1],
) -> Traject:
    """A new traject, with an empty road. Raises NoLongerCoordinator."""
    locked = lock_for_coordinator(organisation.pk, by)
    return Traject.objects.create(
        organisation=locked,
        title=title,
        starts_on=starts_on,
        ends_on=ends_on,
        plan_from=plan_from,
        plan_to=plan_to,
        created_at=at,
        created_by=by,
    )


@transaction.atomic
def change_traject(
    *,
    traject: Traject,
    title: str,
    starts_on: date,
    ends_on: date,
    plan_from: int,
    plan_to: int,
    by: User,
    shown: str = "",
) -> Traject:
    """`shown` is `details` as the page showed it; without it nobody asks. What is stored already,
    is right. Raises ChangedMeanwhile, NoLongerAllowed, TrajectGone."""
    locked = lock_for_coordinating(traject.pk, by)
    before = locked.details
    locked.title = title
    locked.starts_on = starts_on
    locked.ends_on = ends_on
    locked.plan_from = plan_from
    locked.plan_to = plan_to
    if locked.details != before and shown not in ("", before):
        raise ChangedMeanwhile
    locked.save(update_fields=["title", "starts_on", "ends_on", "plan_from", "plan_to"])
    return locked


@transaction.atomic
def delete_traject(*, traject: Traject, by: User) -> None:
    """Only while nobody's work is in it. Raises NoLongerAllowed, NotEmpty, TrajectGone."""
    locked = lock_for_coordinating(traject.pk, by)
    if locked.holds_work():
        raise NotEmpty
    locked.delete()
