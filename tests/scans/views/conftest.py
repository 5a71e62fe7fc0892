from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client

from accounts.models import User
from tests.world import World

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)  # 11.30 in Brussels


@pytest.fixture
def clock(time_machine) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def browse(world: World) -> Callable[[str | User], Client]:
    """A signed-in browser of somebody, in English: the source of every text. It was used a moment
    ago, so that no page pays for writing down that it is used."""

    def browse(who: str | User) -> Client:
        client = Client()
        client.force_login(world.person(who) if isinstance(who, str) else who)
        client.cookies["language"] = "en"
        client.get("/afmelden/")
        return client

    return browse
