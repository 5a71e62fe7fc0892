"""The mails about errors, with all that Django knows of one: local variables included."""

import logging
from collections.abc import Iterator

import pytest
from django.core import mail
from django.utils.log import AdminEmailHandler


@pytest.fixture
def reports(settings) -> Iterator[list]:
    settings.ADMINS = [("Beheer", "beheer@streek.example")]
    handler = AdminEmailHandler(include_html=True)
    logger = logging.getLogger("django.request")
    logger.addHandler(handler)
    yield mail.outbox
    logger.removeHandler(handler)


def all_of(reports: list) -> str:
    """Django sends one with the words only by itself."""
    return "\n".join(
        [
            *(one.subject + one.body for one in reports),
            *(body for one in reports for body, _type in one.alternatives),
        ]
    )
