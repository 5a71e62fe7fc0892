from datetime import timedelta

import pytest

from tests.factories import LONG_AGO, MembershipFactory, ReopeningFactory, ScanFactory, UserFactory
from tests.trajects.factories import (
    AgreementFactory,
    InitiativeFactory,
    MeetingFactory,
    ParticipantFactory,
    ParticipantWithAccountFactory,
    StepCompletionFactory,
    TrajectFactory,
)
from trajects.models import Part
from trajects.queries.facts import facts_of, facts_of_all
from trajects.steps import Facts, Key, ScanState

LATER = LONG_AGO + timedelta(days=1)


def test_new_traject_has_no_facts(traject):
    assert facts_of(traject) == Facts()


def test_facts_are_counted_per_traject(traject):
    other = TrajectFactory()
    InitiativeFactory(traject=other)
    kept = InitiativeFactory(traject=traject)
    InitiativeFactory(traject=traject, merged_into=kept)
    InitiativeFactory.create_batch(2, traject=traject, accepted_at=None)
    InitiativeFactory(
        traject=traject, accepted_at=None, refused_at=LONG_AGO, refused_because="Elders"
    )
    for part in (Part.MODERATOR, Part.LEAD_GROUP, Part.LEAD_GROUP, Part.COLLEAGUE):
        ParticipantFactory(traject=traject, part=part)
    MeetingFactory.create_batch(2, traject=traject)
    AgreementFactory.create_batch(2, traject=traject)
    AgreementFactory(traject=traject, done_at=LONG_AGO)
    StepCompletionFactory(traject=traject, step=Key.START)

    found = facts_of_all([traject, other])

    assert found == {
        traject.pk: Facts(
            done=frozenset({Key.START}),
            moderators=1,
            in_lead_group=2,
            meetings=2,
            agreements=3,
            agreements_open=2,
            on_photo=1,
            waiting=2,
        ),
        other.pk: Facts(on_photo=1),
    }


def test_who_left_the_organisation_counts_no_more(traject):
    member = MembershipFactory(organisation=traject.organisation)
    for part in (Part.MODERATOR, Part.LEAD_GROUP):
        ParticipantWithAccountFactory(traject=traject, user=member.user, part=part, as_member=True)
    ParticipantWithAccountFactory(traject=traject, part=Part.MODERATOR)

    assert facts_of(traject) == Facts(moderators=2, in_lead_group=1)

    member.delete()

    assert facts_of(traject) == Facts(moderators=1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("finished", "reopened_at", "expected"),
    [
        (False, None, ScanState.RUNNING),
        (True, None, ScanState.FINISHED),
        (True, LONG_AGO - timedelta(days=1), ScanState.FINISHED),
        (True, LATER, ScanState.MOVED),
        (False, LATER, ScanState.MOVED),
    ],
)
def test_state_of_the_scan(finished, reopened_at, expected):
    signed = {"finished_at": LONG_AGO, "finished_by": UserFactory()} if finished else {}
    scan = ScanFactory(**signed)
    traject = TrajectFactory(organisation=scan.organisation, scan=scan, scan_linked_at=LONG_AGO)
    if reopened_at:
        ReopeningFactory(scan=scan, at=reopened_at)

    assert facts_of(traject).scan == expected


@pytest.mark.django_db
def test_scan_that_was_deleted_is_no_scan():
    scan = ScanFactory()
    traject = TrajectFactory(organisation=scan.organisation, scan=scan, scan_linked_at=LONG_AGO)
    scan.respondents.all().delete()
    scan.delete()
    traject.refresh_from_db()

    assert facts_of(traject).scan == ScanState.NONE
