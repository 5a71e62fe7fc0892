import logging
from collections.abc import Iterator

import pytest
from django.test import Client

from accounts.models import Role, User
from tests.access.roads import lay_roads, token_of
from tests.factories import MembershipFactory, UserFactory
from tests.world import World


@pytest.fixture(autouse=True)
def _quiet_refusals() -> Iterator[None]:
    """Thousands of refusals are meant: formatting a traceback for each takes longer than they."""
    logger = logging.getLogger("django.request")
    logger.disabled = True
    yield
    logger.disabled = False


@pytest.fixture(autouse=True)
def _roads(request: pytest.FixtureRequest) -> None:
    """Who asks for the world gets a traject at each place."""
    if "world" in request.fixturenames:
        lay_roads(request.getfixturevalue("world"))


@pytest.fixture
def clients(world: World) -> dict[str, Client]:
    """A browser per role. The last two signed in before they lost their rights."""
    organisation = world.a.organisation
    deactivated, removed = UserFactory(), UserFactory()
    for user in (deactivated, removed):
        MembershipFactory(user=user, organisation=organisation, role=Role.COORDINATOR)
    people = {
        "foreign": world.chaima,
        "reader": world.rita,
        "contributor": world.bram,
        "lead_group": User.objects.get(name="Kopgroeplid"),
        "moderator": User.objects.get(name="Moderator"),
        "coordinator": world.els,
        "superuser": UserFactory(is_staff=True, is_superuser=True),
        "staff": UserFactory(is_staff=True),
        "deactivated": deactivated,
        "removed": removed,
    }
    clients = {"anonymous": Client(), "guest": Client()}
    clients["guest"].get(f"/meedoen/{token_of(world.a)}/")
    for role, user in people.items():
        clients[role] = Client()
        clients[role].force_login(user)
        clients[role].get("/afmelden/")  # noted as used: the requests of the table note nothing
    deactivated.is_active = False
    deactivated.save()
    removed.memberships.get().delete()
    return clients
