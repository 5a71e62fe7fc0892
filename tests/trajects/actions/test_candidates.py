"""What the group chooses from: laid out, named, added, left out and brought back."""

from datetime import timedelta

import pytest

from scans.models import Sdg
from tests.factories import LONG_AGO, ThemeFactory
from tests.trajects.factories import (
    CandidateFactory,
    LiveSessionFactory,
    ThemeChoiceFactory,
    TrajectFactory,
    VotingRoundFactory,
)
from trajects.actions.candidates import (
    add_candidate,
    bring_back_candidate,
    change_candidate,
    leave_out_candidate,
    start_candidates,
    take_along,
)
from trajects.actions.grouping import (
    group_candidates,
    rejoin_candidate,
    split_candidate,
    ungroup_candidate,
)
from trajects.entries import CandidateEntry
from trajects.errors import (
    CandidateChosen,
    CandidateMoved,
    ChangedMeanwhile,
    NoLongerAllowed,
    RoundOpen,
    SameName,
    TrajectGone,
)
from trajects.labels import SDG_SHORT_NAMES
from trajects.models import Candidate
from trajects.queries.candidates import OriginKind
from trajects.stages import Subject

WARMTH = CandidateEntry("Warmte", "Warmte")


@pytest.fixture
def taxonomy(db):
    ThemeFactory(number=10, name="Water en afval", short_name="Water")
    ThemeFactory(number=7, name="Energie en klimaat", short_name="Energie")
    for number, name in ((13, "Klimaatactie"), (6, "Schoon water")):
        Sdg.objects.update_or_create(number=number, defaults={"name": name})


def lines(traject):
    return [
        (
            one.position,
            one.name,
            one.short_name,
            [theme.number for theme in one.themes.all()],
            [sdg.number for sdg in one.sdgs.all()],
        )
        for one in traject.candidates.all()
    ]


def test_list_of_themes_in_their_order(traject, els, taxonomy):
    made = start_candidates(traject=traject, source=OriginKind.THEME, by=els)

    assert lines(traject) == [
        (1, "Energie en klimaat", "Energie", [7], []),
        (2, "Water en afval", "Water", [10], []),
    ]
    assert made == list(traject.candidates.all())


def test_list_of_sdgs_gets_short_names(traject, griet, taxonomy):
    Sdg.objects.exclude(number__in=(6, 13)).delete()

    start_candidates(traject=traject, source=OriginKind.SDG, by=griet)

    shown = [(position, name, sdgs) for position, name, _short, _themes, sdgs in lines(traject)]
    assert shown == [(1, "Schoon water", [6]), (2, "Klimaatactie", [13])]


def test_every_sdg_has_a_short_name_that_fits():
    assert sorted(SDG_SHORT_NAMES) == list(range(1, 18))
    assert all(len(str(name)) <= 20 for name in SDG_SHORT_NAMES.values())


def test_list_that_nobody_touched_begins_anew(traject, els, taxonomy):
    start_candidates(traject=traject, source=OriginKind.SDG, by=els)

    start_candidates(traject=traject, source=OriginKind.THEME, by=els)

    assert [line[1] for line in lines(traject)] == ["Energie en klimaat", "Water en afval"]


def test_list_that_somebody_changed_stays(traject, els, taxonomy):
    start_candidates(traject=traject, source=OriginKind.THEME, by=els)
    add_candidate(traject=traject, entry=WARMTH, by=els)
    before = lines(traject)

    with pytest.raises(ChangedMeanwhile):
        start_candidates(traject=traject, source=OriginKind.SDG, by=els)

    assert lines(traject) == before


def test_added_comes_last_without_origin(traject, els):
    CandidateFactory(traject=traject, position=7)

    made = add_candidate(traject=traject, entry=CandidateEntry("Warmte", "W", "bij jou"), by=els)

    assert (made.position, made.full_name, made.short_name) == (8, "Warmte: bij jou", "W")
    assert not made.themes.exists()


def test_first_one_is_added_in_first_place(traject, els):
    assert add_candidate(traject=traject, entry=WARMTH, by=els).position == 1


def test_two_are_never_called_the_same(traject, els):
    CandidateFactory(traject=traject, name="warmte")
    other = CandidateFactory(traject=traject, name="Koude")

    with pytest.raises(SameName):
        add_candidate(traject=traject, entry=WARMTH, by=els)
    with pytest.raises(SameName):
        change_candidate(candidate=other, entry=WARMTH, version=1, by=els)

    assert [one.name for one in traject.candidates.all()] == ["warmte", "Koude"]


