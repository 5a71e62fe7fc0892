from collections.abc import Iterator

import pytest
from django.utils import translation

from scans.models import Scan
from tests.scans.seeded import ORACLE, seeded_scan
from tests.world import World


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """The source of every text."""
    with translation.override("en"):
        yield


@pytest.fixture
def oracle(world: World) -> Scan:
    return seeded_scan(ORACLE, by=world.els, organisation=world.a.organisation, year=2024)
