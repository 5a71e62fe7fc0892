"""Every mail of the house, read as the mail program of its reader does."""

from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage, Message

import pytest
from django.core import mail

from accounts.mails import invitation_mail, one_line
from accounts.models import Role
from tests.accounts.invited import account, invited, link
from tests.factories import OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db

BREAK = "\r\nBcc: iedereen@b.example\r\n\r\nHallo"


@pytest.fixture
def invitation():
    organisation = OrganisationFactory(name="Gemeente O’Hara & zonen")
    inviter = UserFactory(name="Griet Vandamme", email="griet@a.example")
    made, _token = invited(
        organisation=organisation,
        created_by=inviter,
        name="Koen d'Hondt",
        email="koen@a.example",
        role=Role.READER,
    )
    return made


def sent(message: EmailMessage) -> Message:
    """As it goes over the line."""
    return message_from_bytes(message.message().as_bytes())


def header(message: Message, name: str) -> str:
    return str(make_header(decode_header(message[name])))


def bodies(message: Message) -> dict[str, str]:
    return {
        part.get_content_type(): part.get_payload(decode=True).decode()
        for part in message.walk()
        if not part.is_multipart()
    }


def test_invitation_has_a_text_and_a_page_with_the_link(invitation):
    invitation.language = "en"

    message = sent(invitation_mail(invitation, link=link("geheim")))

    text, page = bodies(message)["text/plain"], bodies(message)["text/html"]
    assert header(message, "Subject") == (
        "Griet Vandamme invites you to the MVO scan of Gemeente O’Hara & zonen"
    )
    assert (message["To"], message["Reply-To"]) == ("koen@a.example", "griet@a.example")
    assert link("geheim") in text.splitlines()
    assert page.count(f'href="{link("geheim")}"') == 2
    # 11 May 2026, 10.30 in Brussels: seven days after it was sent.
    for body in (text, page):
        assert "Monday 11 May 2026 at 10.30" in body
        assert "Reads the result once a scan is finished" in body
    assert "Dear Koen d'Hondt," in text
    assert "Gemeente O’Hara & zonen" in text
    assert "Gemeente O’Hara &amp; zonen" in page
    assert '<html lang="en">' in page


@pytest.mark.parametrize("language", ["nl", "en"])
def test_mail_follows_the_language_of_the_invitation(invitation, language):
    invitation.language = language

    message = sent(invitation_mail(invitation, link=link("geheim")))

    day = {"nl": "maandag 11 mei 2026", "en": "Monday 11 May 2026"}[language]
    assert [day in body for body in bodies(message).values()] == [True, True]


def test_invitation_of_somebody_who_is_gone_names_nobody(invitation):
    invitation.language, invitation.created_by = "en", None

    message = sent(invitation_mail(invitation, link=link("geheim")))

    assert header(message, "Subject") == "Invitation to the MVO scan of Gemeente O’Hara & zonen"
    assert message["Reply-To"] is None


def test_line_break_in_a_stored_name_adds_no_header(invitation):
    """Stored past every form: a name is then ugly, but never more than a name."""
    invitation.organisation.name += BREAK
    invitation.created_by.name += BREAK
    invitation.name += BREAK

    message = sent(invitation_mail(invitation, link=link("geheim")))

    assert message["Bcc"] is None
    assert message.get_all("Subject") == [message["Subject"]]
    assert "Bcc: iedereen@b.example Hallo" in header(message, "Subject")
    assert list(bodies(message)) == ["text/plain", "text/html"]


@pytest.mark.parametrize("who", ["email", "created_by"])
def test_line_break_in_a_stored_address_is_refused(invitation, who):
    if who == "email":
        invitation.email += BREAK
    else:
        invitation.created_by.email += BREAK

    with pytest.raises(ValueError):  # noqa: PT011 - of Django, in several kinds
        sent(invitation_mail(invitation, link=link("geheim")))


def test_markup_in_a_name_is_text(invitation):
    invitation.organisation.name = "<img src=x onerror=alert(1)>"

    message = sent(invitation_mail(invitation, link=link("geheim")))

    assert "<img" not in bodies(message)["text/html"]
    assert "<img" in bodies(message)["text/plain"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("An  Segers\t", "An Segers"),
        ("An\r\nBcc: x", "An Bcc: x"),
        ("An\u2028Segers\x85\x0b", "An Segers"),
        ("An\u202egnp.exe", "An gnp.exe"),
        ("", ""),
    ],
)
def test_one_line(text, line):
    assert one_line(text) == line


def ask_for_a_password(client, email: str, language: str) -> Message:
    client.cookies["language"] = language
    client.post("/wachtwoord/vergeten/", {"email": email})
    (message,) = mail.outbox
    return sent(message)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_new_password_is_mailed_in_the_language_of_its_owner(client, language):
    """Whoever asks may have chosen another one."""
    koen = account("koen@a.example", name="Koen d'Hondt", language=language)

    message = ask_for_a_password(client, koen.email, "nl" if language == "en" else "en")

    greeting = {"nl": "Dag", "en": "Dear"}[language]
    text, page = bodies(message)["text/plain"], bodies(message)["text/html"]
    assert f'<html lang="{language}">' in page
    assert header(message, "Subject").endswith("mvoscan")
    assert f"{greeting} Koen d'Hondt," in text
    (address,) = [line for line in text.splitlines() if "/wachtwoord/nieuw/" in line]
    assert page.count(f'href="{address}"') == 2


def test_unknown_address_hears_so_and_nothing_of_allauth(client):
    message = ask_for_a_password(client, "niemand@a.example", "en")

    text, page = bodies(message)["text/plain"], bodies(message)["text/html"]
    assert header(message, "Subject") == "No account at mvoscan with this address"
    assert "ask the MVO coordinator of your organisation" in text
    assert "ask the MVO coordinator of your organisation" in page
    assert [word for word in ("sign up", "Hello from", "testserver") if word in text + page] == []
