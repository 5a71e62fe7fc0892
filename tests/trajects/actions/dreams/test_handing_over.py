"""Who wrote by a personal link and goes on with an account."""

import pytest

from tests.factories import LONG_AGO, MembershipFactory
from tests.trajects.dream_factories import DreamImageFactory, DreamStarFactory, GoalRemarkFactory
from tests.trajects.factories import ParticipantFactory
from tests.trajects.plan_factories import (
    ActionFactory,
    ActionOwnerFactory,
    MeasurementFactory,
    ProgressNoteFactory,
)
from trajects.actions.people import add_members
from trajects.models import ActionOwner, DreamStar, Part


@pytest.fixture
def koen(traject):
    return MembershipFactory(organisation=traject.organisation, user__email="koen@a.example").user


@pytest.fixture
def guest(traject, koen):
    return ParticipantFactory(traject=traject, part=Part.LEAD_GROUP, email=koen.email)


@pytest.fixture
def joins(traject, griet, koen):
    def join():
        add_members(
            traject=traject,
            part=Part.LEAD_GROUP,
            membership_pks=[koen.memberships.get().pk],
            by=griet,
            at=LONG_AGO,
        )

    return join


def test_what_was_written_by_link_is_theirs_with_the_account(traject, guest, koen, joins):
    dream = DreamImageFactory(traject=traject, author=None, guest=guest)
    other = DreamImageFactory(
        traject=traject, author=None, guest=ParticipantFactory(traject=traject)
    )
    remark = GoalRemarkFactory(author=None, guest=guest)

    joins()

    for one in (dream, other, remark):
        one.refresh_from_db()
    assert (dream.author, dream.guest) == (koen, None)
    assert (remark.author, remark.guest) == (koen, None)
    assert other.author is None


def test_stars_go_along_and_count_once(traject, guest, koen, joins):
    """Else the same person has three more."""
    both, one = DreamImageFactory(traject=traject), DreamImageFactory(traject=traject)
    DreamStarFactory(dream=both, user=koen)
    for dream in (both, one):
        DreamStarFactory(dream=dream, user=None, guest=guest)

    joins()

    found = DreamStar.objects.order_by("dream").values_list("dream", "user", "guest")
    assert list(found) == [(both.pk, koen.pk, None), (one.pk, koen.pk, None)]


def test_actions_go_along_with_what_was_told_and_are_carried_once(traject, guest, koen, joins):
    """Else they lose them: they have no link any more."""
    both, one = ActionFactory(goal__traject=traject), ActionFactory(goal__traject=traject)
    ActionOwnerFactory(action=both, user=koen)
    for action in (both, one):
        ActionOwnerFactory(action=action, user=None, guest=guest)
    note = ProgressNoteFactory(action=one, author=None, guest=guest)
    measured = MeasurementFactory(action=one, author=None, guest=guest)

    joins()

    found = ActionOwner.objects.order_by("action").values_list("action", "user", "guest")
    assert list(found) == [(both.pk, koen.pk, None), (one.pk, koen.pk, None)]
    for told in (note, measured):
        told.refresh_from_db()
        assert (told.author, told.guest) == (koen, None)
