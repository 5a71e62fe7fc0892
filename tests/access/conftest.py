import logging
from collections.abc import Iterator

import pytest
from django.test import Client

from accounts.models import Role
from tests.factories import MembershipFactory, UserFactory
from tests.world import World


@pytest.fixture(autouse=True)
def _quiet_refusals() -> Iterator[None]:
    """Thousands of refusals are meant: formatting a traceback for each takes longer than they."""
    logger = logging.getLogger("django.request")
    logger.disabled = True
    yield
    logger.disabled = False


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
        "coordinator": world.els,
        "superuser": UserFactory(is_staff=True, is_superuser=True),
        "staff": UserFactory(is_staff=True),
        "deactivated": deactivated,
        "removed": removed,
    }
    clients = {"anonymous": Client()}
    for role, user in people.items():
        clients[role] = Client()
        clients[role].force_login(user)
        clients[role].get("/afmelden/")  # noted as used: the requests of the table note nothing
    deactivated.is_active = False
    deactivated.save()
    removed.memberships.get().delete()
    return clients
