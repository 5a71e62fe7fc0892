"""Who takes part, as stored."""

import pytest

from accounts.errors import DepartmentGone
from accounts.models import Role, User
from tests.factories import DepartmentFactory, MembershipFactory, UserFactory
from tests.trajects.factories import ParticipantFactory, ParticipantWithAccountFactory
from tests.trajects.linked import NOW, linked
from trajects.actions.people import (
    Person,
    add_members,
    add_person,
    change_participant,
    remove_participant,
)
from trajects.errors import AlreadyTakingPart, NoLongerAllowed, TrajectGone
from trajects.models import Part, Participant, PersonalLink
from trajects.queries.standing import standing_of

KOEN = Person(name="Koen", email="Koen@A.example", function="Groendienst")


def member(traject, **fields):
    return MembershipFactory(organisation=traject.organisation, role=Role.READER, **fields)


def test_members_get_the_part_with_their_department(traject, griet):
    department = DepartmentFactory(organisation=traject.organisation)
    one, other = member(traject, department=department), member(traject)

    made = add_members(
        traject=traject,
        part=Part.LEAD_GROUP,
        membership_pks=[one.pk, other.pk],
        by=griet,
        at=NOW,
    )

    stored = [(p.user, p.department, p.as_member, p.added_at) for p in made]
    assert stored == [(one.user, department, True, NOW), (other.user, None, True, NOW)]


def test_member_of_elsewhere_deactivated_or_with_the_part_is_passed_over(traject, griet, bram):
    there = bram.memberships.get()
    off = member(traject, user=UserFactory(is_active=False))
    elsewhere = MembershipFactory()

    made = add_members(
        traject=traject,
        part=Part.LEAD_GROUP,
        membership_pks=[there.pk, off.pk, elsewhere.pk],
        by=griet,
        at=NOW,
    )

    assert made == []


def test_member_who_had_a_personal_link_goes_on_with_the_account(traject, griet):
    guest, _token = linked(traject, email="koen@a.example")
    guest.department = DepartmentFactory(organisation=traject.organisation)
    guest.save()
    koen = member(traject, user=UserFactory(email="koen@a.example"))

    made = add_members(
        traject=traject, part=Part.LEAD_GROUP, membership_pks=[koen.pk], by=griet, at=NOW
    )

    stored = Participant.objects.get()
    assert (made, stored.user, stored.department) == ([guest], koen.user, guest.department)
    assert (stored.name, stored.email, stored.as_member) == ("", "", True)
    assert not PersonalLink.objects.exists()


def test_person_is_kept_with_the_address_in_one_spelling(traject, griet):
    made = add_person(traject=traject, part=Part.COLLEAGUE, person=KOEN, by=griet, at=NOW)

    stored = Participant.objects.get(pk=made.pk)
    assert (stored.name, stored.email, stored.function) == ("Koen", "koen@a.example", "Groendienst")
    assert (stored.user, stored.as_member, stored.stored_link) == (None, False, None)


def test_policy_maker_needs_no_address(traject, griet):
    person = Person(name="Schepen Jan")

    made = add_person(traject=traject, part=Part.POLICY_MAKER, person=person, by=griet, at=NOW)

    assert (made.email, made.may_get_link) == ("", False)


@pytest.mark.parametrize("who", ["by name", "with account", "member"])
def test_address_that_is_there_is_refused(traject, griet, who):
    if who == "by name":
        ParticipantFactory(traject=traject, part=Part.COLLEAGUE, email="koen@a.example")
    elif who == "with account":
        user = UserFactory(email="Koen@a.example")
        ParticipantWithAccountFactory(traject=traject, part=Part.COLLEAGUE, user=user)
    else:
        member(traject, user=UserFactory(email="Koen@a.example"))

    with pytest.raises(AlreadyTakingPart):
        add_person(traject=traject, part=Part.COLLEAGUE, person=KOEN, by=griet, at=NOW)


def test_address_of_another_part_may_get_this_one(traject, griet):
    ParticipantFactory(traject=traject, part=Part.LEAD_GROUP, email="koen@a.example")

    add_person(traject=traject, part=Part.COLLEAGUE, person=KOEN, by=griet, at=NOW)

    assert Participant.objects.filter(email="koen@a.example").count() == 2


