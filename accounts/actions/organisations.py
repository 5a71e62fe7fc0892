import secrets
from collections.abc import Mapping, Sequence
from functools import partial

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.actions.departments import add_departments
from accounts.actions.locking import lock_for_coordinator
from accounts.actions.members import add_member
from accounts.models import Organisation, Role, User


@transaction.atomic
def create_organisation(
    *, organisation: Organisation, coordinator: User, departments: Sequence[str] = ()
) -> Organisation:
    """Stores a new organisation with its first coordinator. Raises ValidationError, by field."""
    organisation.full_clean()
    organisation.save()
    add_departments(organisation=organisation, names=departments)
    add_member(organisation=organisation, user=coordinator, role=Role.COORDINATOR)
    return organisation


@transaction.atomic
def update_organisation(
    *, organisation: Organisation, by: User, changes: Mapping[str, str]
) -> Organisation:
    """`changes`: new values by field, of those that the organisation page asks. The other fields
    stay as they are now. Raises NoLongerCoordinator, ValidationError."""
    locked = lock_for_coordinator(organisation.pk, by)
    for field, value in changes.items():
        setattr(locked, field, value)
    locked.full_clean()
    try:
        with transaction.atomic():
            locked.save(update_fields=changes)
    except IntegrityError as taken:
        raise ValidationError(
            _("Another organisation took this KBO number or NIS code just now.")
        ) from taken
    return locked


@transaction.atomic
def set_logo(*, organisation: Organisation, png: bytes, by: User) -> Organisation:
    """Keeps the picture under a name nobody can guess; the previous one goes. Raises
    NoLongerCoordinator."""
    locked = lock_for_coordinator(organisation.pk, by)
    _delete_later(locked)
    locked.logo.save(f"{secrets.token_hex(16)}.png", ContentFile(png), save=False)
    locked.save(update_fields=["logo"])
    return locked


@transaction.atomic
def remove_logo(*, organisation: Organisation, by: User) -> Organisation:
    """Raises NoLongerCoordinator."""
    locked = lock_for_coordinator(organisation.pk, by)
    _delete_later(locked)
    locked.logo = ""
    locked.save(update_fields=["logo"])
    return locked


def _delete_later(organisation: Organisation) -> None:
    """Once it is certain that the row no longer names the file. A file that cannot be deleted is
    reported in the log; nobody can ask for it any more."""
    name = organisation.logo.name
    if name:
        delete = partial(organisation.logo.storage.delete, name)
        transaction.on_commit(delete, robust=True)
