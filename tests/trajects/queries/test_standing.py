"""What one person is in a traject, the long way and the short one."""

import pytest

from accounts.models import Membership
from tests.factories import MembershipFactory, UserFactory
from tests.trajects.factories import LiveSessionFactory, ParticipantWithAccountFactory
from trajects.models import Part
from trajects.queries.standing import standing_at, standing_of


@pytest.fixture
def session(traject):
    return LiveSessionFactory(traject=traject)


@pytest.fixture
def everybody(traject, els, bram, chaima, griet):
    """Also a moderator chosen as a member, before and after leaving, and somebody of everything."""
    inside, gone, both = UserFactory.create_batch(3)
    for user in (inside, gone):
        MembershipFactory(user=user, organisation=traject.organisation)
        ParticipantWithAccountFactory(
            traject=traject, user=user, part=Part.MODERATOR, as_member=True
        )
    Membership.objects.filter(user=gone).delete()
    for part in (Part.MODERATOR, Part.LEAD_GROUP):
        ParticipantWithAccountFactory(traject=traject, user=both, part=part)
    MembershipFactory(user=both, organisation=traject.organisation)
    return [els, bram, chaima, griet, inside, gone, both]


def rights(standing):
    return standing.may_read, standing.may_lead, standing.may_moderate


def test_screens_ask_the_same_in_one_query(traject, session, everybody, django_assert_num_queries):
    for user in everybody:
        with django_assert_num_queries(1):
            short = standing_at(user, traject_pk=traject.pk, session_pk=session.pk)

        assert rights(short) == rights(standing_of(user, traject)), user.name
    assert len({rights(standing_of(user, traject)) for user in everybody}) == 4


def test_session_of_another_traject_is_none(traject, session, els):
    other = LiveSessionFactory()

    assert standing_at(els, traject_pk=traject.pk, session_pk=other.pk) is None
    assert standing_at(els, traject_pk=other.traject_id, session_pk=session.pk) is None
