"""The page behind the link of an invitation, as tests visit it."""

from django.test import Client

from accounts.models import User
from tests.accounts.invited import PASSWORD

EMAIL = "koen@a.example"
FILLED_IN = {"name": "Koen De Wilde", "password": PASSWORD}
NEUTRAL = "This invitation does not work"


def url(token: str) -> str:
    return f"/uitnodiging/{token}/"


def browser(user: User | None = None) -> Client:
    client = Client()
    client.cookies["language"] = "en"
    if user:
        client.force_login(user)
    return client
