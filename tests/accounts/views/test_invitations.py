"""What a coordinator does with invitations that were made."""

import pytest
from django.core import mail

from accounts.actions.invitations import accept_invitation, revoke_invitation
from accounts.actions.members import change_member
from accounts.models import Invitation, InvitationState, Role
from tests.accounts.invited import NOW, PASSWORD, WEEK, invited, token_in
from tests.accounts.mail_server import use
from tests.at_once import overlapping
from tests.factories import MembershipFactory
from tests.page import main_text, page_of
from tests.world import domain_hash

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def invitation(world) -> Invitation:
    return invited(organisation=world.a.organisation, created_by=world.els, name="Koen")[0]


def url(invitation: Invitation, verb: str) -> str:
    return f"/besturen/{invitation.organisation_id}/uitnodigingen/{invitation.pk}/{verb}/"


def send_url(world) -> str:
    return f"/besturen/{world.a.organisation.pk}/uitnodigingen/versturen/"


@pytest.mark.parametrize(
    ("person", "status"), [("els", 302), ("bram", 403), ("rita", 403), ("chaima", 404)]
)
@pytest.mark.parametrize("verb", ["opnieuw", "intrekken"])
def test_invitations_are_for_the_coordinator(browse, invitation, person, status, verb):
    before = domain_hash()

    response = browse(person).post(url(invitation, verb))

    assert response.status_code == status
    assert (domain_hash() == before) == (person != "els")
    assert bool(mail.outbox) == ((person, verb) == ("els", "opnieuw"))


@pytest.mark.parametrize("verb", ["opnieuw", "intrekken"])
def test_invitation_of_another_organisation_does_not_exist(world, browse, verb):
    foreign = invited(organisation=world.b.organisation)[0]
    before = domain_hash()
    path = f"/besturen/{world.a.organisation.pk}/uitnodigingen/{foreign.pk}/{verb}/"

    assert browse("els").post(path).status_code == 404
    assert browse("els").post(url(foreign, verb)).status_code == 404
    assert (domain_hash(), mail.outbox) == (before, [])


@pytest.mark.parametrize("verb", ["opnieuw", "intrekken"])
def test_looking_at_the_address_does_nothing(world, browse, invitation, verb):
    before = domain_hash()

    statuses = [browse("els").get(path).status_code for path in (url(invitation, verb),)]
    statuses.append(browse("els").get(send_url(world)).status_code)

    assert statuses == [405, 405]
    assert domain_hash() == before


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("verb", ["opnieuw", "intrekken"])
def test_who_loses_the_role_meanwhile_is_refused(world, browse, invitation, verb):
    """Not committed yet when the page looks who asks; the change waits for it."""
    second = MembershipFactory(organisation=world.a.organisation).user
    own = world.els.memberships.get()
    els = browse("els")
    els.get("/")  # so that the date of being seen is not written below

    _demoted, response = overlapping(
        lambda: change_member(membership=own, role=Role.READER, department=None, by=second, at=NOW),
        lambda: els.post(url(invitation, verb)),
    )

    stored = Invitation.objects.get()
    assert (response.status_code, mail.outbox) == (403, [])
    assert stored.token_hash == invitation.token_hash


def test_resending_mails_a_new_link(browse, invitation):
    response = browse("els").post(url(invitation, "opnieuw"), follow=True)

    assert "1 invitation is sent." in main_text(response)
    stored = Invitation.objects.get()
    assert (stored.sent_at, stored.expires_at) == (NOW, NOW + WEEK)
    assert accept_invitation(
        token=token_in(mail.outbox[0].body), name="Koen", password=PASSWORD, at=NOW
    )


def test_withdrawing_says_so(browse, invitation):
    response = browse("els").post(url(invitation, "intrekken"), follow=True)

    assert "The invitation of Koen is withdrawn." in main_text(response)
    assert Invitation.objects.get().state(at=NOW) == InvitationState.REVOKED


@pytest.mark.parametrize("verb", ["opnieuw", "intrekken"])
def test_answered_invitation_stays_as_it_is(world, browse, invitation, verb):
    revoke_invitation(invitation=invitation, by=world.els, at=NOW)
    before = domain_hash()

    response = browse("els").post(url(invitation, verb), follow=True)

    assert "was accepted or withdrawn meanwhile. Nothing was changed." in main_text(response)
    assert (domain_hash(), mail.outbox) == (before, [])


def test_everything_that_waits_is_sent_with_one_button(world, browse):
    for fields in ({"sent_at": None}, {"sent_at": None, "failed_at": NOW}, {"failed_at": NOW}):
        invited(organisation=world.a.organisation, **fields)
    invited(organisation=world.a.organisation)
    invited(organisation=world.b.organisation, sent_at=None)

    response = browse("els").post(send_url(world), follow=True)

    assert "2 invitations are sent." in main_text(response)
    assert len(mail.outbox) == 2


