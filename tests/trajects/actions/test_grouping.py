"""Candidate themes go together or fall apart, and come back exactly as they were."""

from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scans.models import Sdg
from tests.factories import LONG_AGO, ThemeFactory
from tests.trajects.factories import (
    CandidateFactory,
    ThemeChoiceFactory,
    ThemeNoteFactory,
    TrajectFactory,
)
from trajects.actions.candidates import bring_back_candidate, leave_out_candidate
from trajects.actions.grouping import (
    group_candidates,
    rejoin_candidate,
    split_candidate,
    ungroup_candidate,
)
from trajects.entries import CandidateEntry
from trajects.errors import CandidateChosen, CandidateMoved, SameName
from trajects.models import Candidate, ThemeChoice, ThemeNote, Traject

WARMTH = CandidateEntry("Warmte", "Warmte")
PIECES = [CandidateEntry("Isoleren", "Isoleren"), CandidateEntry("Stoken", "Stoken", "thuis")]


def whole_state(traject: Traject) -> dict[str, list]:
    """Every row of the candidates, with what hangs on it; not the rows of other trajects."""
    own = {"candidate__traject": traject}
    return {
        "rows": list(traject.candidates.order_by("pk").values()),
        "themes": sorted(
            Candidate.themes.through.objects.filter(**own).values_list("candidate", "theme")
        ),
        "sdgs": sorted(
            Candidate.sdgs.through.objects.filter(**own).values_list("candidate", "sdg")
        ),
        "notes": list(ThemeNote.objects.filter(**own).order_by("pk").values()),
    }


@pytest.fixture
def three(traject):
    """In places 2, 3 and 5, each with an origin of its own."""
    sdg = Sdg.objects.update_or_create(number=13, defaults={"name": "Klimaatactie"})[0]
    made = [
        CandidateFactory(
            traject=traject, position=place, name=name, themes=[ThemeFactory(number=place)]
        )
        for place, name in ((2, "Energie"), (3, "Water"), (5, "Groen"))
    ]
    made[2].sdgs.add(sdg)
    return made


def test_group_stands_in_the_place_of_the_first_with_all_origins(traject, els, three):
    energy, water, green = three

    made = group_candidates(traject=traject, candidates=[green, water], entry=WARMTH, by=els)

    assert (made.position, made.entry) == (3, WARMTH)
    assert [theme.number for theme in made.themes.all()] == [3, 5]
    assert [sdg.number for sdg in made.sdgs.all()] == [13]
    assert list(traject.candidates.running()) == [energy, made]
    assert list(made.grouped.all()) == [water, green]


def test_group_may_be_called_as_one_of_its_members(traject, els, three):
    made = group_candidates(
        traject=traject, candidates=three[:2], entry=CandidateEntry("Water", "Water"), by=els
    )

    assert made.name == "Water"


def test_group_is_not_called_as_another_one(traject, els, three):
    with pytest.raises(SameName):
        group_candidates(
            traject=traject, candidates=three[:2], entry=CandidateEntry("Groen", "Groen"), by=els
        )


def test_group_of_one_or_of_another_traject_is_no_group(traject, els, three):
    for members in (three[:1], [three[0], three[0]], [three[0], CandidateFactory()]):
        with pytest.raises(CandidateMoved):
            group_candidates(traject=traject, candidates=members, entry=WARMTH, by=els)

    assert list(traject.candidates.running()) == three


def test_what_is_in_a_group_is_in_no_other_one(traject, els, three):
    group_candidates(traject=traject, candidates=three[:2], entry=WARMTH, by=els)

    with pytest.raises(CandidateMoved):
        group_candidates(
            traject=traject, candidates=three[1:], entry=CandidateEntry("K", "K"), by=els
        )


def test_group_goes_into_a_group_and_comes_out_again(traject, els, three):
    inner = group_candidates(traject=traject, candidates=three[:2], entry=WARMTH, by=els)
    before = whole_state(traject)

    outer = group_candidates(
        traject=traject, candidates=[inner, three[2]], entry=CandidateEntry("A", "A"), by=els
    )
    with pytest.raises(CandidateMoved):
        ungroup_candidate(candidate=inner, by=els)
    ungroup_candidate(candidate=outer, by=els)

    assert whole_state(traject) == before


def test_what_is_no_group_is_not_taken_apart(traject, els, three):
    with pytest.raises(CandidateMoved):
        ungroup_candidate(candidate=three[0], by=els)


