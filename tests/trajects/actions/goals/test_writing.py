"""A goal is proposed and changed; what was adopted changes with a reason, which is kept."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.at_once import at_once, names
from tests.factories import SdgFactory
from tests.trajects.dream_factories import (
    DreamImageFactory,
    DreamSourceFactory,
    GoalAdoptionFactory,
)
from tests.trajects.factories import LONG_AGO, CandidateFactory, ThemeChoiceFactory
from trajects.actions.goals.snapshots import entry_of, snapshot
from trajects.actions.goals.writing import change_goal, propose_goal
from trajects.entries import GoalEntry
from trajects.errors import (
    DreamMoved,
    GoalAdopted,
    GoalChanged,
    GoalSetAside,
    NoLongerAllowed,
    ReasonMissing,
    ThemeNotChosen,
    TrajectGone,
)
from trajects.models import Goal, GoalChange

LATER = LONG_AGO + timedelta(days=3)


@pytest.fixture
def theme(traject):
    return ThemeChoiceFactory(candidate=CandidateFactory(traject=traject)).candidate


@pytest.fixture
def dream(traject, theme):
    return DreamImageFactory(traject=traject, themes=[theme], text="Elk bestek\n- zacht papier")


@pytest.fixture
def full(theme, dream):
    SdgFactory(number=8, name="Waardig werk")
    SdgFactory(number=12)
    return GoalEntry(
        candidate=theme.pk,
        sentence="In 2028 is 60 % van onze bestekken duurzaam.",
        result="In elk bestek staat een duurzame eis.",
        indicator="aandeel bestekken",
        unit="%",
        baseline=Decimal("18.5"),
        baseline_on=date(2025, 6, 30),
        baseline_source="contractenregister",
        target=Decimal(60),
        carrier="dienst aankoop",
        support="managementteam",
        means="6.000 euro",
        due_on=date(2028, 12, 31),
        sdgs=frozenset({8, 12}),
        mvoi_goal="climate",
        mvoi_now=0,
        mvoi_wanted=3,
        bbc_code="AP-4.2",
        dreams=frozenset({dream.pk}),
    )


def brief(theme, **own):
    return GoalEntry(candidate=theme.pk, sentence="We kopen duurzamer.", **own)


def propose(traject, entry, by):
    return propose_goal(traject=traject, entry=entry, by=by, at=LONG_AGO)


def change(goal, entry, by, **own):
    given = {"version": goal.version, "at": LATER, **own}
    return change_goal(goal=goal, entry=entry, by=by, **given)


@pytest.mark.parametrize("person", ["bram", "els", "griet"])
def test_all_that_was_filled_in_is_kept(traject, full, request, person):
    by = request.getfixturevalue(person)

    made = propose(traject, full, by)

    stored = Goal.objects.get()
    assert (made, entry_of(stored)) == (stored, full)
    assert (stored.proposed_by, stored.proposed_at, stored.version) == (by, LONG_AGO, 1)


def test_goals_of_a_theme_stand_in_the_order_in_which_they_came(traject, theme, bram):
    other = ThemeChoiceFactory(candidate=CandidateFactory(traject=traject)).candidate

    made = [propose(traject, brief(one), bram) for one in (theme, theme, other)]

    assert [goal.position for goal in made] == [1, 2, 1]


def test_theme_is_one_that_the_group_chose(traject, theme, bram):
    parked = ThemeChoiceFactory(candidate=CandidateFactory(traject=traject), chosen=False).candidate
    foreign = ThemeChoiceFactory().candidate

    for wrong in (parked, foreign):
        with pytest.raises(ThemeNotChosen):
            propose(traject, brief(wrong), bram)
    assert not Goal.objects.exists()


def test_dream_images_are_of_this_traject_and_on_their_feet(traject, theme, dream, bram, els):
    merged = DreamSourceFactory(dream=dream, source=DreamImageFactory(traject=traject)).source
    left_out = DreamImageFactory(
        traject=traject, left_out_at=LONG_AGO, left_out_by=els, left_out_because="Dubbel"
    )

    for wrong in (merged, left_out, DreamImageFactory()):
        with pytest.raises(DreamMoved):
            propose(traject, brief(theme, dreams=frozenset({dream.pk, wrong.pk})), bram)


@pytest.mark.parametrize("person", ["chaima"])
def test_others_propose_nothing(traject, theme, request, person):
    with pytest.raises(NoLongerAllowed):
        propose(traject, brief(theme), request.getfixturevalue(person))


def test_nothing_is_proposed_in_a_traject_that_is_gone(traject, theme, bram):
    entry = brief(theme)
    theme.choice.delete()
    traject.delete()

    with pytest.raises(TrajectGone):
        propose(traject, entry, bram)


def test_a_proposal_changes_without_a_trace(traject, full, theme, bram):
    goal = propose(traject, full, bram)

    changed = change(goal, brief(theme), bram)

    assert (entry_of(changed), changed.version) == (brief(theme), 2)
    assert not GoalChange.objects.exists()


def test_what_is_stored_already_is_written_no_second_time(traject, full, bram):
    goal = propose(traject, full, bram)

    same = change(goal, replace(full, baseline=Decimal("18.500")), bram, version=0)

    assert same.version == 1


def test_older_page_does_not_win(traject, full, theme, bram):
    goal = propose(traject, full, bram)

    with pytest.raises(GoalChanged) as refused:
        change(goal, brief(theme), bram, version=0)

    assert refused.value.stored == goal
    assert entry_of(Goal.objects.get()) == full


def test_goal_moves_to_the_end_of_another_theme(traject, theme, bram):
    other = ThemeChoiceFactory(candidate=CandidateFactory(traject=traject)).candidate
    propose(traject, brief(other), bram)
    goal = propose(traject, brief(theme), bram)

    moved = change(goal, brief(other), bram)

    assert (moved.candidate, moved.position) == (other, 2)


def test_goal_stays_under_a_theme_and_with_dream_images_of_before(traject, theme, dream, bram):
    goal = propose(traject, brief(theme, dreams=frozenset({dream.pk})), bram)
    theme.choice.delete()
    DreamSourceFactory(dream=DreamImageFactory(traject=traject), source=dream)

    changed = change(goal, replace(entry_of(goal), sentence="Anders."), bram)

    assert changed.sentence == "Anders."
    assert entry_of(changed).dreams == {dream.pk}


def test_change_needs_a_theme_and_dream_images_that_are_there(traject, theme, bram):
    goal = propose(traject, brief(theme), bram)

    with pytest.raises(ThemeNotChosen):
        change(goal, brief(ThemeChoiceFactory().candidate), bram)
    with pytest.raises(DreamMoved):
        change(goal, brief(theme, dreams=frozenset({DreamImageFactory().pk})), bram)


@pytest.mark.parametrize("person", ["els", "griet"])
def test_what_was_adopted_changes_with_a_reason_that_is_kept(traject, full, request, person, bram):
    by = request.getfixturevalue(person)
    goal = propose(traject, full, bram)
    GoalAdoptionFactory(goal=goal)
    before = snapshot(goal)

    changed = change(goal, replace(full, target=Decimal(50)), by, because="Eerst haalbaar.")

    kept = GoalChange.objects.get()
    assert (kept.goal, kept.by, kept.at, kept.because) == (goal, by, LATER, "Eerst haalbaar.")
    assert (kept.before, kept.after) == (before, {**before, "target": "50"})
    assert changed.adoption.adopted_on == LONG_AGO.date()


def test_adopted_goal_changes_for_no_reason_never(traject, full, els):
    goal = propose(traject, full, els)
    GoalAdoptionFactory(goal=goal)

    with pytest.raises(ReasonMissing):
        change(goal, replace(full, unit="procent"), els)


def test_another_dream_image_with_the_same_words_is_a_change(traject, theme, dream, els):
    twin = DreamImageFactory(traject=traject, themes=[theme], text=dream.text)
    goal = propose(traject, brief(theme, dreams=frozenset({dream.pk})), els)
    GoalAdoptionFactory(goal=goal)

    change(goal, brief(theme, dreams=frozenset({twin.pk})), els, because="Verkeerd aangevinkt.")

    assert GoalChange.objects.get().after["dreams"] == [[twin.pk, "Elk bestek"]]


def test_lead_group_leaves_an_adopted_goal_alone(traject, full, bram):
    goal = propose(traject, full, bram)
    GoalAdoptionFactory(goal=goal)

    with pytest.raises(GoalAdopted):
        change(goal, replace(full, unit="procent"), bram, because="Toch.")


def test_goal_that_was_set_aside_stays_as_it_was(traject, theme, els):
    goal = propose(traject, brief(theme), els)
    Goal.objects.update(set_aside_at=LONG_AGO, set_aside_by=els, set_aside_because="Dubbel")

    with pytest.raises(GoalSetAside):
        change(goal, brief(theme, unit="%"), els)


def test_goal_that_is_gone_changes_no_more(traject, theme, els):
    goal = propose(traject, brief(theme), els)
    Goal.objects.get().delete()

    with pytest.raises(TrajectGone):
        change(goal, brief(theme, unit="%"), els)


def test_snapshot_reads_on_its_own(traject, full, theme, dream, els):
    goal = propose(traject, full, els)
    GoalAdoptionFactory(goal=goal)

    assert snapshot(Goal.objects.get()) == {
        "theme": [theme.pk, theme.full_name],
        "sentence": "In 2028 is 60 % van onze bestekken duurzaam.",
        "result": "In elk bestek staat een duurzame eis.",
        "indicator": "aandeel bestekken",
        "unit": "%",
        "baseline": "18.5",
        "baseline_on": "2025-06-30",
        "baseline_source": "contractenregister",
        "target": "60",
        "carrier": "dienst aankoop",
        "support": "managementteam",
        "means": "6.000 euro",
        "due_on": "2028-12-31",
        "mvoi_goal": "climate",
        "mvoi_now": "0",
        "mvoi_wanted": "3",
        "bbc_code": "AP-4.2",
        "sdgs": [8, 12],
        "dreams": [[dream.pk, "Elk bestek"]],
        "adopted_on": LONG_AGO.date().isoformat(),
    }


def test_what_is_open_is_nothing_in_a_snapshot(traject, theme, els):
    said = snapshot(propose(traject, brief(theme), els))

    assert {name for name, value in said.items() if value} == {"theme", "sentence"}
    assert (said["baseline"], said["bbc_code"], said["adopted_on"]) == (None, None, None)


@pytest.mark.django_db(transaction=True)
def test_of_two_changes_at_once_one_is_told(traject, theme, bram, els):
    goal = propose(traject, brief(theme), els)

    def changing(unit, by):
        return lambda: change(goal, brief(theme, unit=unit), by)

    assert names(at_once(changing("%", bram), changing("kWh", els))) == ["Goal", "GoalChanged"]


@pytest.mark.django_db(transaction=True)
def test_two_proposals_at_once_have_places_of_their_own(traject, theme, bram, els):
    def proposing(by):
        return lambda: propose(traject, brief(theme), by)

    assert names(at_once(proposing(bram), proposing(els))) == ["Goal", "Goal"]
    assert sorted(Goal.objects.values_list("position", flat=True)) == [1, 2]
