"""Two organisations that take the same number at the same moment."""

from collections.abc import Callable

import pytest

from accounts.actions.organisations import update_organisation
from accounts.models import Membership, Organisation
from tests.at_once import names, overlapping
from tests.factories import MembershipFactory

pytestmark = pytest.mark.django_db(transaction=True)


def taker(coordinator: Membership, field: str, number: str) -> Callable:
    return lambda: update_organisation(
        organisation=coordinator.organisation, by=coordinator.user, changes={field: number}
    )


@pytest.mark.parametrize(("field", "number"), [("kbo_number", "0207451227"), ("nis_code", "11001")])
def test_number_goes_to_the_first_and_the_other_is_told(field, number):
    first, second = MembershipFactory(), MembershipFactory()

    outcomes = overlapping(taker(first, field, number), taker(second, field, number))

    assert names(outcomes) == ["Organisation", "ValidationError"]
    assert Organisation.objects.get(**{field: number}) == first.organisation
