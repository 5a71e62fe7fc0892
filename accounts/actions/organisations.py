import secrets
from collections.abc import Sequence
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction

from accounts.actions.members import add_member
from accounts.models import Department, Organisation, Role, User
from accounts.queries.organisations import kinds_by_name


@transaction.atomic
def create_organisation(
    *, organisation: Organisation, coordinator: User, departments: Sequence[str] = ()
) -> Organisation:
    """Stores a new organisation with its first coordinator. A department named as a usual kind
    gets that kind. Raises ValidationError, by field."""
    organisation.full_clean()
    organisation.save()
    kinds = kinds_by_name()
    Department.objects.bulk_create(
        Department(organisation=organisation, name=name, kind=kinds.get(name.casefold()))
        for name in departments
    )
    add_member(organisation=organisation, user=coordinator, role=Role.COORDINATOR)
    return organisation


@transaction.atomic
def update_organisation(
    *,
    organisation: Organisation,
    name: str,
    type: str,
    kbo_number: str,
    nis_code: str,
    accent: str,
) -> Organisation:
    """Raises ValidationError, by field."""
    locked = _lock(organisation)
    locked.name = name
    locked.type = type
    locked.kbo_number = kbo_number
    locked.nis_code = nis_code
    locked.accent = accent
    locked.full_clean()
    locked.save(update_fields=["name", "type", "kbo_number", "nis_code", "accent"])
    return locked


@transaction.atomic
def set_logo(*, organisation: Organisation, png: bytes) -> Organisation:
    """Keeps the picture under a name nobody can guess; the previous one goes."""
    locked = _lock(organisation)
    _delete_later(locked)
    locked.logo.save(f"{secrets.token_hex(16)}.png", ContentFile(png), save=False)
    locked.save(update_fields=["logo"])
    return locked


@transaction.atomic
def remove_logo(*, organisation: Organisation) -> Organisation:
    locked = _lock(organisation)
    _delete_later(locked)
    locked.logo = ""
    locked.save(update_fields=["logo"])
    return locked


def _lock(organisation: Organisation) -> Organisation:
    return Organisation.objects.select_for_update().get(pk=organisation.pk)


def _delete_later(organisation: Organisation) -> None:
    """Once it is certain that the row no longer names the file. A file that cannot be deleted is
    reported in the log; nobody can ask for it any more."""
    name = organisation.logo.name
    if name:
        delete = partial(organisation.logo.storage.delete, name)
        transaction.on_commit(delete, robust=True)
