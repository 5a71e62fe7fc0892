from datetime import date

import pytest

from accounts.models import Role
from accounts.queries.people import (
    PeopleCount,
    is_only_coordinator,
    left_without_coordinator,
    people_counts,
    people_of,
)
from tests.factories import (
    LONG_AGO,
    DepartmentFactory,
    InvitationFactory,
    MembershipFactory,
    OrganisationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def test_person_is_shown_with_all_there_is_to_know(world):
    purchasing = DepartmentFactory(organisation=world.a.organisation, name="Aankoop")
    world.els.memberships.update(department=purchasing)
    world.els.last_seen_on = date(2026, 11, 12)
    world.els.save()

    els = people_of(world.a.organisation, me=world.els)[0]

    assert (els.name, els.email, els.role) == ("Els Peeters", "els@a.example", Role.COORDINATOR)
    assert (els.department, els.last_seen_on) == ("Aankoop", date(2026, 11, 12))
    assert (els.is_me, els.can_sign_in, els.is_only_coordinator) == (True, True, True)


def test_coordinators_come_first_then_names(world):
    MembershipFactory(
        organisation=world.a.organisation, user__name="anna aerts", role=Role.CONTRIBUTOR
    )
    MembershipFactory(organisation=world.a.organisation, user__name="Zoë Zwart")

    found = people_of(world.a.organisation, me=world.rita)

    assert [(one.name, one.is_me) for one in found] == [
        ("Els Peeters", False),
        ("Zoë Zwart", False),
        ("anna aerts", False),
        ("Bram Claes", False),
        ("Rita Maes", True),
    ]


@pytest.mark.parametrize(
    ("other", "expected"), [({}, False), ({"user__is_active": False}, True), (None, True)]
)
def test_only_coordinator_is_the_only_one_who_can_sign_in(world, other, expected):
    if other is not None:
        MembershipFactory(organisation=world.a.organisation, **other)
    own = world.els.memberships.get()

    line = next(one for one in people_of(world.a.organisation, me=world.els) if one.is_me)

    assert (line.is_only_coordinator, is_only_coordinator(own)) == (expected, expected)


def test_people_cost_one_query(world, django_assert_num_queries):
    with django_assert_num_queries(1):
        people_of(world.a.organisation, me=world.els)


def test_counts_are_of_each_organisation(world):
    own = {"organisation": world.a.organisation}
    InvitationFactory.create_batch(2, **own)
    InvitationFactory(**own, accepted_at=LONG_AGO)
    InvitationFactory(**own, revoked_at=LONG_AGO)
    empty = OrganisationFactory()

    found = people_counts([world.a.organisation, world.b.organisation, empty])

    assert found == {
        world.a.organisation.pk: PeopleCount(people=3, invited=2),
        world.b.organisation.pk: PeopleCount(people=1, invited=0),
        empty.pk: PeopleCount(people=0, invited=0),
    }


@pytest.mark.parametrize(
    ("count", "alone"),
    [(PeopleCount(1, 0), True), (PeopleCount(2, 0), False), (PeopleCount(1, 1), False)],
)
def test_who_invited_somebody_is_not_alone(count, alone):
    assert count.is_one_alone is alone


@pytest.mark.parametrize(("organisations", "queries"), [(0, 2), (1, 2), (10, 2)])
def test_counts_cost_the_same(organisations, queries, django_assert_max_num_queries):
    made = OrganisationFactory.create_batch(organisations)

    with django_assert_max_num_queries(queries):
        people_counts(made)


def test_organisations_that_lose_their_last_coordinator(world):
    bram = world.bram
    MembershipFactory(organisation=world.b.organisation, user=bram)

    assert left_without_coordinator([bram]) == []
    assert left_without_coordinator([world.els, bram]) == [world.a.organisation]
    assert left_without_coordinator([bram, world.chaima]) == [world.b.organisation]
    assert left_without_coordinator([UserFactory()]) == []