def test_department_of_elsewhere_is_refused(traject, griet):
    person = Person(name="Koen", department=DepartmentFactory())

    with pytest.raises(DepartmentGone):
        add_person(traject=traject, part=Part.COLLEAGUE, person=person, by=griet, at=NOW)


def test_another_address_ends_the_link_to_the_old_one(traject, griet):
    participant, _token = linked(traject)
    person = Person(name="Koen", email="nieuw@a.example")

    changed = change_participant(participant=participant, person=person, by=griet, at=NOW)

    link = PersonalLink.objects.get()
    assert changed.email == "nieuw@a.example"
    assert (link.revoked_at, link.revoked_by) == (NOW, griet)


def test_same_address_keeps_the_link(traject, griet):
    participant, _token = linked(traject)
    department = DepartmentFactory(organisation=traject.organisation)
    person = Person(name="Koen D.", email=participant.email, department=department)

    changed = change_participant(participant=participant, person=person, by=griet, at=NOW)

    assert (changed.name, changed.department) == ("Koen D.", department)
    assert PersonalLink.objects.get().revoked_at is None


def test_address_can_be_left_out(traject, griet):
    participant, _token = linked(traject)

    change_participant(participant=participant, person=Person(name="Koen"), by=griet, at=NOW)

    assert PersonalLink.objects.get().revoked_at == NOW


def test_address_of_somebody_else_is_refused(traject, griet):
    other = ParticipantFactory(traject=traject)
    participant, _token = linked(traject)
    person = Person(name="Koen", email=other.email)

    with pytest.raises(AlreadyTakingPart):
        change_participant(participant=participant, person=person, by=griet, at=NOW)

    assert PersonalLink.objects.get().revoked_at is None


def test_name_of_an_account_is_not_changed(traject, griet, bram):
    participant = Participant.objects.get(user=bram)
    person = Person(name="Iemand anders", email="x@a.example", function="Ploegbaas")

    changed = change_participant(participant=participant, person=person, by=griet, at=NOW)

    assert (changed.function, changed.name, changed.email) == ("Ploegbaas", "", "")
    assert User.objects.get(pk=bram.pk).name == "Bram Claes"


def test_removing_takes_the_link_along(traject, griet):
    participant, _token = linked(traject)

    remove_participant(participant=participant, by=griet)

    assert (Participant.objects.exists(), PersonalLink.objects.exists()) == (False, False)


def test_who_is_gone_meanwhile_is_not_changed_or_removed(traject, griet):
    participant, _token = linked(traject)
    Participant.objects.all().delete()

    with pytest.raises(TrajectGone):
        change_participant(participant=participant, person=KOEN, by=griet, at=NOW)
    with pytest.raises(TrajectGone):
        remove_participant(participant=participant, by=griet)


@pytest.mark.parametrize("who", ["els", "bram", "chaima"])
def test_only_the_coordinator_changes_people(traject, els, bram, chaima, who):
    by = {"els": els, "bram": bram, "chaima": chaima}[who]
    participant, _token = linked(traject)
    of = {"traject": traject, "part": Part.COLLEAGUE, "by": by, "at": NOW}

    with pytest.raises(NoLongerAllowed):
        add_members(**of, membership_pks=[])
    with pytest.raises(NoLongerAllowed):
        add_person(**of, person=KOEN)
    with pytest.raises(NoLongerAllowed):
        change_participant(participant=participant, person=KOEN, by=by, at=NOW)
    with pytest.raises(NoLongerAllowed):
        remove_participant(participant=participant, by=by)


def test_part_of_a_member_ends_with_the_membership(traject, griet):
    inside = member(traject)
    for part in (Part.LEAD_GROUP, Part.MODERATOR):
        add_members(traject=traject, part=part, membership_pks=[inside.pk], by=griet, at=NOW)
    before = standing_of(inside.user, traject)

    inside.delete()

    after = standing_of(inside.user, traject)
    assert (before.is_in_lead_group, before.may_moderate) == (True, True)
    assert (after.is_in_lead_group, after.may_moderate) == (False, False)
