"""A session in which the group writes, about one theme that was chosen."""

import pytest
from django.utils.timezone import now

from accounts.models import User
from tests.trajects.factories import LiveSessionFactory
from tests.trajects.views.phone.dreams.sending import chosen
from trajects.models import Candidate, LiveSession, Traject
from trajects.stages import Stage, Subject


@pytest.fixture
def session(traject: Traject, els: User) -> LiveSession:
    return LiveSessionFactory(
        traject=traject,
        code="ABCDEF",
        opened_at=now(),
        opened_by=els,
        subject=Subject.DREAMS,
        stage=Stage.DREAMING,
    )


@pytest.fixture
def theme(traject: Traject) -> Candidate:
    return chosen(traject, "Energie")
