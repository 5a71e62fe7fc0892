from collections.abc import Sequence

from django.db import transaction

from accounts.models import Department, Membership, Organisation, Role, User


@transaction.atomic
def create_organisation(
    *, organisation: Organisation, coordinator: User, departments: Sequence[str] = ()
) -> Organisation:
    """Stores a new organisation with its first coordinator. Raises ValidationError, by field."""
    organisation.full_clean()
    organisation.save()
    Department.objects.bulk_create(
        Department(organisation=organisation, name=name) for name in departments
    )
    add_member(organisation=organisation, user=coordinator, role=Role.COORDINATOR)
    return organisation


def add_member(
    *, organisation: Organisation, user: User, role: str, department: Department | None = None
) -> Membership:
    """Gives the user this role, or changes the role they have."""
    membership, _created = Membership.objects.update_or_create(
        organisation=organisation, user=user, defaults={"role": role, "department": department}
    )
    return membership
