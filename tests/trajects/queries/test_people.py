"""The people of a traject as plain values."""

from datetime import timedelta

import pytest

from accounts.models import Membership, Role
from tests.factories import DepartmentFactory, MembershipFactory, UserFactory
from tests.trajects.factories import ParticipantFactory, ParticipantWithAccountFactory
from tests.trajects.linked import NOW, linked, running
from trajects.errors import LinkUnusable
from trajects.models import LinkState, Part
from trajects.queries.people import (
    GroupSize,
    guest_of_link,
    members_without_part,
    people_of,
)


def test_lines_stand_by_department_then_name(traject):
    own = {"organisation": traject.organisation}
    zorg, aankoop = DepartmentFactory(**own, name="zorg"), DepartmentFactory(**own, name="Aankoop")
    for name, department in (("Zoë", None), ("Bo", zorg), ("An", zorg), ("Wim", aankoop)):
        ParticipantFactory(traject=traject, name=name, department=department)

    people = people_of(traject, at=NOW)

    assert [line.name for line in people.lead_group] == ["Wim", "An", "Bo", "Zoë"]
    assert (people.size, people.departments) == (4, 2)


def test_parts_are_apart(traject, els, bram):
    ParticipantFactory(traject=traject, part=Part.POLICY_MAKER, name="Schepen")
    ParticipantFactory(traject=traject, part=Part.COLLEAGUE, name="Collega")

    people = people_of(traject, at=NOW)

    groups = (people.moderators, people.lead_group, people.policy_makers, people.colleagues)
    assert [[line.name for line in group] for group in groups] == [
        ["Els Boone"],
        ["Bram Claes"],
        ["Schepen"],
        ["Collega"],
    ]
    assert [group[0].has_account for group in groups] == [True, True, False, False]
    assert [group[0].may_get_link for group in groups] == [False, False, False, True]


def test_one_query(traject, bram, django_assert_num_queries):
    linked(traject)

    with django_assert_num_queries(1):
        people_of(traject, at=NOW)


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (0, GroupSize.EMPTY),
        (1, GroupSize.SMALL),
        (5, GroupSize.SMALL),
        (6, GroupSize.FINE),
        (25, GroupSize.FINE),
        (26, GroupSize.LARGE),
    ],
)
def test_size_of_the_group(traject, people, expected):
    ParticipantFactory.create_batch(people, traject=traject)

    assert people_of(traject, at=NOW).group_size == expected


def test_who_left_the_organisation_counts_no_more(traject):
    member = MembershipFactory(organisation=traject.organisation)
    ParticipantWithAccountFactory(traject=traject, user=member.user, as_member=True)
    Membership.objects.filter(pk=member.pk).delete()

    people = people_of(traject, at=NOW)

    assert [line.has_left for line in people.lead_group] == [True]
    assert (people.size, people.departments, people.group_size) == (0, 0, GroupSize.EMPTY)


@pytest.mark.parametrize(
    ("link", "state", "since", "works", "usable"),
    [
        ({"sent_at": None, "failed_at": NOW}, LinkState.FAILED, NOW, False, True),
        (
            {"sent_at": None, "failed_at": NOW, "expires_at": NOW},
            LinkState.FAILED,
            NOW,
            False,
            False,
        ),
        # The server stopped between storing the token and mailing it.
        ({"sent_at": None}, LinkState.FAILED, NOW - timedelta(hours=1), False, True),
        ({}, LinkState.SENT, NOW - timedelta(hours=1), True, True),
        ({"opened_at": NOW}, LinkState.OPENED, NOW, True, True),
        ({"expires_at": NOW}, LinkState.EXPIRED, NOW, False, False),
        ({"revoked_at": NOW}, LinkState.REVOKED, NOW, False, False),
    ],
)
def test_link_tells_how_far_it_came(traject, link, state, since, works, usable):
    linked(traject, **link)

    (line,) = people_of(traject, at=NOW).lead_group

    assert line.link is not None
    assert (line.link.state, line.link.since, line.link.works) == (state, since, works)
    assert line.link.is_usable is usable
    assert line.link.again_failed_at is None


def test_failing_again_is_told_beside_a_link_that_works(traject):
    linked(traject, failed_at=NOW)

    (line,) = people_of(traject, at=NOW).lead_group

    assert line.link is not None
    assert (line.link.state, line.link.again_failed_at) == (LinkState.SENT, NOW)


def test_only_members_without_the_part_are_offered(traject, griet, bram):
    MembershipFactory(organisation=traject.organisation, user=UserFactory(is_active=False))
    MembershipFactory(role=Role.READER)

    assert [own.user for own in members_without_part(traject, Part.LEAD_GROUP)] == [griet]
    assert [own.user for own in members_without_part(traject, Part.MODERATOR)] == [bram, griet]


def test_guests_come_by_the_link_of_lead_group_and_colleague_only(traject):
    running(traject)
    links = {
        part: linked(traject, part=part, email=f"{part}@a.example")
        for part in (Part.LEAD_GROUP, Part.COLLEAGUE, Part.MODERATOR)
    }

    for part in (Part.LEAD_GROUP, Part.COLLEAGUE):
        participant, token = links[part]
        assert guest_of_link(token, at=NOW) == participant
    with pytest.raises(LinkUnusable):
        guest_of_link(links[Part.MODERATOR][1], at=NOW)


def test_link_of_a_policy_maker_or_of_an_account_opens_nothing(traject, bram):
    running(traject)
    _maker, of_maker = linked(traject, part=Part.POLICY_MAKER)
    participant, of_account = linked(traject, email="x@a.example")
    participant.user, participant.name, participant.email = UserFactory(), "", ""
    participant.save()

    for token in (of_maker, of_account):
        with pytest.raises(LinkUnusable):
            guest_of_link(token, at=NOW)
