"""What the page of an organisation shows, and what its coordinator is asked to do next."""

from dataclasses import dataclass
from enum import StrEnum

from accounts.models import Department, Membership, Organisation, Predecessor
from accounts.queries.organisations import departments_with_people
from accounts.queries.people import PeopleCount, people_counts


class NextStep(StrEnum):
    DEPARTMENTS = "departments"
    COLLEAGUES = "colleagues"
    LOGO = "logo"


@dataclass(frozen=True)
class OrganisationPage:
    organisation: Organisation
    may_coordinate: bool
    departments: tuple[Department, ...]
    predecessors: tuple[Predecessor, ...]
    people: PeopleCount

    @property
    def next_step(self) -> NextStep | None:
        """What is missing and matters most; None as well for who cannot change it."""
        if not self.may_coordinate:
            return None
        if not self.departments:
            return NextStep.DEPARTMENTS
        if self.people.is_one_alone:
            return NextStep.COLLEAGUES
        return None if self.organisation.logo else NextStep.LOGO


def organisation_page(membership: Membership) -> OrganisationPage:
    """Four queries, whatever the number of departments, people or predecessors."""
    organisation = membership.organisation
    return OrganisationPage(
        organisation=organisation,
        may_coordinate=membership.may_coordinate,
        departments=tuple(departments_with_people(organisation)),
        predecessors=tuple(organisation.predecessors.all()),
        people=people_counts([organisation])[organisation.pk],
    )
