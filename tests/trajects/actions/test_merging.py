from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from accounts.models import Role
from tests.factories import (
    LONG_AGO,
    DepartmentFactory,
    MembershipFactory,
    OrganisationFactory,
    ThemeFactory,
)
from tests.trajects.factories import InitiativeFactory, TrajectFactory
from trajects.actions.deciding import refuse_initiative
from trajects.actions.merging import merge_initiatives, tell_apart, unmerge_initiative
from trajects.errors import CannotMerge, InitiativeDecided, NoLongerAllowed
from trajects.models import Initiative, ToldApart
from trajects.queries.photo import likely_pairs, looks_like

NOW = LONG_AGO + timedelta(days=1)


@pytest.fixture
def kept(traject) -> Initiative:
    return InitiativeFactory(
        traject=traject, title="Repaircafé", themes=[ThemeFactory(number=1)], description="Kort."
    )


@pytest.fixture
def other(traject) -> Initiative:
    return InitiativeFactory(
        traject=traject,
        title="Herstelcafé",
        themes=[ThemeFactory(number=2)],
        departments=[DepartmentFactory(organisation=traject.organisation)],
        description="Wat langer uitgelegd.",
        since=2019,
    )


def stored(initiative: Initiative) -> Initiative:
    return Initiative.objects.get(pk=initiative.pk)


def test_merge_unites_and_leaves_the_other_as_it_was_written(kept, other, griet):
    before = other.entry

    merge_initiatives(kept=kept, other=other, by=griet, at=NOW)

    whole, under = stored(kept), stored(other)
    assert whole.title == "Repaircafé"
    assert whole.entry.themes == kept.entry.themes | before.themes
    assert (whole.description, whole.since, whole.version) == ("Wat langer uitgelegd.", 2019, 2)
    assert under.entry == before
    assert (under.merged_into, under.merged_at, under.merged_by) == (kept, NOW, griet)
    assert list(Initiative.objects.on_photo()) == [kept]


def test_unmerge_restores_both(kept, other, griet):
    before = kept.entry, other.entry
    merge_initiatives(kept=kept, other=other, by=griet, at=NOW)

    unmerge_initiative(initiative=other, by=griet, at=NOW)

    assert (stored(kept).entry, stored(other).entry) == before
    apart = stored(other)
    assert (apart.merged_into, apart.merged_at, apart.merged_by, apart.brought) == (
        None,
        None,
        None,
        {},
    )
    assert Initiative.objects.on_photo().count() == 2


def test_of_two_under_one_the_first_is_taken_out_and_the_second_stays(kept, other, griet, traject):
    third = InitiativeFactory(
        traject=traject, description="Nog wat langer uitgelegd dan dat.", since=2021
    )
    for goes in (other, third):
        merge_initiatives(kept=kept, other=goes, by=griet, at=NOW)

    unmerge_initiative(initiative=other, by=griet, at=NOW)

    whole = stored(kept)
    assert (whole.description, whole.since) == ("Nog wat langer uitgelegd dan dat.", 2021)
    assert stored(third).brought["fields"] == {
        "description": ["Kort.", "Nog wat langer uitgelegd dan dat."],
        "since": [None, 2021],
    }


def test_a_merger_can_itself_be_merged_and_taken_apart(kept, other, griet, traject):
    third = InitiativeFactory(traject=traject, title="Fietscafé")
    merge_initiatives(kept=kept, other=other, by=griet, at=NOW)
    whole = stored(kept).entry

    merge_initiatives(kept=third, other=kept, by=griet, at=NOW)
    unmerge_initiative(initiative=kept, by=griet, at=NOW)

    assert stored(kept).entry == whole
    assert stored(other).merged_into == kept


def test_something_that_waits_goes_under_what_is_on_the_photo_and_not_the_other_way(
    kept, other, griet
):
    Initiative.objects.filter(pk=other.pk).update(accepted_at=None)

    with pytest.raises(CannotMerge):
        merge_initiatives(kept=other, other=kept, by=griet, at=NOW)
    merge_initiatives(kept=kept, other=other, by=griet, at=NOW)
    unmerge_initiative(initiative=other, by=griet, at=NOW)

    assert stored(other).is_waiting


