"""Nothing in the log opens somebody's page."""

import logging

import pytest
from django.conf import settings
from django.test import Client

from mvoscan.logs import WithoutSecrets


def shown(message: str, *args: object) -> str:
    record = logging.LogRecord("django.request", logging.WARNING, "", 1, message, args, None)
    assert WithoutSecrets().filter(record)
    return record.getMessage()


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/meedoen/geheim-1_X/", "/meedoen/…/"),
        ("/meedoen/geheim/lokale-foto/nieuw/", "/meedoen/…/lokale-foto/nieuw/"),
        ("/uitnodiging/geheim/", "/uitnodiging/…/"),
        ("/wachtwoord/nieuw/3-geheim/", "/wachtwoord/nieuw/…/"),
        ("/aanmelden/?next=/meedoen/geheim/", "/aanmelden/?next=/meedoen/…/"),
        ("/scans/3/", "/scans/3/"),
    ],
)
def test_address_is_logged_without_its_secret(address, kept):
    assert shown("Not Found: %s", address) == f"Not Found: {kept}"


def test_every_handler_leaves_secrets_out():
    handlers = settings.LOGGING["handlers"].values()

    assert [handler["filters"] for handler in handlers] == [["without_secrets"]] * len(handlers)


@pytest.mark.django_db
def test_refusal_of_a_page_behind_a_link_is_logged_without_the_link(caplog):
    Client().put("/meedoen/geheim/")

    said = [found.getMessage() for found in caplog.records if found.name == "django.request"]
    assert said == ["Method Not Allowed (PUT): /meedoen/…/"]
