"""What an organisation is made of."""

from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from accounts.models import Department, DepartmentKind, Invitation, Membership, Organisation


def departments_with_people(organisation: Organisation) -> QuerySet[Department]:
    """Each with its `kind`, with `people`: how many members, and with `invited`: how many
    unanswered invitations carry it."""
    return organisation.departments.select_related("kind").annotate(
        people=_per_department(Membership.objects.all()),
        invited=_per_department(Invitation.objects.unanswered()),
    )


def _per_department(rows: QuerySet[Any]) -> Coalesce:
    """Counted apart: two joins in one query would multiply people by invitations."""
    own = rows.filter(department=OuterRef("pk")).order_by().values("department")
    return Coalesce(Subquery(own.annotate(number=Count("pk")).values("number")), 0)


def kinds_by_name() -> dict[str, DepartmentKind]:
    """The usual departments by their name in small letters."""
    return {kind.name.casefold(): kind for kind in DepartmentKind.objects.all()}
