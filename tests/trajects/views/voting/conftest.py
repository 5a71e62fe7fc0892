"""Els leads a session in which five people take part."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import User
from tests.factories import LONG_AGO
from tests.trajects.live import candidates_of, opened, session_with_people
from trajects.models import LiveSession, Traject, VotingRound

AT = LONG_AGO + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def _early(time_machine: TimeMachineFixture) -> None:
    """Five minutes after the session began."""
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def session(traject: Traject) -> LiveSession:
    return session_with_people(traject)


@pytest.fixture
def url(session: LiveSession) -> str:
    return f"/trajecten/{session.traject_id}/sessies/{session.pk}/"


@pytest.fixture
def running(traject: Traject, session: LiveSession, els: User) -> VotingRound:
    candidates_of(traject, "Energie", "Water")
    return opened(session, by=els)


@pytest.fixture
def desk_of_els(els: User, english_of: Callable[[User], Client]) -> Client:
    return english_of(els)
