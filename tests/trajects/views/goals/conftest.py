from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import now

from accounts.models import Role, User
from accounts.tokens import token_hash
from tests.factories import MembershipFactory, UserFactory
from tests.trajects.factories import ParticipantFactory, PersonalLinkFactory
from tests.trajects.views.goals.room import rich_goal
from trajects.models import Goal, Part, Participant, Traject

TOKEN = "een-geheim-van-de-gast"


@pytest.fixture
def goal(traject: Traject) -> Goal:
    return rich_goal(traject)


@pytest.fixture
def url(goal: Goal) -> str:
    return f"/trajecten/{goal.traject_id}/doelen/{goal.pk}/"


@pytest.fixture
def guest(traject: Traject) -> Participant:
    """Of the lead group, with a link that works."""
    made = ParticipantFactory(traject=traject, part=Part.LEAD_GROUP, name="Koen")
    until = now() + timedelta(days=9)
    hashed = token_hash(TOKEN)
    PersonalLinkFactory(participant=made, token_hash=hashed, created_at=now(), expires_at=until)
    return made


@pytest.fixture
def guest_client(guest: Participant) -> Client:
    client = Client()
    client.cookies["language"] = "en"
    return client


@pytest.fixture
def reader(traject: Traject) -> User:
    """Reads at the organisation, and is not in the lead group."""
    user = UserFactory(name="Lieve Lezer")
    MembershipFactory(user=user, organisation=traject.organisation, role=Role.READER)
    return user
