import pytest

from tests.trajects.voting.rooms import Room


@pytest.fixture
def room(traject, els) -> Room:
    return Room.of(traject, els)