def test_name_of_what_is_out_of_the_running_is_free(traject, els):
    CandidateFactory(traject=traject, name="Warmte", split_at=LONG_AGO)
    CandidateFactory(name="Warmte")

    assert add_candidate(traject=traject, entry=WARMTH, by=els).name == "Warmte"


def test_names_are_changed_and_counted(traject, els):
    candidate = CandidateFactory(traject=traject, name="Warmte")
    entry = CandidateEntry("Warmte", "W", "in huis")

    change_candidate(candidate=candidate, entry=entry, version=1, by=els)

    stored = Candidate.objects.get(pk=candidate.pk)
    assert (stored.entry, stored.version) == (entry, 2)


def test_older_page_changes_nothing_unless_it_says_the_same(traject, els):
    candidate = CandidateFactory(traject=traject, name="Nieuw", version=3)

    with pytest.raises(ChangedMeanwhile):
        change_candidate(candidate=candidate, entry=WARMTH, version=2, by=els)
    same = change_candidate(candidate=candidate, entry=candidate.entry, version=2, by=els)

    assert (same.name, same.version) == ("Nieuw", 3)


def test_left_out_for_a_reason(traject, els):
    candidate = CandidateFactory(traject=traject)

    leave_out_candidate(candidate=candidate, because="Doet de regio", by=els, at=LONG_AGO)

    stored = Candidate.objects.get(pk=candidate.pk)
    assert (stored.left_out_at, stored.left_out_by) == (LONG_AGO, els)
    assert (stored.left_out_because, stored.is_running) == ("Doet de regio", False)


def test_left_out_once(traject, els):
    candidate = CandidateFactory(traject=traject)
    leave_out_candidate(candidate=candidate, because="Eerst", by=els, at=LONG_AGO)

    with pytest.raises(CandidateMoved):
        leave_out_candidate(candidate=candidate, because="Later", by=els, at=LONG_AGO)

    assert Candidate.objects.get(pk=candidate.pk).left_out_because == "Eerst"


def test_what_is_in_the_running_is_not_brought_back(traject, els):
    with pytest.raises(CandidateMoved):
        bring_back_candidate(candidate=CandidateFactory(traject=traject), by=els)


def test_chosen_theme_stays_and_parked_one_may_go(traject, els):
    chosen, parked = CandidateFactory.create_batch(2, traject=traject)
    ThemeChoiceFactory(candidate=chosen, chosen=True)
    ThemeChoiceFactory(candidate=parked, chosen=False)

    with pytest.raises(CandidateChosen):
        leave_out_candidate(candidate=chosen, because="Toch niet", by=els, at=LONG_AGO)
    leave_out_candidate(candidate=parked, because="Toch niet", by=els, at=LONG_AGO)

    assert list(traject.candidates.running()) == [chosen]


@pytest.fixture
def earlier(traject):
    return TrajectFactory(
        organisation=traject.organisation, created_at=LONG_AGO - timedelta(days=900)
    )


def parked_in(earlier, **own):
    candidate = CandidateFactory(traject=earlier, **own)
    ThemeChoiceFactory(candidate=candidate, chosen=False)
    return candidate


def test_parked_theme_comes_along_with_its_origins(traject, earlier, griet):
    theme = ThemeFactory()
    before = parked_in(earlier, name="Warmte", short_name="W", subtheme="in huis", themes=[theme])
    before.sdgs.add(Sdg.objects.get_or_create(number=7, defaults={"name": "Energie"})[0])
    CandidateFactory(traject=traject, position=4)

    (made,) = take_along(traject=traject, parked=[before], by=griet)

    assert (made.entry, made.position, made.parked_before) == (before.entry, 5, before)
    assert list(made.themes.all()) == [theme]
    assert [sdg.number for sdg in made.sdgs.all()] == [7]


def test_parked_theme_that_is_there_already_gets_the_link(traject, earlier, griet):
    before = parked_in(earlier, name="Warmte")
    there = CandidateFactory(traject=traject, name="warmte")

    (found,) = take_along(traject=traject, parked=[before], by=griet)

    there.refresh_from_db()
    assert (found, there.parked_before) == (there, before)
    assert traject.candidates.count() == 1


