"""Who can carry an action."""

import pytest

from tests.factories import DepartmentFactory, MembershipFactory
from tests.trajects.factories import ParticipantFactory
from trajects.queries.owners import OwnerChoice, owners_to_choose


@pytest.fixture
def member(traject):
    def made(name, **own):
        return MembershipFactory(organisation=traject.organisation, user__name=name, **own)

    return made


def test_members_and_people_without_account_by_name(traject, griet, els, member):
    department = DepartmentFactory(organisation=traject.organisation, name="Aankoop")
    bea, an = member("bea", department=department), member("An")
    member("Weg", user__is_active=False)
    MembershipFactory()
    koen = ParticipantFactory(
        traject=traject, name="Koen", function="Boswachter", department=department
    )
    ParticipantFactory(name="Van een ander")

    found = owners_to_choose(traject)

    assert found.users == (
        OwnerChoice(an.user_id, "An", ""),
        OwnerChoice(bea.user_id, "bea", "Aankoop"),
        OwnerChoice(griet.pk, "Griet Maes", ""),
    )
    assert found.guests == (OwnerChoice(koen.pk, "Koen", "Boswachter, Aankoop"),)


def test_whether_somebody_is_among_them(traject, griet, chaima):
    koen = ParticipantFactory(traject=traject)
    found = owners_to_choose(traject)

    assert found.has(users=[griet.pk], guests=[koen.pk])
    assert found.has(users=[], guests=[])
    assert not found.has(users=[griet.pk, chaima.pk], guests=[])
    assert not found.has(users=[], guests=[koen.pk + 1])


@pytest.mark.parametrize("number", [1, 3])
def test_two_queries_whatever_their_number(traject, member, number, django_assert_num_queries):
    for _turn in range(number):
        member("Bea", department=DepartmentFactory(organisation=traject.organisation))
        ParticipantFactory(traject=traject)

    with django_assert_num_queries(2):
        owners_to_choose(traject)