def test_notes_about_a_group_go_along_with_each(traject, els, three):
    group = group_candidates(traject=traject, candidates=three[:2], entry=WARMTH, by=els)
    ThemeNoteFactory(candidate=group, text="Iedereen knikt.")
    ThemeNoteFactory(candidate=three[0], text="Eerst dit.")

    ungroup_candidate(candidate=group, by=els)

    notes = ThemeNote.objects.order_by("candidate__position").values_list("candidate", "text")
    assert list(notes) == [
        (three[0].pk, "Eerst dit.\n\nWarmte\nIedereen knikt."),
        (three[1].pk, "Warmte\nIedereen knikt."),
    ]
    assert ThemeNote.objects.get(candidate=three[0]).version == 2


def test_what_was_parked_stays_parked_with_its_reason(traject, els, three):
    energy, water, green = three
    ThemeChoiceFactory(candidate=energy, chosen=False, because="Vroeger al.")
    group = group_candidates(traject=traject, candidates=three[:2], entry=WARMTH, by=els)
    pieces = split_candidate(candidate=green, entries=PIECES, by=els, at=LONG_AGO)
    for candidate, because in ((group, "Later."), (pieces[0], "Duur."), (pieces[1], "Later.")):
        ThemeChoiceFactory(candidate=candidate, chosen=False, because=because, by=els)

    ungroup_candidate(candidate=group, by=els)
    rejoin_candidate(candidate=green, by=els)

    found = ThemeChoice.objects.order_by("candidate").values_list("candidate", "chosen", "because")
    assert list(found) == [
        (energy.pk, False, "Vroeger al.\nLater."),
        (water.pk, False, "Later."),
        (green.pk, False, "Duur.\nLater."),
    ]


def test_what_was_chosen_does_not_disappear(traject, els, three):
    group = group_candidates(traject=traject, candidates=three[:2], entry=WARMTH, by=els)
    pieces = split_candidate(candidate=three[2], entries=PIECES, by=els, at=LONG_AGO)
    ThemeChoiceFactory(candidate=group, chosen=True)
    ThemeChoiceFactory(candidate=pieces[1], chosen=True)

    with pytest.raises(CandidateChosen):
        ungroup_candidate(candidate=group, by=els)
    with pytest.raises(CandidateChosen):
        rejoin_candidate(candidate=three[2], by=els)

    assert set(traject.candidates.running()) == {group, *pieces}


def test_what_was_chosen_is_not_grouped_and_not_split(traject, els, three):
    ThemeChoiceFactory(candidate=three[0], chosen=True)

    with pytest.raises(CandidateChosen):
        group_candidates(traject=traject, candidates=three, entry=WARMTH, by=els)
    with pytest.raises(CandidateChosen):
        split_candidate(candidate=three[0], entries=PIECES, by=els, at=LONG_AGO)

    assert list(traject.candidates.running()) == three


def test_pieces_stand_in_the_place_of_the_whole_with_its_origins(traject, els, three):
    energy, water, green = three

    made = split_candidate(candidate=green, entries=PIECES, by=els, at=LONG_AGO)

    assert [(one.entry, one.position, one.split_from) for one in made] == [
        (PIECES[0], 5, green),
        (PIECES[1], 5, green),
    ]
    assert [[theme.number for theme in one.themes.all()] for one in made] == [[5], [5]]
    assert [[sdg.number for sdg in one.sdgs.all()] for one in made] == [[13], [13]]
    assert list(traject.candidates.running()) == [energy, water, *made]
    assert Candidate.objects.get(pk=green.pk).split_at == LONG_AGO


def test_piece_may_be_called_as_the_whole_and_no_two_alike(traject, els, three):
    same = CandidateEntry("Groen", "Groen")

    for entries in ([PIECES[0], PIECES[0]], [PIECES[0], CandidateEntry("Water", "W")]):
        with pytest.raises(SameName):
            split_candidate(candidate=three[2], entries=entries, by=els, at=LONG_AGO)
    made = split_candidate(candidate=three[2], entries=[same, *PIECES], by=els, at=LONG_AGO)

    assert len(made) == 3


def test_one_piece_is_no_split_and_nothing_is_split_twice(traject, els, three):
    with pytest.raises(CandidateMoved):
        split_candidate(candidate=three[0], entries=PIECES[:1], by=els, at=LONG_AGO)
    split_candidate(candidate=three[0], entries=PIECES, by=els, at=LONG_AGO)
    with pytest.raises(CandidateMoved):
        split_candidate(candidate=three[0], entries=PIECES, by=els, at=LONG_AGO)


