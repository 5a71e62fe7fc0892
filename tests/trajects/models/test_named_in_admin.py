"""What the administration and a log call a thing: never what somebody voted."""

import pytest

from tests.trajects.factories import (
    CandidateFactory,
    ChoiceDocumentFactory,
    GreenLightFactory,
    LiveSessionFactory,
    RollFactory,
    SeatFactory,
    TallyFactory,
    ThemeChoiceFactory,
    TrajectFactory,
    UrnFactory,
    VotingRoundFactory,
)
from trajects.models import ChoiceDocument

pytestmark = pytest.mark.django_db


@pytest.fixture
def traject():
    return TrajectFactory(title="Samen duurzaam")


def test_session_its_round_and_what_was_counted(traject):
    session = LiveSessionFactory(traject=traject)
    voting = VotingRoundFactory(session=session, number=2)

    assert str(session).startswith(f"{traject}: 20")
    assert str(voting) == f"{session}: 2"
    assert str(TallyFactory(round=voting, item="k1", option="3", count=4)) == "k1, 3: 4"


def test_urn_and_roll_are_numbers_alone():
    voting, seat = VotingRoundFactory(), SeatFactory(name="Aya")
    secret = [["a" * 64, {"k1": "3"}]]

    assert str(UrnFactory(round=voting, bag=secret)) == str(voting.pk)
    assert str(RollFactory(round=voting, seat=seat)) == f"{voting.pk}: {seat.pk}"


def test_choice_and_green_light(traject):
    candidate = CandidateFactory(traject=traject, name="Energie")

    assert str(ThemeChoiceFactory(candidate=candidate)) == "Energie"
    assert str(GreenLightFactory(traject=traject)) == f"{traject}: granted"


def test_note_is_of_its_traject(traject):
    note, other = ChoiceDocumentFactory(traject=traject), ChoiceDocumentFactory()

    assert str(note).startswith(f"{traject}: ")
    assert list(note.alike()) == [note]
    assert list(note.about()) == [traject]
    assert set(ChoiceDocument.objects.all()) == {note, other}
