"""What an organisation is made of."""

from django.db.models import Count, Q, QuerySet

from accounts.models import Department, DepartmentKind, Organisation


def departments_with_people(organisation: Organisation) -> QuerySet[Department]:
    """Each with its `kind`, with `people`: how many members, and with `invited`: how many
    unanswered invitations carry it."""
    unanswered = Q(invitations__accepted_at=None, invitations__revoked_at=None)
    return organisation.departments.select_related("kind").annotate(
        people=Count("memberships", distinct=True),
        invited=Count("invitations", distinct=True, filter=unanswered),
    )


def kinds_by_name() -> dict[str, DepartmentKind]:
    """The usual departments by their name in small letters."""
    return {kind.name.casefold(): kind for kind in DepartmentKind.objects.all()}