def test_whole_waits_for_all_its_pieces(traject, els, three):
    whole = three[0]
    first, second = split_candidate(candidate=whole, entries=PIECES, by=els, at=LONG_AGO)
    before = whole_state(traject)
    group = group_candidates(traject=traject, candidates=[first, three[1]], entry=WARMTH, by=els)

    with pytest.raises(CandidateMoved):
        rejoin_candidate(candidate=whole, by=els)
    ungroup_candidate(candidate=group, by=els)
    leave_out_candidate(candidate=second, because="Klaar", by=els, at=LONG_AGO)
    with pytest.raises(CandidateMoved):
        rejoin_candidate(candidate=whole, by=els)
    bring_back_candidate(candidate=second, by=els)

    assert whole_state(traject) == before
    rejoin_candidate(candidate=whole, by=els)
    assert list(traject.candidates.all()) == three


def test_what_is_not_split_is_not_made_whole(traject, els, three):
    with pytest.raises(CandidateMoved):
        rejoin_candidate(candidate=three[0], by=els)


def test_notes_about_pieces_go_with_the_whole(traject, els, three):
    pieces = split_candidate(candidate=three[0], entries=PIECES, by=els, at=LONG_AGO)
    for piece, text in zip(pieces, ("Een.", "Twee."), strict=True):
        ThemeNoteFactory(candidate=piece, text=text)

    rejoin_candidate(candidate=three[0], by=els)

    (note,) = ThemeNote.objects.all()
    assert note.candidate == three[0]
    assert note.text == "Isoleren\nEen.\n\nStoken: thuis\nTwee."


class Undo(NamedTuple):
    """What takes the last change back, and how everything was before it."""

    action: object
    candidate: Candidate
    before: dict[str, list]


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_every_way_back_restores_exactly(els, laid_out, data):
    """Any row of groups, splits and leavings out, taken back from the last to the first."""
    traject = laid_out()
    stack: list[Undo] = []

    for number in range(data.draw(st.integers(1, 6))):
        running = list(traject.candidates.running())
        stack.append(_changed(traject, running, number, els, data))

    for undo in reversed(stack):
        undo.action(candidate=undo.candidate, by=els)
        assert whole_state(traject) == undo.before


def _changed(traject, running, number, by, data) -> Undo:
    kinds = ["split", "leave out"] if len(running) > 1 else ["split"]
    kind = data.draw(st.sampled_from(["group", *kinds] if len(running) > 1 else kinds))
    before = whole_state(traject)
    if kind == "group":
        members = data.draw(st.lists(st.sampled_from(running), min_size=2, unique=True))
        entry = CandidateEntry(f"Groep {number}", f"G{number}")
        made = group_candidates(traject=traject, candidates=members, entry=entry, by=by)
        return Undo(ungroup_candidate, made, before)
    one = data.draw(st.sampled_from(running))
    if kind == "split":
        entries = [
            CandidateEntry(f"Deel {number} {piece}", f"D{number} {piece}")
            for piece in range(data.draw(st.integers(2, 5)))
        ]
        split_candidate(candidate=one, entries=entries, by=by, at=LONG_AGO)
        return Undo(rejoin_candidate, one, before)
    leave_out_candidate(candidate=one, because="Nu niet", by=by, at=LONG_AGO)
    return Undo(bring_back_candidate, one, before)


@pytest.fixture
def laid_out(traject):
    """The list of three anew for each example."""
    themes = [ThemeFactory(number=number) for number in (1, 2, 3)]

    def world() -> Traject:
        traject.candidates.exclude(grouped_into=None).update(grouped_into=None)
        traject.candidates.exclude(split_from=None).update(split_from=None)
        traject.candidates.all().delete()
        for place, theme in enumerate(themes, start=1):
            CandidateFactory(traject=traject, position=place, name=f"Thema {place}", themes=[theme])
        return traject

    return world


def test_traject_with_groups_and_pieces_can_be_deleted(db):
    """Rows that point to each other go together."""
    traject = TrajectFactory()
    group = CandidateFactory(traject=traject)
    whole = CandidateFactory(traject=traject, grouped_into=group, split_at=LONG_AGO)
    CandidateFactory(traject=traject, split_from=whole)

    traject.delete()

    assert not Candidate.objects.exists()
