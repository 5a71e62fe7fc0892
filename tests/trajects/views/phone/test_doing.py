"""What a phone shows: the one thing that its owner does now."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from tests.page import main_text
from tests.trajects.factories import CandidateFactory, ThemeChoiceFactory
from tests.trajects.views.phone.phones import URL, counted, opened, phone, seat_of, told, voted
from trajects.actions.rounds import close_round
from trajects.stages import Stage, Subject
from trajects.voting import QUESTIONS, Item


def test_first_visit_asks_for_a_name(session, browser, traject):
    text = told(browser)

    assert "Choose the themes with us" in text
    assert traject.title in text


@pytest.mark.parametrize(
    ("stage", "says"),
    [
        (Stage.WELCOME, "You are in"),
        (Stage.SYNTHESIS, "What the scan and the photo show"),
        (Stage.DIALOGUE, "The group talks"),
        (Stage.VOTING, "The vote opens in a moment"),
        (Stage.RESULT, "The vote opens in a moment"),
        (Stage.CHOICE, "The group chooses"),
    ],
)
def test_phone_follows_the_stage(stage, says, session, seats):
    session.stage = stage
    session.save()

    assert says in told(phone("Aya"))


def test_phone_names_the_theme_that_is_talked_about(session, seats, traject):
    session.stage = Stage.DIALOGUE
    session.candidate = CandidateFactory(traject=traject, name="Energie", subtheme="gebouwen")
    session.save()

    assert "Energie: gebouwen" in told(phone("Aya"))


def test_open_round_asks_to_vote(session, seats, els):
    voting = opened(session, els)

    response = phone("Aya").get(URL)

    assert "The vote is open" in main_text(response)
    assert f'href="{URL}stem/{voting.pk}/"' in response.content.decode()
    assert "0 of 3 have voted" in response.content.decode()


def test_after_voting_the_phone_says_so(session, seats, els):
    voting = opened(session, els)
    voted(voting, seats[0])

    assert "Your vote is in" in told(phone("Aya"))
    assert "The vote is open" in told(phone("Ben"))


@pytest.mark.parametrize(
    ("observes", "says"), [(False, "This round began without you"), (True, "The group votes")]
)
def test_who_is_not_on_the_roll_is_told_why(observes, says, session, seats, els):
    opened(session, els)
    seat_of(session, "Laat", observes=observes)

    assert says in told(phone("Laat"))


def test_result_in_short(session, seats, els):
    counted(session, els, seats)

    text = told(phone("Aya"))

    assert "Result of round 1" in text
    assert "1Energie3,0 points on average" in text
    assert "2Water1,0 points on average" in text


def test_result_of_a_measurement(session, seats, els):
    session.subject = Subject.START
    session.save()
    voting = opened(session, els, items=[Item(key, key, key) for key in QUESTIONS])
    for seat in seats:
        choices = dict.fromkeys(QUESTIONS, "4")
        voted(voting, seat, **choices)
    close_round(voting_round=voting, by=els, at=now())

    text = told(phone("Aya"))

    assert "How far is our organisation with it?" in text
    assert "median 4" in text


def test_void_round_is_told_with_its_reason(session, seats, els):
    voting = opened(session, els)
    close_round(voting_round=voting, by=els, at=now())

    text = told(phone("Aya"))

    assert "This round does not count" in text
    assert "Too few people voted to keep the votes secret." in text


def test_broken_round_is_told_before_anybody_wrote_it_down(session, seats, els):
    opened(session, els).urn.delete()

    text = told(phone("Aya"))

    assert "This round does not count" in text
    assert "Something interrupted the vote." in text


def test_choice_of_the_group_is_named(session, seats, traject):
    ThemeChoiceFactory(candidate=CandidateFactory(traject=traject, name="Energie"))
    ThemeChoiceFactory(candidate=CandidateFactory(traject=traject, name="Water"), chosen=False)
    gone = CandidateFactory(traject=traject, name="Mobiliteit", split_at=now())
    ThemeChoiceFactory(candidate=gone)
    session.stage = Stage.CHOICE
    session.save()

    text = told(phone("Aya"))

    assert "What the group chose" in text
    assert "Energie" in text
    assert "Water" not in text
    assert "Mobiliteit" not in text


@pytest.mark.parametrize("how", ["ended", "expired"])
def test_who_was_in_hears_that_it_is_over(how, session, seats, els):
    if how == "ended":
        session.ended_at, session.ended_by = now(), els
    else:
        session.opened_at = now() - timedelta(hours=25)
    session.save()

    assert "The session is over" in told(phone("Aya"))
    assert phone().get(URL).status_code == 404


def test_practice_is_marked(session, seats):
    session.is_practice = True
    session.save()

    assert "This is a practice session." in phone("Aya").get(URL).content.decode()
