from collections.abc import Iterable

import pytest

from tests.trajects.dream_factories import (
    DreamImageFactory,
    DreamSourceFactory,
    DreamStarFactory,
)
from tests.trajects.factories import LONG_AGO, CandidateFactory
from trajects.actions.dreams.starring import star, unstar
from trajects.errors import DreamMoved, NoLongerAllowed, NoStarsLeft
from trajects.models import DreamImage, DreamStar, Traject
from trajects.models.writer import Writer


@pytest.fixture
def writer(bram):
    return Writer(user=bram)


def starred(dream, writer):
    star(dream=dream, writer=writer, at=LONG_AGO)


def dream_in(traject: Traject, *themes, **own) -> DreamImage:
    return DreamImageFactory(traject=traject, themes=themes, **own)


def made_from(sources: Iterable[DreamImage], dream: DreamImage) -> DreamImage:
    for source in sources:
        DreamSourceFactory(dream=dream, source=source)
    return dream


def test_a_star_is_given_once(traject, theme, writer):
    dream = dream_in(traject, theme)

    starred(dream, writer)
    starred(dream, writer)

    assert [one.user for one in DreamStar.objects.all()] == [writer.user]


def test_three_stars_are_there_per_theme(traject, theme, other_theme, writer):
    for _number in range(3):
        starred(dream_in(traject, theme), writer)

    with pytest.raises(NoStarsLeft):
        starred(dream_in(traject, theme), writer)
    starred(dream_in(traject, other_theme), writer)
    with pytest.raises(NoStarsLeft):
        starred(dream_in(traject, other_theme, theme), writer)


def test_a_theme_that_was_not_chosen_counts_no_stars(traject, writer):
    parked = CandidateFactory(traject=traject)

    for _number in range(4):
        starred(dream_in(traject, parked), writer)

    assert DreamStar.objects.count() == 4


def test_what_was_merged_from_starred_ones_costs_one_star(traject, theme, writer):
    sources = [dream_in(traject, theme) for _number in range(2)]
    for source in sources:
        starred(source, writer)
    merged = made_from(sources, dream_in(traject, theme))

    starred(merged, writer)  # is there already
    starred(dream_in(traject, theme), writer)
    starred(dream_in(traject, theme), writer)

    with pytest.raises(NoStarsLeft):
        starred(dream_in(traject, theme), writer)
    assert merged.stars.count() == 0


def test_the_parts_of_a_starred_one_cost_one_star(traject, theme, writer):
    whole = dream_in(traject, theme)
    starred(whole, writer)
    for _number in range(3):
        made_from([whole], dream_in(traject, theme))

    starred(dream_in(traject, theme), writer)
    starred(dream_in(traject, theme), writer)

    with pytest.raises(NoStarsLeft):
        starred(dream_in(traject, theme), writer)


def test_a_star_is_taken_back_from_what_it_was_made_of(traject, theme, writer):
    sources = [dream_in(traject, theme) for _number in range(2)]
    other = DreamStarFactory(dream=sources[0])
    for source in sources:
        starred(source, writer)
    merged = made_from(sources, dream_in(traject, theme))

    unstar(dream=merged, writer=writer, at=LONG_AGO)

    assert list(DreamStar.objects.all()) == [other]


@pytest.mark.parametrize("act", [star, unstar])
def test_what_no_longer_stands_gets_no_star(act, traject, theme, writer):
    source = dream_in(traject, theme)
    made_from([source], dream_in(traject, theme))

    with pytest.raises(DreamMoved):
        act(dream=source, writer=writer, at=LONG_AGO)


@pytest.mark.parametrize("act", [star, unstar])
def test_somebody_else_gives_no_star(act, traject, theme, chaima):
    with pytest.raises(NoLongerAllowed):
        act(dream=dream_in(traject, theme), writer=Writer(user=chaima), at=LONG_AGO)
