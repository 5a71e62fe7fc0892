"""A personal link that is known: only here, because the product stores no token."""

from datetime import UTC, datetime, timedelta

from django.test import Client

from accounts.models import User
from accounts.tokens import new_token, token_hash
from tests.trajects.factories import ParticipantFactory, PersonalLinkFactory
from trajects.models import Part, Participant, Traject

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)  # 11.30 in Brussels
PASSWORD = "groene fiets onder water"
EMAIL = "koen@streek.example"
FILLED_IN = {"name": "Koen De Wilde", "password": PASSWORD}
NEUTRAL = "This link does not work"


def linked(
    traject: Traject, *, part: Part = Part.LEAD_GROUP, email: str = EMAIL, **link
) -> tuple[Participant, str]:
    """Sent an hour ago; with its token."""
    token = new_token()
    sent = NOW - timedelta(hours=1)
    participant = ParticipantFactory(traject=traject, part=part, name="Koen", email=email)
    values = {"created_at": sent, "sent_at": sent, "expires_at": sent + timedelta(days=60), **link}
    PersonalLinkFactory(participant=participant, token_hash=token_hash(token), **values)
    return participant, token


def running(traject: Traject) -> Traject:
    """Now, and for another year."""
    traject.starts_on = NOW.date() - timedelta(days=30)
    traject.ends_on = NOW.date() + timedelta(days=365)
    traject.save()
    return traject


def url(token: str) -> str:
    return f"/meedoen/{token}/"


def address(token: str) -> str:
    return f"https://mvoscan.example{url(token)}"


def token_in(body: str) -> str:
    """The token of the link in a mail."""
    return body.partition("/meedoen/")[2].partition("/")[0]


def browser(user: User | None = None) -> Client:
    client = Client()
    client.cookies["language"] = "en"
    if user:
        client.force_login(user)
        client.get("/afmelden/")  # noted as used
    return client
