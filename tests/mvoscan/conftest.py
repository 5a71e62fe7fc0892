from collections.abc import Callable

import pytest
from django.test import Client
from environ import Env

from mvoscan.owner import read_accessibility, read_owner


@pytest.fixture
def visitor(db) -> Client:
    """Somebody who is not signed in and reads English."""
    client = Client()
    client.cookies["language"] = "en"
    return client


@pytest.fixture
def filled_in(monkeypatch, settings) -> Callable[..., None]:
    """Fill in environment variables, as the owner of an installation does."""

    def fill_in(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(name, value)
        settings.OWNER = read_owner(Env())
        settings.ACCESSIBILITY = read_accessibility(Env())

    return fill_in
