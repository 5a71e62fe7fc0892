"""Two candidate themes, one of the scan and one of the group itself."""

import pytest

from tests.factories import ThemeFactory
from tests.trajects.factories import CandidateFactory, LiveSessionFactory, VotingRoundFactory
from trajects.models import Candidate, Traject


@pytest.fixture
def energy(traject: Traject) -> Candidate:
    theme = ThemeFactory(number=7, name="Energie en klimaat", short_name="Energie")
    return CandidateFactory(
        traject=traject, position=1, name=theme.name, short_name="Energie", themes=[theme]
    )


@pytest.fixture
def own(traject: Traject) -> Candidate:
    return CandidateFactory(traject=traject, position=2, name="Zwerfvuil", short_name="Zwerfvuil")


@pytest.fixture
def open_round(traject: Traject) -> None:
    VotingRoundFactory(session=LiveSessionFactory(traject=traject))
