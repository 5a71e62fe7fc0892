import pytest

from tests.trajects.live import candidates_of, opened, session_with_people
from tests.trajects.pages.session.drawn import again


@pytest.fixture
def session(traject):
    return session_with_people(traject)


@pytest.fixture
def running(traject, session, els):
    candidates_of(traject, "Energie", "Water")
    return again(session, opened(session, by=els))
