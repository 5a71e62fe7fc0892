from datetime import UTC, datetime

import pytest

from accounts.models import Department, Membership, Role
from tests.trajects.factories import InitiativeFactory
from tests.trajects.photos import photo_of
from trajects.actions.imports import import_initiatives
from trajects.entries import InitiativeEntry
from trajects.errors import LabelGone, NoLongerAllowed
from trajects.models import Initiative

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


@pytest.fixture
def photo(traject):
    return photo_of(traject)


def entry(photo, title="Fietsplan", **fields) -> InitiativeEntry:
    usual = {"status": "running", "scope": "residents", "themes": frozenset({photo.themes[0].pk})}
    return InitiativeEntry(title=title, **{**usual, **fields})


def bring(traject, by, *entries):
    return import_initiatives(traject=traject, entries=entries, by=by, at=NOW)


def test_everything_of_an_entry_is_stored_and_on_the_photo(photo, traject, griet):
    brought = entry(
        photo,
        description="Op de fiets.",
        since=2019,
        evidence="https://www.example.org",
        bbc_code="AP-1",
        themes=frozenset(theme.pk for theme in photo.themes),
        departments=frozenset({photo.departments[1].pk}),
        sdgs=frozenset(sdg.pk for sdg in photo.sdgs),
    )

    (made,) = bring(traject, griet, brought)

    stored = Initiative.objects.get(pk=made.pk)
    assert stored.entry == brought
    assert (stored.accepted_at, stored.accepted_by, stored.added_by) == (NOW, griet, griet)
    assert stored.is_on_photo


def test_same_file_again_adds_nothing(photo, traject, griet):
    refused = InitiativeFactory(
        traject=traject, title="Eerder", accepted_at=None, refused_at=NOW, refused_because="x"
    )
    both = [entry(photo), entry(photo, "zonnepanelen"), entry(photo, refused.title)]

    first, again = bring(traject, griet, *both), bring(traject, griet, *both)

    assert [one.title for one in first] == ["Fietsplan", "Eerder"]
    assert again == []


def test_nothing_is_stored_when_a_label_is_gone(photo, traject, griet, chaima):
    foreign = Department.objects.create(
        organisation=chaima.memberships.get().organisation, name="Elders"
    )
    before = Initiative.objects.count()

    for wrong in ({"departments": foreign.pk}, {"themes": 999_999}, {"sdgs": 999_999}):
        fields = {name: frozenset({pk}) for name, pk in wrong.items()}
        with pytest.raises(LabelGone):
            bring(traject, griet, entry(photo), entry(photo, "Tweede", **fields))

    assert Initiative.objects.count() == before


def test_right_is_asked_again(photo, traject, griet, els):
    Membership.objects.filter(user=griet).update(role=Role.CONTRIBUTOR)

    for person in (griet, els):
        with pytest.raises(NoLongerAllowed):
            bring(traject, person, entry(photo))
