"""One lock for everything of an organisation: who changes something of it waits for who is first.

Lock order: the organisation, then a row of it. To be called within a transaction.
"""

from accounts.errors import NoLongerCoordinator
from accounts.models import Organisation, User
from accounts.queries.people import able_coordinators


def lock_organisation(pk: int) -> Organisation | None:
    """As it is stored now; None when it does not exist any more."""
    return Organisation.objects.select_for_update().filter(pk=pk).first()


def lock_for_coordinator(organisation_pk: int, by: User) -> Organisation:
    """Also looks, once it is locked, whether `by` may still coordinate. Raises NoLongerCoordinator.

    The page asked this before; a colleague may have taken the right away since.
    """
    locked = lock_organisation(organisation_pk)
    if locked is None or not able_coordinators(organisation_pk).filter(user=by).exists():
        raise NoLongerCoordinator
    return locked
