"""Personal links: sent, withdrawn, followed. Against real connections to mail servers."""

from datetime import UTC, date, datetime, timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.apps import apps
from django.utils.timezone import localtime

from accounts.actions.sending import Outcome
from accounts.models import User
from tests.accounts.invited import account
from tests.accounts.mail_server import mail_server, use
from tests.factories import UserFactory
from tests.trajects.factories import ParticipantFactory, ParticipantWithAccountFactory
from tests.trajects.linked import EMAIL, NOW, PASSWORD, address, linked, running, token_in
from trajects.actions.links import become_moderator, expiry, open_link, revoke_link, send_link
from trajects.errors import LinkUnusable, NoLongerAllowed
from trajects.models import LinkState, Part, Participant, PersonalLink, Traject
from trajects.queries.people import participant_of_link

NOBODY_LISTENS = 1  # a port


@pytest.fixture(autouse=True)
def _running(traject):
    running(traject)


def send(participant, by, at=NOW) -> Outcome:
    fresh = Participant.objects.select_related("link").get(pk=participant.pk)
    return send_link(participant=fresh, by=by, at=at, link=address)


def test_link_that_is_sent_opens_something(traject, griet, mailoutbox):
    participant = ParticipantFactory(traject=traject, email=EMAIL)

    outcome = send(participant, griet)

    (mail,) = mailoutbox
    link = PersonalLink.objects.get()
    assert (outcome, mail.to, mail.reply_to) == (Outcome.SENT, [EMAIL], [griet.email])
    assert participant_of_link(token_in(mail.body), at=NOW) == participant
    assert (link.created_by, link.sent_at, link.state(at=NOW)) == (griet, NOW, LinkState.SENT)
    assert link.expires_at == NOW + timedelta(days=60)


def test_only_the_hash_of_a_token_is_stored(traject, griet, mailoutbox, caplog):
    participant = ParticipantFactory(traject=traject, email=EMAIL)

    send(participant, griet)

    token = token_in(mailoutbox[0].body)
    stored = repr([list(model._base_manager.values()) for model in apps.get_models()])
    assert len(token) == 43
    assert (token in stored, EMAIL in stored, token in caplog.text) == (False, True, False)


def test_sending_again_ends_the_old_link(traject, griet, mailoutbox):
    participant, old = linked(traject, opened_at=NOW)

    send(participant, griet)

    with pytest.raises(LinkUnusable):
        participant_of_link(old, at=NOW)
    assert participant_of_link(token_in(mailoutbox[0].body), at=NOW) == participant
    assert PersonalLink.objects.get().opened_at is None


def test_link_that_was_withdrawn_can_be_sent_anew(traject, griet, mailoutbox):
    participant, old = linked(traject, revoked_at=NOW, revoked_by=griet)

    assert send(participant, griet) == Outcome.SENT

    assert participant_of_link(token_in(mailoutbox[0].body), at=NOW) == participant
    with pytest.raises(LinkUnusable):
        participant_of_link(old, at=NOW)


@pytest.mark.parametrize(
    ("ends_on", "expected"),
    [
        (date(2027, 5, 4), NOW + timedelta(days=60)),
        # The last day of a month after the end counts as a whole, in Brussels.
        (date(2026, 5, 10), datetime(2026, 6, 9, 22, 0, tzinfo=UTC)),
    ],
)
def test_link_never_lives_longer_than_a_month_after_the_traject(ends_on, expected):
    assert expiry(Traject(ends_on=ends_on), at=NOW) == expected


def test_nothing_is_sent_long_after_the_traject(traject, griet, mailoutbox):
    participant = ParticipantFactory(traject=traject)
    Traject.objects.update(starts_on=date(2024, 1, 1), ends_on=date(2026, 4, 3))

    assert send(participant, griet) == Outcome.SKIPPED
    assert mailoutbox == []


def test_end_of_the_traject_that_is_moved_ends_the_links(traject):
    _participant, token = linked(traject)
    Traject.objects.update(starts_on=date(2024, 1, 1), ends_on=date(2026, 4, 4))
    participant_of_link(token, at=NOW)  # thirty days ago

    Traject.objects.update(ends_on=date(2026, 4, 3))

    with pytest.raises(LinkUnusable):
        participant_of_link(token, at=NOW)


