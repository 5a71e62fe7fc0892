"""Four people and one traject: Els moderates it from outside, Bram is in its lead group, Griet
coordinates the municipality it belongs to, Chaima coordinates another one."""

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import Organisation, Role, User
from tests.factories import MembershipFactory, OrganisationFactory, UserFactory
from tests.trajects.factories import ParticipantWithAccountFactory, TrajectFactory
from trajects.models import Part, Traject


@pytest.fixture
def organisation(db: None) -> Organisation:
    return OrganisationFactory(name="Gemeente Aalbeke")


@pytest.fixture
def griet(organisation: Organisation) -> User:
    user = UserFactory(name="Griet Maes", email="griet@a.example")
    MembershipFactory(user=user, organisation=organisation, role=Role.COORDINATOR)
    return user


@pytest.fixture
def traject(organisation: Organisation, griet: User) -> Traject:
    return TrajectFactory(organisation=organisation, created_by=griet)


@pytest.fixture
def els(traject: Traject) -> User:
    """Member of nothing."""
    user = UserFactory(name="Els Boone", email="els@streek.example")
    ParticipantWithAccountFactory(traject=traject, user=user, part=Part.MODERATOR)
    return user


@pytest.fixture
def bram(traject: Traject) -> User:
    """Reads at the organisation: what he may do here, he may as a member of the lead group."""
    user = UserFactory(name="Bram Claes", email="bram@a.example")
    MembershipFactory(user=user, organisation=traject.organisation, role=Role.READER)
    ParticipantWithAccountFactory(traject=traject, user=user, part=Part.LEAD_GROUP)
    return user


@pytest.fixture
def chaima(db: None) -> User:
    user = UserFactory(name="Chaima Haddad", email="chaima@b.example")
    other = OrganisationFactory(name="Gemeente Bevere")
    MembershipFactory(user=user, organisation=other, role=Role.COORDINATOR)
    return user


@pytest.fixture
def client_of() -> Callable[[User], Client]:
    """A browser in which this person is signed in."""

    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        client.get("/afmelden/")  # noted as used: the requests of the test note nothing
        return client

    return signed_in


@pytest.fixture
def english_of(client_of: Callable[[User], Client]) -> Callable[[User], Client]:
    """The same, in English: the source of every text."""

    def signed_in(user: User) -> Client:
        client = client_of(user)
        client.cookies["language"] = "en"
        return client

    return signed_in
