from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import now

from accounts.tokens import token_hash
from tests.trajects.arranged import dreams, other_theme
from tests.trajects.dreaming import chosen, collecting
from tests.trajects.factories import ParticipantFactory, PersonalLinkFactory
from trajects.models import Candidate, DreamCollection, Part, Participant, Traject

__all__ = ["dreams", "other_theme"]

TOKEN = "een-geheim-van-de-gast"


@pytest.fixture
def theme(traject: Traject) -> Candidate:
    return chosen(traject, "Energie")


@pytest.fixture
def collection(traject: Traject, theme: Candidate) -> DreamCollection:
    return collecting(traject)


@pytest.fixture
def base(traject: Traject) -> str:
    return f"/trajecten/{traject.pk}/droombeelden/"


@pytest.fixture
def guest(traject: Traject) -> Participant:
    return guest_of(traject, Part.LEAD_GROUP, TOKEN)


def guest_of(traject: Traject, part: Part, token: str) -> Participant:
    made = ParticipantFactory(traject=traject, part=part, name="Koen")
    until = now() + timedelta(days=9)
    PersonalLinkFactory(
        participant=made, token_hash=token_hash(token), created_at=now(), expires_at=until
    )
    return made


@pytest.fixture
def door(guest: Participant) -> str:
    return f"/meedoen/{TOKEN}/droombeelden/"


@pytest.fixture
def page(guest: Participant) -> Client:
    """A browser with nobody signed in."""
    client = Client()
    client.cookies["language"] = "en"
    return client