@pytest.mark.parametrize("nobody", ["account", "policy maker", "no address", "gone"])
def test_who_gets_no_link_is_skipped(traject, griet, mailoutbox, nobody):
    if nobody == "account":
        participant = ParticipantWithAccountFactory(traject=traject)
    elif nobody == "policy maker":
        participant = ParticipantFactory(traject=traject, part=Part.POLICY_MAKER)
    else:
        participant = ParticipantFactory(traject=traject, email="")
    if nobody == "gone":
        Participant.objects.all().delete()

    outcome = send_link(participant=participant, by=griet, at=NOW, link=address)

    assert (outcome, mailoutbox) == (Outcome.SKIPPED, [])


def test_what_a_colleague_sends_at_this_moment_is_not_sent_twice(traject, griet, mailoutbox):
    participant, _token = linked(traject)
    read_by_the_second = Participant.objects.select_related("link").get(pk=participant.pk)
    send(participant, griet)

    outcome = send_link(participant=read_by_the_second, by=griet, at=NOW, link=address)

    assert (outcome, len(mailoutbox)) == (Outcome.SKIPPED, 1)


@pytest.mark.parametrize("who", ["els", "bram", "chaima"])
def test_only_the_coordinator_sends_and_withdraws(traject, els, bram, chaima, mailoutbox, who):
    by = {"els": els, "bram": bram, "chaima": chaima}[who]
    participant, token = linked(traject)

    with pytest.raises(NoLongerAllowed):
        send(participant, by)
    with pytest.raises(NoLongerAllowed):
        revoke_link(participant=participant, by=by, at=NOW)

    assert participant_of_link(token, at=NOW) == participant
    assert mailoutbox == []


def test_dead_mail_server_loses_nobody_and_no_link(traject, griet, settings, caplog):
    use(settings, NOBODY_LISTENS)
    fresh = ParticipantFactory(traject=traject)
    participant, token = linked(traject)

    outcomes = [send(fresh, griet), send(participant, griet)]

    assert outcomes == [Outcome.REFUSED, Outcome.REFUSED]
    assert fresh.link.state(at=NOW) == LinkState.FAILED
    assert participant_of_link(token, at=NOW) == participant
    assert PersonalLink.objects.filter(failed_at=NOW).count() == 2
    assert "A personal link was not sent" in caplog.text
    with mail_server(settings) as server:
        assert send(fresh, griet) == Outcome.SENT
    assert len(server.mails) == 1


def test_refused_address_keeps_the_link_that_was_sent_before(traject, griet, settings):
    participant, token = linked(traject, email="weiger@a.example")

    with mail_server(settings):
        outcome = send(participant, griet)

    assert outcome == Outcome.REFUSED
    assert participant_of_link(token, at=NOW) == participant


def test_mail_that_may_have_left_has_a_working_link(traject, griet, settings):
    """Cut off after the mail was handed over: whoever got it must get in."""
    participant, token = linked(traject)
    new: list[str] = []

    def note(token: str) -> str:
        new.append(token)
        return address(token)

    fresh = Participant.objects.select_related("link").get(pk=participant.pk)
    with mail_server(settings, cuts_off_after=0):
        outcome = send_link(participant=fresh, by=griet, at=NOW, link=note)

    assert outcome == Outcome.CUT_OFF
    assert participant_of_link(new[0], at=NOW) == participant
    with pytest.raises(LinkUnusable):
        participant_of_link(token, at=NOW)
    assert issubclass(SMTPServerDisconnected, OSError)


def test_failure_does_not_bring_back_what_was_withdrawn_meanwhile(traject, griet, settings):
    participant, token = linked(traject, email="weiger@a.example")
    fresh = Participant.objects.select_related("link").get(pk=participant.pk)

    def withdrawn_meanwhile(new: str) -> str:
        revoke_link(participant=participant, by=griet, at=NOW)
        return address(new)

    with mail_server(settings):
        send_link(participant=fresh, by=griet, at=NOW, link=withdrawn_meanwhile)

    assert PersonalLink.objects.get().revoked_at == NOW
    with pytest.raises(LinkUnusable):
        participant_of_link(token, at=NOW)


