import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from accounts.access import (
    member_for_coordinating,
    membership_in,
    organisation_for_coordinating,
    organisation_for_reading,
    still_allowed,
)
from accounts.errors import MembershipGone, NoLongerCoordinator
from accounts.models import Role
from tests.factories import UserFactory


@pytest.mark.parametrize(
    ("person", "role"),
    [("els", Role.COORDINATOR), ("bram", Role.CONTRIBUTOR), ("rita", Role.READER)],
)
def test_member_has_a_membership(world, person, role):
    found = membership_in(world.person(person), world.a.organisation.pk)

    assert (found.role, found.organisation) == (role, world.a.organisation)


@pytest.mark.parametrize("person", ["els", "bram", "rita"])
def test_member_reads_the_organisation(world, person):
    found = organisation_for_reading(world.person(person), world.a.organisation.pk)

    assert found == world.a.organisation


@pytest.mark.parametrize("load", [organisation_for_reading, organisation_for_coordinating])
def test_organisation_of_others_does_not_exist(world, load):
    strangers = [world.chaima, UserFactory(is_superuser=True, is_staff=True), AnonymousUser()]

    for stranger in strangers:
        with pytest.raises(Http404):
            load(stranger, world.a.organisation.pk)


@pytest.mark.parametrize("number", [0, -1, 2**63, 10**30])
def test_impossible_number_is_no_organisation(world, number):
    with pytest.raises(Http404):
        organisation_for_reading(world.els, number)


def test_coordinator_coordinates_the_organisation(world):
    found = organisation_for_coordinating(world.els, world.a.organisation.pk)

    assert found == world.a.organisation


@pytest.mark.parametrize("person", ["bram", "rita"])
def test_other_members_do_not_coordinate(world, person):
    with pytest.raises(PermissionDenied):
        organisation_for_coordinating(world.person(person), world.a.organisation.pk)


def test_membership_costs_one_query(world, django_assert_num_queries):
    with django_assert_num_queries(1):
        str(membership_in(world.els, world.a.organisation.pk).organisation.name)


def test_coordinator_loads_a_member_with_the_person(world, django_assert_num_queries):
    bram = world.bram.memberships.get()

    with django_assert_num_queries(2):
        found = member_for_coordinating(world.els, world.a.organisation.pk, bram.pk)
        names = (found.user.name, found.organisation.name)

    assert (found, names) == (bram, ("Bram Claes", "Gemeente Aalbeke"))


@pytest.mark.parametrize("number", [0, -1, 2**63, 10**30])
def test_impossible_number_is_no_member(world, number):
    with pytest.raises(Http404):
        member_for_coordinating(world.els, world.a.organisation.pk, number)


def test_member_of_another_organisation_is_no_member_here(world):
    with pytest.raises(Http404):
        member_for_coordinating(
            world.els, world.a.organisation.pk, world.chaima.memberships.get().pk
        )


@pytest.mark.parametrize(
    ("refusal", "answer"), [(MembershipGone, Http404), (NoLongerCoordinator, PermissionDenied)]
)
def test_right_that_is_lost_meanwhile_gets_the_answer_of_a_moment_later(refusal, answer):
    with pytest.raises(answer), still_allowed():
        raise refusal
