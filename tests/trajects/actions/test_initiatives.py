from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils.timezone import now

from accounts.models import Membership, Role
from tests.factories import (
    LONG_AGO,
    DepartmentFactory,
    MembershipFactory,
    SdgFactory,
    ThemeFactory,
)
from tests.trajects.factories import InitiativeFactory, ParticipantFactory, PersonalLinkFactory
from trajects.actions import initiatives
from trajects.actions.deciding import accept_initiative, refuse_initiative
from trajects.actions.initiatives import (
    add_as_guest,
    add_initiative,
    change_as_guest,
    change_initiative,
)
from trajects.entries import InitiativeEntry
from trajects.errors import (
    InitiativeChanged,
    InitiativeDecided,
    LinkUnusable,
    NoLongerAllowed,
    TooManyWaiting,
    TrajectGone,
)
from trajects.models import Initiative, Traject

NOW = LONG_AGO + timedelta(days=1)


@pytest.fixture
def entry(traject) -> InitiativeEntry:
    return InitiativeEntry(
        title="Repaircafé",
        status="running",
        scope="residents",
        themes=frozenset({ThemeFactory().pk}),
        description="Elke maand.",
        since=2020,
        evidence="https://a.example",
        bbc_code="A1",
        departments=frozenset({DepartmentFactory(organisation=traject.organisation).pk}),
        sdgs=frozenset({SdgFactory().pk}),
    )


@pytest.fixture
def guest(traject):
    participant = ParticipantFactory(traject=traject)
    PersonalLinkFactory(participant=participant)
    return participant


@pytest.fixture
def of_bram(traject, bram, entry) -> Initiative:
    return add_initiative(traject=traject, entry=entry, by=bram, at=LONG_AGO)


def test_what_the_coordinator_adds_is_on_the_photo_at_once(traject, griet, entry):
    made = add_initiative(
        traject=traject, entry=entry, statement_code="thema-1-1a", by=griet, at=NOW
    )

    stored = Initiative.objects.get()
    assert stored.entry == entry
    assert (stored.accepted_at, stored.accepted_by, stored.added_by) == (NOW, griet, griet)
    assert (stored.statement_code, stored.version, stored.pk) == ("thema-1-1a", 1, made.pk)


@pytest.mark.parametrize("person", ["bram", "els"])
def test_what_others_add_waits(request, traject, entry, person):
    by = request.getfixturevalue(person)

    made = add_initiative(traject=traject, entry=entry, by=by, at=NOW)

    assert (made.is_waiting, made.added_by) == (True, by)


def test_who_lost_the_right_adds_nothing(traject, bram, entry):
    Membership.objects.filter(user=bram).delete()

    with pytest.raises(NoLongerAllowed):
        add_initiative(traject=traject, entry=entry, by=bram, at=NOW)

    assert not Initiative.objects.exists()


def test_a_department_of_another_organisation_is_left_out(traject, griet, entry):
    foreign = DepartmentFactory()

    made = add_initiative(
        traject=traject,
        entry=replace(entry, departments=entry.departments | {foreign.pk}),
        by=griet,
        at=NOW,
    )

    assert made.entry == entry


def test_a_guest_adds_what_waits(guest, entry):
    made = add_as_guest(participant=guest, entry=entry, at=NOW)

    assert (made.is_waiting, made.added_by, made.added_by_guest) == (True, None, guest)
    assert made.author == guest.name


def test_a_withdrawn_or_expired_link_adds_nothing(guest, entry):
    with pytest.raises(LinkUnusable):
        add_as_guest(participant=guest, entry=entry, at=guest.link.expires_at)
    guest.link.revoked_at = LONG_AGO
    guest.link.save()
    with pytest.raises(LinkUnusable):
        add_as_guest(participant=guest, entry=entry, at=NOW)

    assert not Initiative.objects.exists()


def test_a_guest_cannot_flood_the_coordinator(guest, entry, monkeypatch):
    monkeypatch.setattr(initiatives, "MOST_WAITING", 1)
    first = add_as_guest(participant=guest, entry=entry, at=NOW)

    with pytest.raises(TooManyWaiting):
        add_as_guest(participant=guest, entry=entry, at=NOW)
    Initiative.objects.filter(pk=first.pk).update(accepted_at=NOW)
    add_as_guest(participant=guest, entry=entry, at=NOW)

    assert Initiative.objects.count() == 2


def test_change_stores_all_and_counts(of_bram, bram, entry):
    other = replace(entry, title="Herstelcafé", since=None, sdgs=frozenset())

    change_initiative(initiative=of_bram, entry=other, version=1, by=bram, at=NOW)

    stored = Initiative.objects.get()
    assert stored.entry == other
    assert (stored.version, stored.changed_by, stored.changed_at) == (2, bram, NOW)


def test_a_stale_change_is_refused_with_what_is_stored(of_bram, bram, griet, entry):
    theirs = replace(entry, title="Herstelcafé")
    change_initiative(initiative=of_bram, entry=theirs, version=1, by=griet, at=NOW)

    with pytest.raises(InitiativeChanged) as refused:
        change_initiative(
            initiative=of_bram, entry=replace(entry, since=1999), version=1, by=bram, at=NOW
        )

    assert refused.value.stored.entry == theirs
    assert refused.value.stored.changer == griet.name
    assert Initiative.objects.get().entry == theirs


def test_an_equal_replay_writes_nothing(of_bram, bram, entry):
    other = replace(entry, title="Herstelcafé")
    for _again in range(2):
        change_initiative(initiative=of_bram, entry=other, version=1, by=bram, at=NOW)

    assert Initiative.objects.get().version == 2


