"""What earlier trajects parked, and whether a list was touched."""

from datetime import timedelta

import pytest

from scans.models import Theme
from tests.factories import LONG_AGO, ThemeFactory, UserFactory
from tests.trajects.factories import (
    CandidateFactory,
    LiveSessionFactory,
    ThemeChoiceFactory,
    ThemeNoteFactory,
    TrajectFactory,
    VotingRoundFactory,
)
from trajects.queries.parked import is_untouched, parked_before
from trajects.stages import Subject


@pytest.fixture
def earlier(traject):
    return TrajectFactory(
        organisation=traject.organisation, created_at=LONG_AGO - timedelta(days=900)
    )


@pytest.fixture
def theme(db) -> Theme:
    return ThemeFactory()


def parked(of, **own):
    candidate = CandidateFactory(traject=of, **own)
    ThemeChoiceFactory(candidate=candidate, chosen=False)
    return candidate


def test_parked_themes_of_earlier_trajects_newest_first(traject, earlier):
    middle = TrajectFactory(
        organisation=traject.organisation, created_at=LONG_AGO - timedelta(days=400)
    )
    first, second = parked(earlier, position=1), parked(earlier, position=2)
    third = parked(middle)
    ThemeChoiceFactory(candidate=CandidateFactory(traject=earlier), chosen=True)
    CandidateFactory(traject=earlier)
    parked(earlier, grouped_into=first)

    assert list(parked_before(traject)) == [third, first, second]


def test_parked_elsewhere_or_later_is_not_offered(traject):
    parked(TrajectFactory(created_at=LONG_AGO - timedelta(days=900)))
    parked(traject)
    parked(
        TrajectFactory(organisation=traject.organisation, created_at=LONG_AGO + timedelta(days=900))
    )

    assert list(parked_before(traject)) == []


def test_what_was_taken_along_is_not_offered_again(traject, earlier):
    here, decided, undecided = parked(earlier), parked(earlier), parked(earlier)
    between = TrajectFactory(
        organisation=traject.organisation, created_at=LONG_AGO - timedelta(days=400)
    )
    CandidateFactory(traject=traject, parked_before=here)
    ThemeChoiceFactory(candidate=CandidateFactory(traject=between, parked_before=decided))
    CandidateFactory(traject=between, parked_before=undecided)

    assert list(parked_before(traject)) == [undecided]


def test_list_as_laid_out_is_untouched(traject, theme):
    assert is_untouched(traject)

    CandidateFactory.create_batch(2, traject=traject, themes=[theme])

    assert is_untouched(traject)


@pytest.mark.parametrize(
    "own",
    [
        {"version": 2},
        {"themes": []},
        {"split_at": LONG_AGO},
        {"left_out_at": LONG_AGO, "left_out_because": "Klaar"},
    ],
)
def test_change_touches(traject, theme, own):
    if "left_out_at" in own:
        own = own | {"left_out_by": UserFactory()}

    CandidateFactory(traject=traject, **({"themes": [theme]} | own))

    assert not is_untouched(traject)


def test_group_note_choice_and_link_touch(traject, theme):
    def one(**own):
        return CandidateFactory(traject=traject, themes=[theme], **own)

    for touch in (
        lambda: one(grouped_into=one()),
        lambda: one(parked_before=CandidateFactory()),
        lambda: ThemeNoteFactory(candidate=one()),
        lambda: ThemeChoiceFactory(candidate=one()),
    ):
        traject.candidates.filter(grouped_into__isnull=False).delete()
        traject.candidates.all().delete()
        touch()
        assert not is_untouched(traject)


def test_round_touches_and_practice_does_not(traject, theme):
    CandidateFactory(traject=traject, themes=[theme])
    VotingRoundFactory(session=LiveSessionFactory(traject=traject, is_practice=True))

    assert is_untouched(traject)

    session = LiveSessionFactory(traject=traject, subject=Subject.START)
    VotingRoundFactory(session=session)

    assert is_untouched(traject)

    session.subject = Subject.THEMES
    session.save()

    assert not is_untouched(traject)
