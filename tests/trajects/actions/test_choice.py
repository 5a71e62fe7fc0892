"""Writing down which themes the group goes on with, and why."""

from datetime import UTC, datetime

import pytest

from scans.errors import ReportUnderWay
from tests.trajects.factories import CandidateFactory, LiveSessionFactory, VotingRoundFactory
from trajects.actions.choice import Decided, ask_choice_document, write_choice
from trajects.errors import (
    ChangedMeanwhile,
    ChoiceIncomplete,
    NoLongerAllowed,
    RoundOpen,
    StepNotReady,
)
from trajects.models import ThemeChoice
from trajects.queries.choices import choice_fingerprint, choices_of, has_chosen
from trajects.stages import Stage

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


@pytest.fixture
def themes(traject):
    return [CandidateFactory(traject=traject, name=name) for name in ("Energie", "Water")]


def chosen(themes, *, second=False, because="Hier begint het."):
    first, last = themes
    return [Decided(first.pk, True, because), Decided(last.pk, second, "Dat is voor later.")]


def write(traject, by, decided, shown=None):
    fingerprint = choice_fingerprint(choices_of(traject)) if shown is None else shown
    write_choice(traject=traject, decided=decided, shown=fingerprint, by=by, at=NOW)


def stored():
    return list(ThemeChoice.objects.values_list("candidate__name", "chosen", "because"))


@pytest.mark.parametrize("person", ["els", "griet"])
def test_choice_is_kept_with_its_reasons(traject, themes, request, person):
    by = request.getfixturevalue(person)

    write(traject, by, chosen(themes))

    assert stored() == [
        ("Energie", True, "Hier begint het."),
        ("Water", False, "Dat is voor later."),
    ]
    assert {(one.by, one.at) for one in ThemeChoice.objects.all()} == {(by, NOW)}
    assert has_chosen(traject)


@pytest.mark.parametrize(("stage", "moves"), [(Stage.CHOICE, 1), (Stage.RESULT, 0)])
def test_screens_that_show_the_choice_follow(traject, themes, griet, stage, moves):
    session = LiveSessionFactory(traject=traject, stage=stage)

    write(traject, griet, chosen(themes))
    write(traject, griet, chosen(themes))  # the same once more

    session.refresh_from_db()
    assert session.moves == moves


def test_new_choice_replaces_the_one_before(traject, themes, griet):
    write(traject, griet, chosen(themes))

    write(traject, griet, chosen(themes, second=True))

    assert [row[1] for row in stored()] == [True, True]


def test_what_is_stored_already_is_right_whatever_the_page_showed(traject, themes, griet, els):
    write(traject, griet, chosen(themes))

    write(traject, els, chosen(themes), shown="van een uur geleden")

    assert {one.by for one in ThemeChoice.objects.all()} == {griet}


def test_choice_over_that_of_a_colleague_is_refused(traject, themes, griet, els):
    shown = choice_fingerprint(choices_of(traject))
    write(traject, griet, chosen(themes))

    with pytest.raises(ChangedMeanwhile):
        write(traject, els, chosen(themes, because="Iets anders."), shown=shown)

    assert stored()[0][2] == "Hier begint het."


def test_candidate_that_came_meanwhile_makes_the_page_stale(traject, themes, griet):
    shown = choice_fingerprint(choices_of(traject))
    CandidateFactory(traject=traject)

    with pytest.raises(ChangedMeanwhile):
        write(traject, griet, chosen(themes), shown=shown)


@pytest.mark.parametrize(
    "broken",
    [
        lambda themes: [],
        lambda themes: chosen(themes)[:1],
        lambda themes: chosen(themes, because=""),
        lambda themes: [one._replace(chosen=False) for one in chosen(themes)],
        lambda themes: [*chosen(themes), chosen(themes)[0]],
    ],
    ids=["nothing", "not all", "no reason", "nothing chosen", "twice"],
)
def test_incomplete_choice_is_refused(traject, themes, griet, broken):
    with pytest.raises(ChoiceIncomplete):
        write(traject, griet, broken(themes))

    assert stored() == []


def test_without_candidates_there_is_no_choice(traject, griet):
    with pytest.raises(ChoiceIncomplete):
        write(traject, griet, [])


def test_choice_about_a_theme_that_no_longer_runs_goes(traject, themes, griet):
    write(traject, griet, chosen(themes))
    first = themes[0]
    first.split_at = NOW
    first.save()
    assert not has_chosen(traject)

    write(traject, griet, [Decided(themes[1].pk, True, "Nu wel.")])

    assert stored() == [("Water", True, "Nu wel.")]


def test_what_was_parked_stays_parked_when_it_no_longer_runs(traject, themes, griet):
    write(traject, griet, chosen(themes))
    energy, water = themes
    water.grouped_into = CandidateFactory(traject=traject, name="Omgeving")
    water.save()

    write(
        traject,
        griet,
        [Decided(energy.pk, True, "Nu wel."), Decided(water.grouped_into.pk, False, "Nog niet.")],
    )

    assert sorted(stored()) == [
        ("Energie", True, "Nu wel."),
        ("Omgeving", False, "Nog niet."),
        ("Water", False, "Dat is voor later."),
    ]


def test_nothing_is_chosen_while_people_vote(traject, themes, griet):
    VotingRoundFactory(session=LiveSessionFactory(traject=traject, is_practice=True))
    write(traject, griet, chosen(themes))
    VotingRoundFactory(session=LiveSessionFactory(traject=traject))

    with pytest.raises(RoundOpen):
        write(traject, griet, chosen(themes, because="Toch."))


@pytest.mark.parametrize("person", ["bram", "chaima"])
def test_who_may_not_lead_is_refused(traject, themes, request, person):
    with pytest.raises(NoLongerAllowed):
        write(traject, request.getfixturevalue(person), chosen(themes))


def test_note_is_asked_for_once_something_is_chosen(traject, themes, griet):
    ask = {"traject": traject, "at": NOW, "slots": 2}
    with pytest.raises(StepNotReady):
        ask_choice_document(by=griet, **ask)
    write(traject, griet, chosen(themes))

    asked = ask_choice_document(by=griet, **ask)

    assert (asked.traject, asked.asked_by, asked.asked_at) == (traject, griet, NOW)
    assert str(asked) == f"{traject.title}: 2026-05-04 09:30"
    with pytest.raises(ReportUnderWay):
        ask_choice_document(by=griet, **ask)
