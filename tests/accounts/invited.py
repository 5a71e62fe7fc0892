"""An invitation with a link that is known: only here, because the product stores no token."""

from datetime import UTC, datetime, timedelta

from accounts.models import Invitation, User
from accounts.tokens import new_token, token_hash
from tests.factories import InvitationFactory, UserFactory

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)  # 11.30 in Brussels
WEEK = timedelta(days=7)
PASSWORD = "groene fiets onder water"


def invited(**fields) -> tuple[Invitation, str]:
    """Sent an hour ago; with its token."""
    token = new_token()
    sent = NOW - timedelta(hours=1)
    values = {"created_at": sent, "sent_at": sent, "expires_at": sent + WEEK, **fields}
    return InvitationFactory(token_hash=token_hash(token), **values), token


def account(email: str, *, password: str | None = PASSWORD, **fields) -> User:
    user = UserFactory.build(email=email, **fields)
    user.set_password(password)
    user.save()
    return user


def link(token: str) -> str:
    return f"https://mvoscan.example/uitnodiging/{token}/"


def token_in(body: str) -> str:
    """The token of the link in a mail."""
    return body.partition("/uitnodiging/")[2].partition("/")[0]