def test_what_is_not_parked_before_is_not_taken_along(traject, griet):
    elsewhere = parked_in(TrajectFactory(created_at=LONG_AGO - timedelta(days=900)))

    assert take_along(traject=traject, parked=[elsewhere], by=griet) == []
    assert not traject.candidates.exists()


def test_moderator_takes_nothing_along_of_other_trajects(traject, earlier, els):
    with pytest.raises(NoLongerAllowed):
        take_along(traject=traject, parked=[parked_in(earlier)], by=els)


CHANGES = {
    "start": lambda own, by: start_candidates(
        traject=own["traject"], source=OriginKind.THEME, by=by
    ),
    "add": lambda own, by: add_candidate(traject=own["traject"], entry=WARMTH, by=by),
    "change": lambda own, by: change_candidate(
        candidate=own["one"], entry=WARMTH, version=1, by=by
    ),
    "leave out": lambda own, by: leave_out_candidate(
        candidate=own["one"], because="Klaar", by=by, at=LONG_AGO
    ),
    "bring back": lambda own, by: bring_back_candidate(candidate=own["out"], by=by),
    "group": lambda own, by: group_candidates(
        traject=own["traject"], candidates=[own["one"], own["two"]], entry=WARMTH, by=by
    ),
    "ungroup": lambda own, by: ungroup_candidate(candidate=own["group"], by=by),
    "split": lambda own, by: split_candidate(
        candidate=own["one"],
        entries=[WARMTH, CandidateEntry("Koude", "Koude")],
        by=by,
        at=LONG_AGO,
    ),
    "rejoin": lambda own, by: rejoin_candidate(candidate=own["whole"], by=by),
    "take along": lambda own, by: take_along(traject=own["traject"], parked=[], by=by),
}


@pytest.fixture
def own(traject, griet):
    """One of everything, so that only the rule can refuse."""
    group = CandidateFactory(traject=traject)
    CandidateFactory(traject=traject, grouped_into=group)
    whole = CandidateFactory(traject=traject, split_at=LONG_AGO)
    CandidateFactory(traject=traject, split_from=whole)
    out = CandidateFactory(
        traject=traject, left_out_at=LONG_AGO, left_out_by=griet, left_out_because="Klaar"
    )
    one, two = CandidateFactory.create_batch(2, traject=traject)
    return {"traject": traject, "group": group, "whole": whole, "out": out, "one": one, "two": two}


def stored(traject):
    return list(traject.candidates.order_by("pk").values())


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_changes_while_a_round_about_themes_is_open(own, griet, change):
    VotingRoundFactory(session=LiveSessionFactory(traject=own["traject"]))
    before = stored(own["traject"])

    with pytest.raises(RoundOpen):
        CHANGES[change](own, griet)

    assert stored(own["traject"]) == before


@pytest.mark.parametrize("change", sorted(set(CHANGES) - {"start", "take along"}))
def test_measurement_and_closed_round_hold_up_nothing(own, griet, change):
    """Nor does a practice, which who coordinates cannot even see."""
    VotingRoundFactory(session=LiveSessionFactory(traject=own["traject"], is_practice=True))
    session = LiveSessionFactory(traject=own["traject"], subject=Subject.START)
    VotingRoundFactory(session=session)
    over = LiveSessionFactory(traject=own["traject"], ended_at=LONG_AGO, ended_by=griet)
    VotingRoundFactory(session=over, closed_at=LONG_AGO, closed_by=griet)
    before = stored(own["traject"])

    CHANGES[change](own, griet)

    assert stored(own["traject"]) != before


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("who", ["bram", "chaima"])
def test_who_does_not_lead_changes_nothing(own, request, change, who):
    before = stored(own["traject"])

    with pytest.raises(NoLongerAllowed):
        CHANGES[change](own, request.getfixturevalue(who))

    assert stored(own["traject"]) == before


@pytest.mark.parametrize(
    "change", ["change", "leave out", "bring back", "ungroup", "split", "rejoin"]
)
def test_candidate_that_is_gone(own, griet, change):
    own["traject"].candidates.exclude(grouped_into=None).delete()
    own["traject"].candidates.exclude(split_from=None).delete()
    own["traject"].candidates.all().delete()

    with pytest.raises(TrajectGone):
        CHANGES[change](own, griet)
