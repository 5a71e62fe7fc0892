"""How far the choice of themes is: each of these counts, and what looks like it does not."""

from datetime import timedelta

import pytest

from tests.factories import LONG_AGO, UserFactory
from tests.trajects.factories import (
    CandidateFactory,
    GreenLightFactory,
    LiveSessionFactory,
    MeetingFactory,
    ThemeChoiceFactory,
    TrajectFactory,
    VotingRoundFactory,
)
from trajects.models import Decision
from trajects.queries.facts import facts_of, facts_of_all
from trajects.queries.theme_facts import LIGHTS
from trajects.stages import Subject
from trajects.steps import Facts, Key, Light, OpenSession


@pytest.fixture
def somebody(db):
    return UserFactory()


def over(session_of, somebody, **own):
    return LiveSessionFactory(
        traject=session_of, ended_at=LONG_AGO, ended_by=somebody, opened_by=somebody, **own
    )


def test_candidates_in_the_running_are_counted(traject, somebody):
    group = CandidateFactory(traject=traject)
    CandidateFactory(traject=traject, grouped_into=group)
    CandidateFactory(traject=traject, split_at=LONG_AGO)
    CandidateFactory(
        traject=traject, left_out_at=LONG_AGO, left_out_by=somebody, left_out_because="Klaar"
    )
    CandidateFactory()

    assert facts_of(traject) == Facts(candidates=1)


def test_counted_rounds_about_themes_are_counted(traject, somebody):
    closed = {"closed_at": LONG_AGO, "closed_by": somebody}
    themes = over(traject, somebody)
    VotingRoundFactory(session=themes, **closed)
    VotingRoundFactory(session=themes, number=2, **closed)
    VotingRoundFactory(session=themes, number=3, voided_at=LONG_AGO, void_reason="too_few")
    VotingRoundFactory(session=themes, number=4)
    VotingRoundFactory(session=over(traject, somebody, subject=Subject.START), **closed)
    VotingRoundFactory(session=over(traject, somebody, is_practice=True), **closed)

    assert facts_of(traject) == Facts(rounds=2)


def test_chosen_themes_are_counted_and_parked_ones_not(traject):
    for chosen in (True, True, False):
        ThemeChoiceFactory(candidate=CandidateFactory(traject=traject), chosen=chosen)
    ThemeChoiceFactory()

    assert facts_of(traject) == Facts(candidates=3, chosen=2)


def test_chosen_theme_that_no_longer_runs_is_not_counted(traject):
    gone = CandidateFactory(traject=traject, split_at=LONG_AGO)
    ThemeChoiceFactory(candidate=gone, chosen=True)

    assert facts_of(traject) == Facts()


def test_session_that_is_open_is_there_and_practice_not(traject, somebody):
    over(traject, somebody)
    LiveSessionFactory(traject=traject, is_practice=True)

    assert facts_of(traject) == Facts()

    LiveSessionFactory(traject=traject, code="ABCDEF", subject=Subject.END)

    assert facts_of(traject) == Facts(session=OpenSession("ABCDEF", LONG_AGO))


def test_meetings_about_themes_are_counted_apart(traject):
    MeetingFactory(traject=traject, step=Key.THEMES)
    MeetingFactory(traject=traject)

    assert facts_of(traject) == Facts(meetings=2, theme_meetings=1)


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (Decision.GRANTED, Light.GIVEN),
        (Decision.CONDITIONS, Light.GIVEN),
        (Decision.REFUSED, Light.REFUSED),
        (Decision.NOT_AWAITED, Light.NOT_AWAITED),
    ],
)
def test_last_decision_counts(traject, decision, expected):
    later = LONG_AGO + timedelta(days=1)
    GreenLightFactory(traject=traject, decision=decision, remarks="Toch", recorded_at=later)
    GreenLightFactory(traject=traject, decision=Decision.REFUSED, remarks="Eerst niet")

    assert facts_of(traject).light == expected


def test_every_decision_is_known():
    assert set(LIGHTS) == {None, *Decision}


@pytest.mark.parametrize("number", [1, 3])
def test_facts_without_a_scan_cost_eight_queries(db, django_assert_num_queries, number):
    trajects = TrajectFactory.create_batch(number)
    for traject in trajects:
        VotingRoundFactory(session=LiveSessionFactory(traject=traject))
        CandidateFactory(traject=traject)
        GreenLightFactory(traject=traject)

    with django_assert_num_queries(8):
        facts_of_all(trajects)
