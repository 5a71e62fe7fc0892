"""What fits on one screen, and how many screens follow."""

import pytest

from tests.factories import SdgFactory, ThemeFactory
from tests.trajects.factories import (
    CandidateFactory,
    LiveSessionFactory,
)
from tests.trajects.live import candidates_of, opened, session_with_people
from tests.trajects.pages.session.drawn import again, at_stage, counted
from trajects.pages.session.paging import candidates_with_heights, course_of, on_screens
from trajects.stages import Position, Stage, Subject


@pytest.mark.parametrize(
    ("heights", "screens"),
    [
        ([], []),
        ([1] * 9, [9]),
        ([1] * 10, [9, 1]),
        ([4, 4, 2], [2, 1]),
        ([12, 1], [1, 1]),
    ],
)
def test_rows_stay_whole_on_screens_of_nine_lines(heights, screens):
    assert [len(rows) for rows in on_screens(heights, heights)] == screens


def test_course_counts_groups_by_their_origins(traject, session):
    themes = ThemeFactory.create_batch(3)
    group = CandidateFactory(traject=traject, themes=themes)
    group.sdgs.add(*[SdgFactory(number=number) for number in (1, 2)])
    candidates_of(traject, *"ABCDE")

    found = course_of(at_stage(session, Stage.SYNTHESIS))

    assert found.screens == 2
    assert found.next == Position(Stage.SYNTHESIS, 2)
    assert course_of(at_stage(session, Stage.DIALOGUE)).back == Position(Stage.SYNTHESIS, 2)
    assert course_of(at_stage(session, Stage.SYNTHESIS, 2)).back == Position(Stage.SYNTHESIS)
    assert course_of(at_stage(session, Stage.WELCOME)).back is None


@pytest.mark.parametrize(("themes", "screens"), [(9, 1), (10, 2)])
def test_course_counts_what_was_voted_on(traject, session, els, themes, screens):
    candidates_of(traject, *(f"Thema {n}" for n in range(themes)))
    counted(session, again(session, opened(session, by=els)), els)

    assert course_of(session).screens == screens


def test_measurement_has_one_screen_for_its_result(traject, els):
    session = session_with_people(traject, subject=Subject.START)
    counted(session, again(session, opened(session, by=els)), els)

    assert (session.at_stage, course_of(session).screens) == (Stage.RESULT, 1)


@pytest.mark.django_db
def test_themes_stand_in_their_order_and_not_as_they_were_stored():
    session = LiveSessionFactory()
    later, sooner = (
        CandidateFactory(traject=session.traject, position=place) for place in (20, 10)
    )

    assert list(candidates_with_heights(session)) == [sooner, later]
