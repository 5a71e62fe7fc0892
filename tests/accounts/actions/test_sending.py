"""A mail server that fails loses no invitation: against real connections."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.mail import get_connection

from accounts.actions.invitations import Invitee, accept_invitation, invite
from accounts.actions.sending import Sending, send_invitations
from accounts.errors import NoLongerCoordinator
from accounts.models import Invitation, InvitationState, Role, User
from tests.accounts.invited import NOW, PASSWORD, WEEK, invited, link, token_in
from tests.accounts.mail_server import mail_server, use
from tests.factories import MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db

NOBODY_LISTENS = 1  # a port


@pytest.fixture
def three() -> list[Invitation]:
    els = MembershipFactory().user
    return invite(
        organisation=els.memberships.get().organisation,
        people=[
            Invitee(f"{name}@a.example", name.title(), Role.READER)
            for name in ("an", "weiger", "zoe")
        ],
        by=els,
        at=NOW,
        language="nl",
    )


def send(*invitations: Invitation, at=NOW, **options) -> Sending:
    by = options.pop("by", None) or coordinator_of(invitations)
    return send_invitations(invitations=invitations, by=by, at=at, link=link, **options)


def coordinator_of(invitations) -> User | None:
    if not invitations:
        return None
    organisation = invitations[0].organisation
    own = organisation.memberships.first() or MembershipFactory(organisation=organisation)
    return own.user


def states(at=NOW) -> list[str]:
    return [one.state(at=at).value for one in Invitation.objects.order_by("pk")]


def test_sent_invitations_have_working_links_of_their_own(three, mailoutbox):
    assert send(*three) == Sending(sent=3, unsent=0)

    assert states() == ["sent"] * 3
    assert [mail.to for mail in mailoutbox] == [[one.email] for one in three]
    tokens = [token_in(mail.body) for mail in mailoutbox]
    for token in tokens:
        accept_invitation(token=token, name="Iemand", password=PASSWORD, at=NOW)
    assert states() == ["accepted"] * 3


def test_only_the_hash_of_a_token_is_stored(three, mailoutbox):
    send(*three)

    stored = repr([list(model._base_manager.values()) for model in apps.get_models()])
    tokens = [token_in(mail.body) for mail in mailoutbox]
    assert [len(token) for token in tokens] == [43] * 3
    assert [token for token in tokens if token in stored] == []
    assert three[0].email in stored


def test_sending_again_renews_the_link_and_the_days(mailoutbox):
    invitation, _token = invited(opened_at=NOW - timedelta(minutes=1))
    later = NOW + 2 * WEEK

    send(invitation, at=later)

    stored = Invitation.objects.get()
    assert stored.token_hash != invitation.token_hash
    assert (stored.sent_at, stored.expires_at) == (later, later + WEEK)
    assert stored.state(at=later) == InvitationState.SENT


@pytest.mark.parametrize("answer", ["accepted_at", "revoked_at"])
def test_answered_invitation_is_not_sent(answer, mailoutbox):
    invitation, _token = invited(**{answer: NOW})

    assert send(invitation) == Sending(sent=0, unsent=0)
    assert mailoutbox == []


def test_what_a_colleague_sends_at_this_moment_is_not_sent_twice(three, mailoutbox):
    """A second press on the button read the same rows before the first had stored its tokens."""
    read_by_the_second = list(Invitation.objects.all())
    send(*three)

    assert send(*read_by_the_second) == Sending(sent=0, unsent=0)
    assert len(mailoutbox) == 3


def test_nothing_to_send_asks_no_mail_server(settings):
    use(settings, NOBODY_LISTENS)

    assert send() == Sending(sent=0, unsent=0)


def test_dead_mail_server_loses_no_invitation(three, settings):
    use(settings, NOBODY_LISTENS)
    old, token = invited()

    assert send(*three, old) == Sending(sent=0, unsent=3, not_again=1)

    assert states() == ["failed", "failed", "failed", "sent"]
    assert Invitation.objects.filter(failed_at=NOW).count() == 4
    # No mail left, so the link that is in somebody's mailbox stays good.
    accept_invitation(token=token, name="Iemand", password=PASSWORD, at=NOW)

    with mail_server(settings) as server:
        unsent = Invitation.objects.unanswered().exclude(pk=three[1].pk)
        assert send(*unsent) == Sending(sent=2, unsent=0)
    assert len(server.mails) == 2
    assert states() == ["sent", "failed", "sent", "accepted"]


def test_mails_go_over_one_connection(three, settings):
    with mail_server(settings) as server:
        send(three[0], three[2])

    assert (server.connections, len(server.mails)) == (1, 2)


def test_refused_address_does_not_stop_the_others(three, settings, caplog):
    with mail_server(settings) as server:
        assert send(*three) == Sending(sent=2, unsent=1)

    assert states() == ["sent", "failed", "sent"]
    assert len(server.mails) == 2
    # The log names no people.
    assert "SMTPRecipientsRefused" in caplog.text
    assert "weiger" not in caplog.text


@pytest.mark.parametrize(
    ("fields", "state"), [({}, "sent"), ({"opened_at": NOW - timedelta(minutes=5)}, "opened")]
)
def test_refused_sending_leaves_the_link_that_worked(settings, fields, state):
    old, token = invited(email="weiger@a.example", **fields)

    with mail_server(settings):
        assert send(old) == Sending(sent=0, unsent=0, not_again=1)

    stored = Invitation.objects.get()
    assert (states(), stored.failed_at) == ([state], NOW)
    assert (stored.sent_at, stored.expires_at, stored.opened_at) == (
        old.sent_at,
        old.expires_at,
        old.opened_at,
    )
    accept_invitation(token=token, name="Iemand", password=PASSWORD, at=NOW)


def test_success_after_a_refusal_forgets_the_failure(settings, mailoutbox):
    send(invited(failed_at=NOW - timedelta(minutes=5))[0])

    assert Invitation.objects.get().failed_at is None


def test_who_is_no_coordinator_any_more_sends_nothing(three, mailoutbox):
    with pytest.raises(NoLongerCoordinator):
        send(*three, by=UserFactory())

    assert (states(), mailoutbox) == (["waiting"] * 3, [])


def test_address_that_can_be_in_no_header_does_not_stop_the_others(three, settings):
    Invitation.objects.filter(pk=three[0].pk).update(email="an@a.example\nBcc: x@b.example")

    with mail_server(settings) as server:
        assert send(three[0], three[2]) == Sending(sent=1, unsent=1)

    assert states() == ["failed", "waiting", "sent"]
    assert "x@b.example" not in "".join(server.mails)


def test_lost_connection_leaves_the_rest_to_be_sent_later(three, settings):
    with mail_server(settings, cuts_off_after=1):
        assert send(three[0], three[2], three[1]) == Sending(sent=1, unsent=2)

    assert states() == ["sent", "waiting", "failed"]


def test_silent_mail_server_is_given_up(three, settings):
    settings.EMAIL_TIMEOUT = 0.2
    with mail_server(settings, seconds_per_mail=1):
        assert send(three[0], three[2]) == Sending(sent=0, unsent=2)

    assert states() == ["failed", "waiting", "waiting"]


def test_slow_mail_server_gets_the_time_of_one_request(three, settings):
    with mail_server(settings, seconds_per_mail=0.3):
        assert send(three[0], three[2], seconds=0.1) == Sending(sent=1, unsent=1)

    assert states() == ["sent", "waiting", "waiting"]


def test_a_mail_server_is_never_waited_for_without_end(settings):
    use(settings, NOBODY_LISTENS)

    assert get_connection().timeout == 10
