import pytest

from tests.trajects.management.loading import (
    TODAY,
    load_all,
    load_municipalities,
)


@pytest.fixture
def municipalities(time_machine, snapshots) -> None:
    time_machine.move_to(TODAY)
    snapshots.get(load_municipalities)


@pytest.fixture
def demo(time_machine, snapshots) -> None:
    time_machine.move_to(TODAY)
    snapshots.get(load_all)