def test_withdrawn_link_opens_nothing_and_is_withdrawn_once(traject, griet):
    participant, token = linked(traject)

    revoke_link(participant=participant, by=griet, at=NOW)

    link = PersonalLink.objects.get()
    assert (link.revoked_at, link.revoked_by) == (NOW, griet)
    with pytest.raises(LinkUnusable):
        participant_of_link(token, at=NOW)
    with pytest.raises(LinkUnusable):
        revoke_link(participant=participant, by=griet, at=NOW)


def test_opening_is_noted_once(traject):
    participant, _token = linked(traject)

    open_link(participant=participant, at=NOW)
    open_link(participant=participant, at=NOW + timedelta(hours=1))

    assert PersonalLink.objects.get().opened_at == NOW


# --- the door of a moderator


def test_new_moderator_gets_an_account_and_the_link_ends(traject, griet):
    participant, token = linked(traject, part=Part.MODERATOR, created_by=griet)

    accepted = become_moderator(token=token, name="Koen De Wilde", password=PASSWORD, at=NOW)

    koen = User.objects.get(email=EMAIL)
    assert accepted == participant
    assert (accepted.user, accepted.name, accepted.email) == (koen, "", "")
    assert (koen.name, koen.check_password(PASSWORD)) == ("Koen De Wilde", True)
    assert (koen.memberships.exists(), PersonalLink.objects.exists()) == (False, False)


def test_account_speaks_the_language_of_who_asked(traject):
    asker = UserFactory(language="en")
    _participant, token = linked(traject, part=Part.MODERATOR, created_by=asker)
    _other, orphaned = linked(traject, part=Part.MODERATOR, email="an@a.example", created_by=None)

    for one in (token, orphaned):
        become_moderator(token=one, name="X Y", password=PASSWORD, at=NOW)

    languages = [User.objects.get(email=email).language for email in (EMAIL, "an@a.example")]
    assert languages == ["en", "nl"]


def test_signed_in_moderator_is_bound(traject):
    koen = account(EMAIL)
    _participant, token = linked(traject, part=Part.MODERATOR)

    assert become_moderator(token=token, user=koen, at=NOW).user == koen


def test_who_moderates_already_stays_so_once(traject):
    koen = account(EMAIL)
    present = ParticipantWithAccountFactory(traject=traject, user=koen, part=Part.MODERATOR)
    _participant, token = linked(traject, part=Part.MODERATOR)

    assert become_moderator(token=token, user=koen, at=NOW) == present
    assert list(traject.participants.all()) == [present]


@pytest.mark.parametrize("case", ["guest", "other", "signs in", "deactivated", "no password"])
def test_what_fails_at_the_door_changes_nothing(traject, case):
    part = Part.LEAD_GROUP if case == "guest" else Part.MODERATOR
    _participant, token = linked(traject, part=part)
    given = {"name": "X Y", "password": PASSWORD}
    if case == "other":
        given = {"user": UserFactory()}
    elif case == "signs in":
        account(EMAIL)
    elif case == "deactivated":
        account(EMAIL, is_active=False)
    elif case == "no password":
        given = {"name": "X Y"}

    with pytest.raises(LinkUnusable):
        become_moderator(token=token, at=NOW, **given)

    assert PersonalLink.objects.count() == 1
    assert not Participant.objects.filter(user__isnull=False).exists()


def test_deleted_traject_opens_nothing(traject):
    _participant, token = linked(traject, part=Part.MODERATOR)
    traject.delete()

    with pytest.raises(LinkUnusable):
        become_moderator(token=token, name="X Y", password=PASSWORD, at=NOW)


def test_expiry_is_told_in_the_time_of_brussels(traject, griet, mailoutbox):
    griet.language = "en"
    participant = ParticipantFactory(traject=traject, email=EMAIL)

    send(participant, griet)

    day = localtime(PersonalLink.objects.get().expires_at).day
    assert (day, "Friday 3 July 2026" in mailoutbox[0].body) == (3, True)
