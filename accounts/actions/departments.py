"""New departments by their names alone."""

from collections.abc import Iterable

from accounts.models import Department, Organisation
from accounts.queries.organisations import kinds_by_name


def add_departments(*, organisation: Organisation, names: Iterable[str]) -> list[Department]:
    """Stores each of them; one that is named as a usual department gets that kind."""
    wanted = list(names)
    kinds = kinds_by_name() if wanted else {}
    return Department.objects.bulk_create(
        Department(organisation=organisation, name=name, kind=kinds.get(name.casefold()))
        for name in wanted
    )
