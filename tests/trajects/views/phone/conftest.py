"""A session with a code, three people in it, and the browsers they come with."""

import pytest
from django.test import Client
from django.utils.timezone import now

from accounts.models import User
from tests.trajects.factories import CandidateFactory, LiveSessionFactory
from tests.trajects.views.phone.phones import NAMES, phone, seat_of
from trajects.actions.rounds import open_round
from trajects.models import LiveSession, Seat, Traject, VotingRound
from trajects.voting import Item


@pytest.fixture
def session(traject: Traject, els: User) -> LiveSession:
    return LiveSessionFactory(traject=traject, code="ABCDEF", opened_at=now(), opened_by=els)


@pytest.fixture
def seats(session: LiveSession) -> list[Seat]:
    return [seat_of(session, name) for name in NAMES]


@pytest.fixture
def browser() -> Client:
    """Of somebody who is not in yet."""
    return phone()


@pytest.fixture
def items(traject: Traject) -> list[Item]:
    found = [CandidateFactory(traject=traject, name=name) for name in ("Energie", "Water")]
    return [Item(f"k{one.pk}", one.name, one.short_name) for one in found]


@pytest.fixture
def voting(session: LiveSession, seats: list[Seat], items: list[Item], els: User) -> VotingRound:
    return open_round(session=session, by=els, at=now(), items=items, minimum=3)


@pytest.fixture
def url(voting: VotingRound) -> str:
    return f"/sessie/ABCDEF/stem/{voting.pk}/"
