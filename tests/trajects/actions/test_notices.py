"""A mail server that fails loses no invitation to a meeting: against real connections."""

from datetime import timedelta

import pytest

from accounts.models import Role
from tests.accounts.mail_server import mail_server, use
from tests.factories import LONG_AGO, MembershipFactory, UserFactory
from tests.trajects.factories import (
    MeetingFactory,
    ParticipantFactory,
    ParticipantWithAccountFactory,
)
from trajects.actions.notices import Letter, Sent, send_notices
from trajects.errors import NoLongerAllowed, TrajectGone
from trajects.models import Meeting, MeetingNotice, Part
from trajects.queries.meetings import callees_of

pytestmark = pytest.mark.django_db

NOBODY_LISTENS = 1  # a port
NOW = LONG_AGO - timedelta(days=7)


@pytest.fixture
def meeting(traject) -> Meeting:
    for name in ("an", "weiger", "zoe"):
        ParticipantFactory(traject=traject, name=name.title(), email=f"{name}@a.example")
    return MeetingFactory(traject=traject)


def send(meeting: Meeting, by, *, callees=None, at=NOW, **options) -> Sent:
    letter = Letter(
        meeting=meeting, by=by, at=at, link="https://mvo.example/bijeenkomst/", language="nl"
    )
    asked = callees_of(meeting, meeting.traject).to_ask if callees is None else callees
    return send_notices(callees=asked, letter=letter, **options)


def names(callees) -> list[str]:
    return [callee.participant.called for callee in callees]


def test_each_gets_one_mail_and_nobody_a_second(meeting, griet, mailoutbox):
    assert send(meeting, griet) == Sent(sent=3, unsent=0)
    assert send(meeting, griet) == Sent(sent=0, unsent=0)

    assert sorted(mail.to[0] for mail in mailoutbox) == [
        "an@a.example",
        "weiger@a.example",
        "zoe@a.example",
    ]
    assert set(MeetingNotice.objects.values_list("sent_at", "failed_at")) == {(NOW, None)}


def test_changed_meeting_is_sent_again_as_a_change(meeting, griet, mailoutbox):
    send(meeting, griet)
    Meeting.objects.update(sequence=1)
    meeting.refresh_from_db()

    assert send(meeting, griet, at=LONG_AGO) == Sent(sent=3, unsent=0)
    assert set(MeetingNotice.objects.values_list("sequence", flat=True)) == {1}
    assert [mail.body.split("\n")[2] for mail in mailoutbox[:3]] != [
        mail.body.split("\n")[2] for mail in mailoutbox[3:]
    ]


def test_second_press_at_the_same_moment_sends_nothing(meeting, griet, mailoutbox):
    read = callees_of(meeting, meeting.traject).to_ask
    send(meeting, griet)

    assert send(meeting, griet, callees=read) == Sent(sent=0, unsent=0)
    assert len(mailoutbox) == 3


def test_who_was_taken_off_meanwhile_gets_no_mail(meeting, griet, mailoutbox):
    read = callees_of(meeting, meeting.traject).to_ask
    meeting.traject.participants.get(name="An").delete()

    assert send(meeting, griet, callees=read) == Sent(sent=2, unsent=0)


def test_dead_mail_server_is_noted_and_tried_again(meeting, griet, settings):
    use(settings, NOBODY_LISTENS)

    assert send(meeting, griet) == Sent(sent=0, unsent=3)

    callees = callees_of(meeting, meeting.traject)
    assert names(callees.failed) == ["An", "Weiger", "Zoe"]
    with mail_server(settings) as server:
        assert send(meeting, griet, at=LONG_AGO) == Sent(sent=2, unsent=1)
    assert len(server.mails) == 2
    assert names(callees_of(meeting, meeting.traject).failed) == ["Weiger"]


def test_dead_mail_server_counts_nobody_whom_a_colleague_mailed(
    meeting, griet, settings, mailoutbox
):
    read = callees_of(meeting, meeting.traject).to_ask
    send(meeting, griet)
    use(settings, NOBODY_LISTENS)

    assert send(meeting, griet, callees=read) == Sent(sent=0, unsent=0)
    assert MeetingNotice.objects.filter(failed_at=None).count() == 3


def test_address_that_is_refused_stops_nobody_else(meeting, griet, settings):
    with mail_server(settings) as server:
        assert send(meeting, griet) == Sent(sent=2, unsent=1)

    assert server.connections == 1


def test_lost_connection_leaves_the_rest_untried(meeting, griet, settings):
    with mail_server(settings, cuts_off_after=1) as server:
        assert send(meeting, griet) == Sent(sent=1, unsent=2)

    assert len(server.mails) == 1


def test_slow_server_leaves_the_rest_for_later(meeting, griet, settings):
    meeting.traject.participants.filter(name="Weiger").delete()
    with mail_server(settings, seconds_per_mail=0.05):
        assert send(meeting, griet, seconds=0.01) == Sent(sent=1, unsent=1)
        assert send(meeting, griet) == Sent(sent=1, unsent=0)


def test_address_that_no_mail_can_go_to_is_noted(meeting, griet, settings):
    meeting.traject.participants.filter(name="Weiger").update(email="an @")
    with mail_server(settings):
        assert send(meeting, griet).unsent == 1


def test_who_does_not_lead_sends_nothing(meeting, bram, mailoutbox):
    with pytest.raises(NoLongerAllowed):
        send(meeting, bram)

    assert mailoutbox == []


def test_meeting_that_was_deleted_meanwhile_is_sent_to_nobody(meeting, griet, mailoutbox):
    read = callees_of(meeting, meeting.traject).to_ask
    Meeting.objects.all().delete()

    with pytest.raises(TrajectGone):
        send(meeting, griet, callees=read)

    assert mailoutbox == []


def test_log_names_nobody(meeting, griet, settings, caplog):
    with mail_server(settings):
        send(meeting, griet)

    assert [record.getMessage() for record in caplog.records if "meeting" in record.msg] == [
        "An invitation to a meeting was not sent: SMTPRecipientsRefused"
    ]


def test_only_moderators_and_the_lead_group_of_now_are_asked(traject, els, bram, griet):
    meeting = MeetingFactory(traject=traject)
    for part in (Part.COLLEAGUE, Part.POLICY_MAKER):
        ParticipantFactory(traject=traject, part=part)
    left, inactive = UserFactory(), UserFactory(is_active=False)
    ParticipantWithAccountFactory(traject=traject, user=left)
    MembershipFactory(user=inactive, organisation=traject.organisation, role=Role.READER)
    ParticipantWithAccountFactory(traject=traject, user=inactive)
    ParticipantWithAccountFactory(traject=traject, user=els)  # is member of nothing
    ParticipantFactory(traject=traject, name="Zonder", email="")
    ParticipantFactory(traject=traject, name="Dubbel", email=bram.email.upper())

    callees = callees_of(meeting, traject)

    assert names(callees.to_ask) == ["Bram Claes", "Els Boone"]
    assert [person.called for person in callees.without_address] == ["Zonder"]
    assert callees.asked == ()