def test_who_wrote_it_changes_it_until_it_is_decided(of_bram, bram, griet, entry):
    accept_initiative(initiative=of_bram, by=griet, at=NOW)
    other = replace(entry, title="Herstelcafé")

    with pytest.raises(InitiativeDecided):
        change_initiative(initiative=of_bram, entry=other, version=1, by=bram, at=NOW)
    change_initiative(initiative=of_bram, entry=other, version=1, by=griet, at=NOW)

    assert Initiative.objects.get().title == "Herstelcafé"


def test_somebody_elses_is_not_ones_own(of_bram, traject, entry):
    anna = MembershipFactory(organisation=traject.organisation, role=Role.CONTRIBUTOR).user

    with pytest.raises(NoLongerAllowed):
        change_initiative(initiative=of_bram, entry=entry, version=1, by=anna, at=NOW)


def test_what_was_merged_stays_as_it_was_written(of_bram, griet, entry, traject):
    kept = InitiativeFactory(traject=traject)
    Initiative.objects.filter(pk=of_bram.pk).update(merged_into=kept, merged_at=NOW)

    with pytest.raises(InitiativeDecided):
        change_initiative(
            initiative=of_bram, entry=replace(entry, since=1999), version=1, by=griet, at=NOW
        )


def test_what_is_gone_is_not_changed(of_bram, bram, entry):
    Initiative.objects.all().delete()

    with pytest.raises(TrajectGone):
        change_initiative(initiative=of_bram, entry=entry, version=1, by=bram, at=NOW)


def test_a_guest_changes_their_own_while_it_waits(guest, entry, griet):
    made = add_as_guest(participant=guest, entry=entry, at=LONG_AGO)
    own = {"initiative": made, "participant": guest, "at": NOW}
    other = replace(entry, title="Herstelcafé")

    changed = change_as_guest(entry=other, version=1, **own)
    assert (changed.title, changed.changer) == ("Herstelcafé", guest.name)
    with pytest.raises(InitiativeChanged):
        change_as_guest(entry=entry, version=1, **own)
    accept_initiative(initiative=made, by=griet, at=NOW)
    with pytest.raises(InitiativeDecided):
        change_as_guest(entry=entry, version=2, **own)

    assert Initiative.objects.get().entry == other


def test_a_guest_changes_nothing_of_another(guest, traject, entry):
    made = add_as_guest(participant=guest, entry=entry, at=LONG_AGO)
    other = PersonalLinkFactory(participant=ParticipantFactory(traject=traject)).participant

    with pytest.raises(NoLongerAllowed):
        change_as_guest(initiative=made, participant=other, entry=entry, version=1, at=NOW)


def test_a_guest_of_a_deleted_traject_adds_nothing(guest, entry):
    Traject.objects.all().delete()

    with pytest.raises(LinkUnusable):
        add_as_guest(participant=guest, entry=entry, at=NOW)


def test_accept_signs_and_dates_and_the_first_stays_named(of_bram, griet, traject):
    second = MembershipFactory(organisation=traject.organisation, role=Role.COORDINATOR).user

    accept_initiative(initiative=of_bram, by=griet, at=NOW)
    accept_initiative(initiative=of_bram, by=second, at=now())

    stored = Initiative.objects.get()
    assert (stored.accepted_at, stored.accepted_by, stored.is_on_photo) == (NOW, griet, True)


def test_refuse_keeps_the_reason_and_can_be_taken_back(of_bram, griet):
    for because in ("Van een ander bestuur.", "Nog eens."):
        refuse_initiative(initiative=of_bram, because=because, by=griet, at=NOW)
    left_out = Initiative.objects.refused().get()

    accept_initiative(initiative=of_bram, by=griet, at=NOW)

    assert (left_out.refused_because, left_out.refused_by) == ("Van een ander bestuur.", griet)
    stored = Initiative.objects.on_photo().get()
    assert (stored.refused_at, stored.refused_by, stored.refused_because) == (None, None, "")


def test_what_was_accepted_can_be_left_out_after_all(of_bram, griet):
    accept_initiative(initiative=of_bram, by=griet, at=NOW)

    refuse_initiative(initiative=of_bram, because="Het bestaat niet meer.", by=griet, at=NOW)

    stored = Initiative.objects.get()
    assert (stored.accepted_at, stored.accepted_by, stored.refused_at) == (None, None, NOW)


@pytest.mark.parametrize("person", ["bram", "els", "chaima"])
def test_only_who_coordinates_decides(request, of_bram, person):
    by = request.getfixturevalue(person)

    with pytest.raises(NoLongerAllowed):
        accept_initiative(initiative=of_bram, by=by, at=NOW)
    with pytest.raises(NoLongerAllowed):
        refuse_initiative(initiative=of_bram, because="Zomaar.", by=by, at=NOW)

    assert Initiative.objects.get().is_waiting


def test_a_merger_is_not_decided_about(of_bram, griet, traject):
    kept = InitiativeFactory(traject=traject)
    Initiative.objects.filter(pk=of_bram.pk).update(merged_into=kept, merged_at=NOW)

    with pytest.raises(InitiativeDecided):
        accept_initiative(initiative=of_bram, by=griet, at=NOW)
    with pytest.raises(InitiativeDecided):
        refuse_initiative(initiative=kept, because="Zomaar.", by=griet, at=NOW)


def test_nobody_is_named_when_nobody_is_known(of_bram, bram):
    bram.delete()

    stored = Initiative.objects.get()
    assert (stored.author, stored.changer) == ("", "")


def test_author_with_an_account_goes_by_that_name(of_bram, bram):
    assert of_bram.author == bram.name