def test_what_cannot_be_merged_is_refused(kept, other, griet, traject):
    foreign = InitiativeFactory(traject=TrajectFactory(organisation=traject.organisation))
    with pytest.raises(CannotMerge):
        merge_initiatives(kept=kept, other=foreign, by=griet, at=NOW)
    with pytest.raises(CannotMerge):
        merge_initiatives(kept=kept, other=kept, by=griet, at=NOW)
    refuse_initiative(initiative=other, because="Zomaar.", by=griet, at=NOW)
    with pytest.raises(CannotMerge):
        merge_initiatives(kept=kept, other=other, by=griet, at=NOW)
    merged = InitiativeFactory(traject=traject, merged_into=kept)
    with pytest.raises(CannotMerge):
        merge_initiatives(kept=kept, other=merged, by=griet, at=NOW)


def test_what_stands_by_itself_is_not_unmerged(kept, griet):
    with pytest.raises(InitiativeDecided):
        unmerge_initiative(initiative=kept, by=griet, at=NOW)


@pytest.mark.parametrize("person", ["bram", "els", "chaima"])
def test_only_who_coordinates_merges(request, kept, other, griet, person):
    by = request.getfixturevalue(person)
    with pytest.raises(NoLongerAllowed):
        merge_initiatives(kept=kept, other=other, by=by, at=NOW)
    merge_initiatives(kept=kept, other=other, by=griet, at=NOW)

    with pytest.raises(NoLongerAllowed):
        unmerge_initiative(initiative=other, by=by, at=NOW)

    assert stored(other).merged_into == kept


numbers = st.sets(st.integers(1, 3), max_size=3)
written = st.lists(
    st.tuples(numbers, numbers, st.text("ab", max_size=3), st.sampled_from([None, 2001, 2002])),
    min_size=2,
    max_size=4,
)


class TestStoredMergers(TestCase):
    """Through the database as a whole, with everything that JSON does to it."""

    @given(rows=written, data=st.data())
    @hypothesis_settings(max_examples=15)
    def test_unmerging_all_in_any_order_restores(self, rows, data):
        organisation = OrganisationFactory()
        griet = MembershipFactory(organisation=organisation, role=Role.COORDINATOR).user
        traject = TrajectFactory(organisation=organisation, created_by=griet)
        themes = [ThemeFactory(number=number) for number in (1, 2, 3)]
        departments = [DepartmentFactory(organisation=organisation) for _ in themes]
        made = [
            InitiativeFactory(
                traject=traject,
                themes=[themes[number - 1] for number in theme],
                departments=[departments[number - 1] for number in department],
                description=text,
                since=since,
            )
            for theme, department, text, since in rows
        ]
        before = [one.entry for one in made]
        kept, *others = made
        for other in others:
            merge_initiatives(kept=kept, other=other, by=griet, at=NOW)
        whole = stored(kept).entry

        for other in data.draw(st.permutations(others)):
            unmerge_initiative(initiative=other, by=griet, at=NOW)

        assert whole.themes == frozenset().union(*(one.themes for one in before))
        assert whole.departments == frozenset().union(*(one.departments for one in before))
        assert [stored(one).entry for one in made] == before


def test_two_that_were_told_apart_are_not_proposed_again(traject, griet):
    first, second = (InitiativeFactory(traject=traject, title="Repaircafé") for _ in range(2))
    assert [(pair.first, pair.second) for pair in likely_pairs(traject)] == [(first, second)]

    tell_apart(first=second, second=first, by=griet, at=NOW)
    tell_apart(first=first, second=second, by=griet, at=NOW + timedelta(days=1))

    told = ToldApart.objects.get()
    assert (told.first, told.second, told.at, told.by) == (first, second, NOW, griet)
    assert likely_pairs(traject) == looks_like(first) == []


def test_two_of_different_trajects_and_one_with_itself_are_not_told_apart(kept, griet):
    for other in (InitiativeFactory(), kept):
        with pytest.raises(CannotMerge):
            tell_apart(first=kept, second=other, by=griet, at=NOW)
    assert not ToldApart.objects.exists()


def test_telling_apart_is_for_the_coordinator(kept, other, bram):
    with pytest.raises(NoLongerAllowed):
        tell_apart(first=kept, second=other, by=bram, at=NOW)
