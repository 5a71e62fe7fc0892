"""The stages of a session, and one step on or back."""

import pytest

from trajects.stages import (
    PER_THEME,
    STAGES,
    Position,
    Stage,
    Subject,
    backward,
    following,
    onward,
    preceding,
)

THEMES, DREAMS, START = Subject.THEMES, Subject.DREAMS, Subject.START


@pytest.mark.parametrize(
    ("subject", "here", "pages", "there"),
    [
        (THEMES, Position(Stage.WELCOME), 1, Position(Stage.SYNTHESIS)),
        (THEMES, Position(Stage.SYNTHESIS), 2, Position(Stage.SYNTHESIS, 2)),
        (THEMES, Position(Stage.SYNTHESIS, 2), 2, Position(Stage.DIALOGUE)),
        (THEMES, Position(Stage.SYNTHESIS, 3), 2, Position(Stage.DIALOGUE)),
        (THEMES, Position(Stage.CHOICE), 1, None),
        (START, Position(Stage.WELCOME), 1, Position(Stage.VOTING)),
        (START, Position(Stage.RESULT), 1, None),
        (DREAMS, Position(Stage.DREAMING), 1, Position(Stage.GALLERY)),
        (DREAMS, Position(Stage.GALLERY), 2, Position(Stage.GALLERY, 2)),
        (DREAMS, Position(Stage.GALLERY, 2), 2, None),
    ],
)
def test_next_screen(subject, here, pages, there):
    assert onward(subject, here, pages=pages) == there


@pytest.mark.parametrize(
    ("subject", "here", "pages_before", "there"),
    [
        (THEMES, Position(Stage.WELCOME), 1, None),
        (THEMES, Position(Stage.SYNTHESIS, 2), 1, Position(Stage.SYNTHESIS)),
        (THEMES, Position(Stage.DIALOGUE), 3, Position(Stage.SYNTHESIS, 3)),
        (START, Position(Stage.VOTING), 1, Position(Stage.WELCOME)),
    ],
)
def test_screen_before(subject, here, pages_before, there):
    assert backward(subject, here, pages_before=pages_before) == there


@pytest.mark.parametrize("subject", Subject)
@pytest.mark.parametrize("pages", [1, 3])
def test_back_undoes_every_step(subject, pages):
    here = Position(STAGES[subject][0])
    while there := onward(subject, here, pages=pages):
        assert backward(subject, there, pages_before=pages) == here
        here = there


@pytest.mark.parametrize("subject", Subject)
def test_stages_follow_each_other(subject):
    stages = STAGES[subject]

    assert [following(subject, one) for one in stages] == [*stages[1:], None]
    assert [preceding(subject, one) for one in stages] == [None, *stages[:-1]]


def test_dreams_alone_have_no_rounds():
    assert [one for one in Subject if not one.has_rounds] == [DREAMS]
    assert not any(Stage.VOTING in STAGES[one] for one in Subject if not one.has_rounds)


def test_every_stage_by_theme_is_in_a_session():
    assert {stage for stages in STAGES.values() for stage in stages} >= PER_THEME