def test_failure_of_sending_again_says_that_the_link_works(browse, invitation, settings):
    use(settings, 1)

    text = main_text(browse("els").post(url(invitation, "opnieuw"), follow=True))

    assert "1 invitation could not be sent again" in text
    assert "not sent yet" not in text


def test_one_address_gets_five_mails_in_an_hour(world, browse, invitation):
    els = browse("els")
    for _time in range(5):
        els.post(url(invitation, "opnieuw"))

    sixth = els.post(url(invitation, "opnieuw"), follow=True)

    assert "1 invitation is not sent now: there were many mails already" in main_text(sixth)
    assert len(mail.outbox) == 5
    accept_invitation(token=token_in(mail.outbox[-1].body), name="Koen", password=PASSWORD, at=NOW)


def test_withdrawing_and_asking_anew_gives_no_more_mails(world, browse, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "invitation": "1/h/key"}
    els = browse("els")
    data = {"name": "Koen", "email": "koen@b.example", "role": "reader", "language": "en"}
    for _time in range(2):
        els.post(f"/besturen/{world.a.organisation.pk}/mensen/uitnodigen/", data)
        els.post(url(Invitation.objects.latest("pk"), "intrekken"))

    assert (len(mail.outbox), Invitation.objects.count()) == (1, 2)


def test_organisation_has_a_limit_of_its_own(world, browse, settings):
    limits = {**settings.ACCOUNT_RATE_LIMITS, "invitation_organisation": "2/d/key"}
    settings.ACCOUNT_RATE_LIMITS = limits
    for _number in range(3):
        invited(organisation=world.a.organisation, sent_at=None)
    elsewhere = invited(organisation=world.b.organisation)[0]

    text = main_text(browse("els").post(send_url(world), follow=True))

    assert "2 invitations are sent." in text
    assert "1 invitation is not sent now" in text
    browse("chaima").post(url(elsewhere, "opnieuw"))
    assert len(mail.outbox) == 3


def test_mails_that_did_not_leave_do_not_count(browse, invitation, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "invitation": "1/h/key"}
    backend = settings.EMAIL_BACKEND
    use(settings, 1)
    browse("els").post(url(invitation, "opnieuw"))
    settings.EMAIL_BACKEND = backend

    browse("els").post(url(invitation, "opnieuw"))

    assert len(mail.outbox) == 1


def test_nothing_to_send_is_said(world, browse):
    response = browse("els").post(send_url(world), follow=True)

    assert "There is nothing left to send." in main_text(response)


def test_people_page_offers_what_was_not_sent(world, browse, settings):
    invited(organisation=world.a.organisation, sent_at=None)
    use(settings, 1)

    failed = browse("els").post(send_url(world), follow=True)

    text = main_text(failed)
    assert "1 invitation is kept, but not sent yet" in text
    assert "1 invitation is not sent yet" in text
    assert "Send 1 invitation" in text
    assert "could not be sent tried on 4 May at 11.30" in text
    assert send_url(world) in [form.get("action") for form in page_of(failed).iter("form")]


STATES = [
    ({"sent_at": None}, "not sent yet Send", True),
    ({}, "sent on 4 May at 10.30, works until 11 May Send again", True),
    (
        {"failed_at": NOW},
        "sent on 4 May at 10.30, works until 11 May sending again failed on 4 May at 11.30",
        True,
    ),
    ({"opened_at": NOW}, "opened on 4 May at 11.30, works until 11 May Send again", True),
    ({"expires_at": NOW}, "expired on 4 May Send again", True),
    ({"accepted_at": NOW}, "accepted on 4 May at 11.30", False),
    ({"revoked_at": NOW}, "withdrawn on 4 May", False),
]


@pytest.mark.parametrize(("fields", "words", "is_open"), STATES)
def test_people_page_says_what_happened(world, browse, fields, words, is_open):
    made = invited(organisation=world.a.organisation, name="Koen", **fields)[0]

    response = browse("els").get(f"/besturen/{world.a.organisation.pk}/mensen/")

    assert words in main_text(response)
    actions = [form.get("action") for form in page_of(response).iter("form")]
    assert (url(made, "opnieuw") in actions, url(made, "intrekken") in actions) == (
        is_open,
        is_open,
    )


@pytest.mark.parametrize("person", ["bram", "rita"])
def test_people_page_shows_invitations_to_coordinators_only(world, browse, invitation, person):
    response = browse(person).get(f"/besturen/{world.a.organisation.pk}/mensen/")

    assert response.status_code == 200
    assert invitation.email not in response.content.decode()
