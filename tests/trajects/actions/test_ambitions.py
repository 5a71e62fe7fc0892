"""Writing down how far the group wants to go."""

from datetime import timedelta

import pytest

from tests.factories import LONG_AGO
from tests.trajects.dream_factories import ThemeAmbitionFactory
from tests.trajects.factories import CandidateFactory, ThemeChoiceFactory
from trajects.actions.ambitions import Wanted, set_ambitions
from trajects.errors import ChangedMeanwhile, NoLongerAllowed, ThemeNotChosen
from trajects.models import Candidate, ThemeAmbition
from trajects.queries.ambitions import ambition_fingerprint, theme_steps

LATER = LONG_AGO + timedelta(days=1)


@pytest.fixture
def themes(traject) -> list[Candidate]:
    found = CandidateFactory.create_batch(2, traject=traject)
    for candidate in found:
        ThemeChoiceFactory(candidate=candidate, chosen=True)
    return found


def shown(traject) -> str:
    return ambition_fingerprint(theme_steps(traject))


def stored():
    rows = ThemeAmbition.objects.order_by("candidate")
    return list(rows.values_list("candidate", "step", "because", "at", "by__email"))


def test_every_theme_gets_its_step(traject, themes, griet):
    first, second = themes
    steps = [Wanted(first.pk, 4, "We beginnen ver."), Wanted(second.pk, None)]

    set_ambitions(traject=traject, steps=steps, shown=shown(traject), by=griet, at=LONG_AGO)

    assert stored() == [(first.pk, 4, "We beginnen ver.", LONG_AGO, griet.email)]


def test_what_does_not_change_keeps_who_wrote_it_and_when(traject, themes, griet, els):
    first, second = themes
    ThemeAmbitionFactory(candidate=first, step=3, because="", at=LONG_AGO, by=griet)
    ThemeAmbitionFactory(candidate=second, step=2, because="Eerst dit.", by=griet)
    steps = [Wanted(first.pk, 3), Wanted(second.pk, 3, "Toch verder.")]

    set_ambitions(traject=traject, steps=steps, shown=shown(traject), by=els, at=LATER)

    assert stored() == [
        (first.pk, 3, "", LONG_AGO, griet.email),
        (second.pk, 3, "Toch verder.", LATER, els.email),
    ]


def test_ambition_can_be_taken_back(traject, themes, griet):
    first, second = themes
    ThemeAmbitionFactory(candidate=first)
    steps = [Wanted(first.pk, None), Wanted(second.pk, None)]

    set_ambitions(traject=traject, steps=steps, shown=shown(traject), by=griet, at=LATER)

    assert stored() == []


def test_stale_page_is_refused_unless_it_says_the_same(traject, themes, griet):
    first, second = themes
    steps = [Wanted(first.pk, 4), Wanted(second.pk, 2)]
    old = shown(traject)
    set_ambitions(traject=traject, steps=steps, shown=old, by=griet, at=LONG_AGO)

    set_ambitions(traject=traject, steps=steps, shown=old, by=griet, at=LATER)
    with pytest.raises(ChangedMeanwhile):
        set_ambitions(traject=traject, steps=[Wanted(first.pk, 5)], shown=old, by=griet, at=LATER)

    assert [row[1:4] for row in stored()] == [(4, "", LONG_AGO), (2, "", LONG_AGO)]


@pytest.mark.parametrize("with_stranger", [True, False])
def test_every_chosen_theme_and_no_other_is_spoken_about(traject, themes, griet, with_stranger):
    first, second = themes
    stranger = CandidateFactory()
    steps = [Wanted(first.pk, 4)]
    if with_stranger:
        steps += [Wanted(second.pk, None), Wanted(stranger.pk, 4)]

    with pytest.raises(ThemeNotChosen):
        set_ambitions(traject=traject, steps=steps, shown=shown(traject), by=griet, at=LATER)

    assert stored() == []


def test_only_who_leads_writes_it_down(traject, themes, bram):
    with pytest.raises(NoLongerAllowed):
        set_ambitions(traject=traject, steps=[], shown=shown(traject), by=bram, at=LATER)
