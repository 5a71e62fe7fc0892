"""One lock for everything of a traject: who changes something of it waits for who is first.

Lock order: the traject, then a row of it. To be called within a transaction.
"""

from collections.abc import Callable

from accounts.models import User
from trajects.errors import NoLongerAllowed, TrajectGone
from trajects.models import Traject
from trajects.queries.standing import Standing, standing_of


def lock_traject(pk: int, *, by: User, may: Callable[[Standing], bool]) -> Traject:
    """As it is stored now. Also looks, once it is locked, whether `by` still may.

    The page asked this before; a colleague may have taken the right away since. Raises
    TrajectGone, NoLongerAllowed.
    """
    locked = Traject.objects.select_for_update().filter(pk=pk).first()
    if locked is None:
        raise TrajectGone
    if not User.objects.filter(pk=by.pk, is_active=True).exists():
        raise NoLongerAllowed
    if not may(standing_of(by, locked)):
        raise NoLongerAllowed
    return locked


def lock_for_leading(pk: int, by: User) -> Traject:
    return lock_traject(pk, by=by, may=lambda standing: standing.may_lead)


def lock_for_moderating(pk: int, by: User) -> Traject:
    return lock_traject(pk, by=by, may=lambda standing: standing.may_moderate)


def lock_for_coordinating(pk: int, by: User) -> Traject:
    return lock_traject(pk, by=by, may=lambda standing: standing.may_coordinate)


def lock_for_contributing(pk: int, by: User) -> Traject:
    return lock_traject(pk, by=by, may=lambda standing: standing.may_contribute)
